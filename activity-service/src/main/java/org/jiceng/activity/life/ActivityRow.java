package org.jiceng.activity.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiceng.events.ActivityKind;

/** An activity as a list's query finds it: its day, and what goes out of it. */
record ActivityRow(LocalDate day, ActivityView view) {

  static ActivityRow of(ResultSet row) throws SQLException {
    return new ActivityRow(row.getObject("held_on", LocalDate.class), view(row));
  }

  static ActivityView view(ResultSet row) throws SQLException {
    UUID leading = row.getObject("organization_id", UUID.class);
    List<UUID> others =
        Stream.of((UUID[]) row.getArray("holders").getArray())
            .filter(holder -> !holder.equals(leading))
            .distinct()
            .toList();
    ActivityState state = ActivityState.valueOf(row.getString("state"));
    return new ActivityView(
        row.getObject("activity_id", UUID.class),
        leading,
        others,
        ActivityKind.valueOf(row.getString("kind")),
        state,
        row.getString("title"),
        state.tookPlace() ? row.getObject("held_on", LocalDate.class) : null,
        moment(row, "starts_at"),
        moment(row, "ends_at"),
        row.getObject("site_id", UUID.class),
        row.getObject("booking_id", UUID.class),
        row.getString("place"),
        List.of((String[]) row.getArray("agenda").getArray()),
        places(row),
        row.getLong("attendances"),
        row.getLong("hosted"),
        row.getString("reason_code"),
        row.getLong("version"));
  }

  private static ActivityView.Places places(ResultSet row) throws SQLException {
    int limit = row.getInt("sign_up_limit");
    return row.wasNull()
        ? null
        : new ActivityView.Places(
            limit,
            moment(row, "sign_up_opens_at"),
            moment(row, "sign_up_closes_at"),
            row.getLong("taken"),
            row.getLong("waiting"));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
