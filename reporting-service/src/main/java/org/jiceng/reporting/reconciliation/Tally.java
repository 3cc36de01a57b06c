package org.jiceng.reporting.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * What a service said last.
 *
 * @param byArea whether it counted by area, or the whole district
 */
record Tally(
    String topic,
    boolean byArea,
    Instant countedAt,
    long sequence,
    Map<String, BigDecimal> counts) {}
