package org.jiceng.reporting.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What came of one comparison on schedule.
 *
 * @param dueAt the minute that it was due in (UTC)
 * @param certain whether all that the services had counted was folded; if not, a difference may be
 *     passing
 * @param differences by topic, all that differed
 */
public record ReconciliationRun(
    Instant dueAt, boolean certain, Map<String, List<Line>> differences) {}
