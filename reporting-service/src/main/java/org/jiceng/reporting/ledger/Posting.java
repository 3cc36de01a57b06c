package org.jiceng.reporting.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One line of the ledger: so much more or less of a measure, from a day on, because of a record.
 *
 * @param organizationId whose it is in the line; null where only the territory counts
 * @param areaCode where it lies; null where it lies wherever its organisation does
 * @param recordId the record behind it, by which a figure opens
 */
public record Posting(
    String measure,
    UUID organizationId,
    String areaCode,
    String recordId,
    LocalDate effectiveOn,
    BigDecimal amount) {}
