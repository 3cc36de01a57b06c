package org.jiceng.reporting.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event that became known after a report was sealed, and counts on or before its last day. */
@Schema(name = "ReportCause")
public record Cause(
    UUID eventId,
    String topic,
    long position,
    String type,
    String aggregateId,
    LocalDate effectiveOn,
    Instant recordedAt) {}
