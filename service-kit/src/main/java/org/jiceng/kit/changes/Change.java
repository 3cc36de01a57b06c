package org.jiceng.kit.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.events.Topic;

/** An event as a CloudEvent 1.0 in structured JSON, with the same attributes as in Kafka. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"specversion", "id", "source", "type", "subject", "time", "datacontenttype"})
public record Change(
    UUID id,
    URI source,
    String type,
    String subject,
    Instant time,
    Instant recordedtime,
    LocalDate effectivedate,
    String sequence,
    String partitionkey,
    String traceparent,
    String correlationid,
    @JsonRawValue
        @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT)
        String data) {
  /** The columns of a placed row of the outbox {@code o}, as {@link #of} reads them. */
  public static final String COLUMNS =
      """
      o.position, o.id, o.aggregatetype, o.type, o.aggregateid, o.recorded_at, o.effective_on,
      o.partition_key, o.traceparent, o.correlation_id, o.payload::text""";

  /** The event of a row that begins with {@link #COLUMNS}. */
  public static Change of(ResultSet row) throws SQLException {
    Instant recordedAt = row.getObject(6, OffsetDateTime.class).toInstant();
    return new Change(
        row.getObject(2, UUID.class),
        URI.create(Topic.valueOf(row.getString(3)).source()),
        row.getString(4),
        row.getString(5),
        recordedAt,
        recordedAt,
        row.getObject(7, LocalDate.class),
        "%020d".formatted(row.getLong(1)),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        row.getString(11));
  }

  /** The version of CloudEvents. */
  public String getSpecversion() {
    return "1.0";
  }

  /** What the data is. */
  public String getDatacontenttype() {
    return "application/json";
  }
}
