package org.jiceng.activity.life;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.kit.database.Database;

/** The minutes of all activities; earlier ones are kept, the last ones count. */
@ApplicationScoped
class MinutesBook {
  private static final String WRITE =
      "insert into minutes (activity_id, number, text, written_at) values (?, ?, ?, ?)";

  private static final String LATEST =
      """
      select activity_id, number, text, written_at from minutes
       where activity_id = ? order by number desc limit 1""";

  private final Database database;

  MinutesBook(Database database) {
    this.database = database;
  }

  void write(UUID activity, int number, String text, Instant at) {
    database.change(WRITE, activity, number, text, at.atOffset(ZoneOffset.UTC));
  }

  Optional<Minutes> latest(UUID activity) {
    return database.first(
        LATEST,
        row ->
            new Minutes(
                activity,
                row.getInt("number"),
                row.getString("text"),
                row.getObject("written_at", OffsetDateTime.class).toInstant()),
        activity);
  }
}
