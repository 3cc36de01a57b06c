package org.jiceng.member.membership;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that was recorded of a membership, as it was told to everyone: true from effectiveOn,
 * known since recordedAt. A {@code correction} says why those that follow it put right what stands
 * before; recordedBy is a caller's subject, null where a file brought it.
 */
public record LifeEntry(
    @Schema(examples = "member-admitted") String what,
    LocalDate effectiveOn,
    Instant recordedAt,
    String recordedBy,
    @JsonRawValue @Schema(type = SchemaType.OBJECT, description = "As in the event of that name")
        String data) {
  static LifeEntry of(ResultSet row) throws SQLException {
    return new LifeEntry(
        row.getString("what"),
        row.getObject("effective_on", LocalDate.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("recorded_by"),
        row.getString("data"));
  }
}
