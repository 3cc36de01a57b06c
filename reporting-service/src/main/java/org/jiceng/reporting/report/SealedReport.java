package org.jiceng.reporting.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A report as it was sealed, without its content.
 *
 * @param version counts from one; a correction is the next
 * @param asOf the last day of the period, as of which the figures are
 * @param digest SHA-256 of the content's bytes, in hex
 * @param corrects the version before; null for the first
 */
public record SealedReport(
    UUID id,
    String template,
    String area,
    String period,
    int version,
    LocalDate asOf,
    String digest,
    Instant sealedAt,
    String sealedBy,
    UUID corrects) {}
