package org.jiceng.reporting.reconciliation;

import java.time.Instant;
import java.util.List;

/**
 * What one service counted by township, beside what the ledger says of the same events.
 *
 * @param compared how many counts were compared
 * @param differences those that differ
 */
public record AreaComparison(
    String topic,
    Instant countedAt,
    long position,
    boolean certain,
    boolean agrees,
    int compared,
    List<Line> differences) {}
