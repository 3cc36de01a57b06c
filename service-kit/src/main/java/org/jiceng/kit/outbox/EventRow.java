package org.jiceng.kit.outbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** One row of the outbox, before the relay has placed it. */
public record EventRow(
    UUID id,
    String aggregateType,
    String aggregateId,
    String type,
    String payload,
    String partitionKey,
    Instant recordedAt,
    LocalDate effectiveOn,
    String traceparent,
    String correlationId) {

  /**
   * The columns, in the order of {@link #values}, for a COPY into the outbox or a staging table.
   */
  public static final List<String> COLUMNS =
      List.of(
          "id",
          "aggregatetype",
          "aggregateid",
          "type",
          "payload",
          "partition_key",
          "recorded_at",
          "effective_on",
          "traceparent",
          "correlation_id");

  /** The values as PostgreSQL reads them in text form; null stays null. */
  public List<Object> values() {
    return Arrays.asList(
        id,
        aggregateType,
        aggregateId,
        type,
        payload,
        partitionKey,
        recordedAt,
        effectiveOn,
        traceparent,
        correlationId);
  }
}
