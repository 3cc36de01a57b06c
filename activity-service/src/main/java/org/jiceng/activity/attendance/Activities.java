package org.jiceng.activity.attendance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.ActivityKind;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The activities that took place. */
@ApplicationScoped
public class Activities implements PanacheRepositoryBase<Activity, UUID> {
  private static final String SELECT =
      """
      select v.*, n.attendances, n.hosted
        from activity v
       cross join lateral (
         select count(*) as attendances, count(registration_id) as hosted
           from attendance a where a.activity_id = v.activity_id and a.revoked_on is null) n
      """;

  private static final String PAGE =
      SELECT
          + """
             where (?::ltree is null or v.organization_id in
                     (select organization_id from organization_node where path <@ ?::ltree))
               and (?::uuid is null or v.organization_id = ?::uuid)
               and (?::text is null or v.kind = ?::text)
               and v.held_on between coalesce(?::date, '-infinity')
                                 and coalesce(?::date, 'infinity')
               and (?::date is null or (v.held_on, v.activity_id) > (?::date, ?::uuid))
             order by v.held_on, v.activity_id limit ?""";

  private final Database database;

  Activities(Database database) {
    this.database = database;
  }

  Activity require(UUID id) {
    return findByIdOptional(id).orElseThrow(Problem::notFound);
  }

  /** With how many attended. */
  ActivityView view(UUID id) {
    return database.list(SELECT + "where v.activity_id = ?", Activities::view, id).get(0);
  }

  /** By day; those of a scope (by its path; null: the whole district). */
  Page<ActivityView> page(ActivityFilter filter, String path, PageRequest page) {
    String kind = filter.kind == null ? null : filter.kind.name();
    LocalDate afterDay = page.cursor().map(cursor -> cursor.date(0)).orElse(null);
    List<ActivityView> found =
        database.list(
            PAGE,
            Activities::view,
            path,
            path,
            filter.organizationId,
            filter.organizationId,
            kind,
            kind,
            filter.from,
            filter.until,
            afterDay,
            afterDay,
            page.cursor().map(cursor -> cursor.uuid(1)).orElse(null),
            page.fetchSize());
    return page.page(found, one -> Cursor.of(one.heldOn(), one.id()));
  }

  private static ActivityView view(ResultSet row) throws SQLException {
    return new ActivityView(
        row.getObject("activity_id", UUID.class),
        row.getObject("organization_id", UUID.class),
        ActivityKind.valueOf(row.getString("kind")),
        row.getObject("held_on", LocalDate.class),
        row.getLong("attendances"),
        row.getLong("hosted"),
        row.getLong("version"));
  }
}
