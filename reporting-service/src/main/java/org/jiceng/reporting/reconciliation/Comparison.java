package org.jiceng.reporting.reconciliation;

import java.time.Instant;
import java.util.List;

/**
 * What one service counted in its own tables, beside what the ledger says of the same events.
 *
 * @param topic whose log
 * @param countedAt when the service counted (UTC)
 * @param position the tally's place in the log; the ledger is read up to it
 * @param lag how many events of the log still wait to be folded; null when the broker does not
 *     answer
 * @param certain whether everything before that place was folded; if not, a difference may be
 *     passing
 * @param agrees whether no measure differs
 * @param uncounted measures of the ledger that the service does not count
 */
public record Comparison(
    String topic,
    Instant countedAt,
    long position,
    Long lag,
    boolean certain,
    boolean agrees,
    List<Line> measures,
    List<String> uncounted) {}
