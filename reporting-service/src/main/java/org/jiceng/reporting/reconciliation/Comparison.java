package org.jiceng.reporting.reconciliation;

import java.time.Instant;
import java.util.List;

/**
 * What one service counted in its own tables, beside what the ledger says of the same events.
 *
 * @param topic whose log
 * @param countedAt when the service told of it (UTC)
 * @param position the place in the log up to which all was counted; the ledger is read up to it
 * @param alsoCounted how many events after that place were counted, and are read, too
 * @param lag how many events of the log still wait to be folded; null when the broker does not
 *     answer
 * @param certain whether all that was counted is folded; if not, a difference may be passing
 * @param agrees whether no measure differs
 * @param uncounted measures of the ledger that the service does not count
 */
public record Comparison(
    String topic,
    Instant countedAt,
    long position,
    int alsoCounted,
    Long lag,
    boolean certain,
    boolean agrees,
    List<Line> measures,
    List<String> uncounted) {}
