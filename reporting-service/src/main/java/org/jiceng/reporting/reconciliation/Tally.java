package org.jiceng.reporting.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a service said last.
 *
 * @param byArea whether it counted by area, or the whole district
 * @param countedAt when it said so (UTC)
 * @param countedOn the business date that it counted
 * @param countedThrough the position in its log up to which (inclusive) all events are counted
 * @param alsoCounted events after it that are counted too
 */
record Tally(
    String topic,
    boolean byArea,
    Instant countedAt,
    LocalDate countedOn,
    long countedThrough,
    List<UUID> alsoCounted,
    Map<String, BigDecimal> counts) {}
