package org.jiceng.activity.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.kit.database.Database;

/** What the attachments are; those that were removed are kept, without their bytes. */
@ApplicationScoped
class Attachments {
  private static final String ADD =
      """
      insert into attachment (attachment_id, activity_id, name, media_type, size, sha256, added_at)
      values (?, ?, ?, ?, ?, ?, ?)""";

  private static final String OF =
      "select * from attachment where activity_id = ? and removed_on is null order by attachment_id";

  private static final String ONE =
      "select * from attachment where activity_id = ? and attachment_id = ? and removed_on is null";

  private static final String REMOVE =
      "update attachment set removed_on = ?, reason_code = ? where attachment_id = ?";

  private static final String UNSPOKEN_OF =
      """
      select id from unnest(?::uuid[]) as stored (id)
       where not exists (select 1 from attachment
                          where attachment_id = id and removed_on is null)""";

  private final Database database;

  Attachments(Database database) {
    this.database = database;
  }

  void add(Attachment one) {
    database.change(
        ADD,
        one.id(),
        one.activityId(),
        one.name(),
        one.mediaType(),
        one.size(),
        one.sha256(),
        one.addedAt().atOffset(ZoneOffset.UTC));
  }

  List<Attachment> of(UUID activity) {
    return database.list(OF, Attachments::read, activity);
  }

  Optional<Attachment> find(UUID activity, UUID id) {
    return database.first(ONE, Attachments::read, activity, id);
  }

  void remove(UUID id, String reasonCode, LocalDate on) {
    database.change(REMOVE, on, reasonCode, id);
  }

  /** Those of the stored ids that no attachment has, or only one that was removed. */
  List<UUID> unspokenOf(Collection<UUID> stored) {
    return database.list(UNSPOKEN_OF, row -> row.getObject(1, UUID.class), stored);
  }

  private static Attachment read(ResultSet row) throws SQLException {
    return new Attachment(
        row.getObject("attachment_id", UUID.class),
        row.getObject("activity_id", UUID.class),
        row.getString("name"),
        row.getString("media_type"),
        row.getLong("size"),
        row.getString("sha256"),
        row.getObject("added_at", OffsetDateTime.class).toInstant());
  }
}
