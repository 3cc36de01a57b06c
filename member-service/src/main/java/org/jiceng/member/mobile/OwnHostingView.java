package org.jiceng.member.mobile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A hosting as the person who is hosted sees it. */
public record OwnHostingView(
    UUID id,
    @Schema(description = "The organisation that hosts") String host,
    LocalDate hostedOn,
    @Schema(description = "Since when the home knows of it") LocalDate matchedOn,
    LocalDate endedOn,
    String reasonCode) {

  static OwnHostingView of(ResultSet row) throws SQLException {
    return new OwnHostingView(
        row.getObject("registration_id", UUID.class),
        row.getString("host_name"),
        row.getObject("hosted_on", LocalDate.class),
        row.getObject("matched_on", LocalDate.class),
        row.getObject("ended_on", LocalDate.class),
        row.getString("reason_code"));
  }
}
