package org.jiceng.reporting.reconciliation;

import java.time.Instant;
import java.util.List;

/**
 * What one service counted by township, beside what the ledger says of the same events.
 *
 * @param position the place in the log up to which all was counted; the ledger is read up to it
 * @param alsoCounted how many events after that place were counted, and are read, too
 * @param certain whether all that was counted is folded; if not, a difference may be passing
 * @param compared how many counts were compared
 * @param differences those that differ
 */
public record AreaComparison(
    String topic,
    Instant countedAt,
    long position,
    int alsoCounted,
    boolean certain,
    boolean agrees,
    int compared,
    List<Line> differences) {}
