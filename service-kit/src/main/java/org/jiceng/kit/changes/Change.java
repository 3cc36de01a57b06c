package org.jiceng.kit.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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

  /** The version of CloudEvents. */
  public String getSpecversion() {
    return "1.0";
  }

  /** What the data is. */
  public String getDatacontenttype() {
    return "application/json";
  }
}
