package org.jiceng.activity.life;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.database.Conditions;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The activities there are. */
@ApplicationScoped
public class Activities implements PanacheRepositoryBase<Activity, UUID> {
  private static final String SELECT =
      """
      select v.*, h.holders, n.attendances, n.hosted, s.taken, s.waiting
        from activity v
       cross join lateral (
         select array_agg(organization_id order by position) as holders
           from activity_holder h where h.activity_id = v.activity_id) h
       cross join lateral (
         select count(*) as attendances, count(registration_id) as hosted
           from attendance a where a.activity_id = v.activity_id and a.revoked_on is null) n
       cross join lateral (
         select count(*) filter (where state = 'SIGNED_UP') as taken,
                count(*) filter (where state = 'WAITING') as waiting
           from sign_up s where s.activity_id = v.activity_id) s
       where true""";

  private static final String HELD_WITHIN =
      """
      exists (select 1 from activity_holder w join organization_node o using (organization_id)
               where w.activity_id = v.activity_id and o.path <@ ?::ltree)""";

  private static final String HELD_BY =
      "v.activity_id in (select activity_id from activity_holder where organization_id = ?)";

  private final Database database;

  Activities(Database database) {
    this.database = database;
  }

  /** The one of that id, else 404. */
  public Activity require(UUID id) {
    return findByIdOptional(id).orElseThrow(Problem::notFound);
  }

  /** The same, whom nobody else changes until the transaction ends. */
  public Activity hold(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problem::notFound);
  }

  /** With how many attended and signed up. */
  ActivityView view(UUID id) {
    return database.list(SELECT + " and v.activity_id = ?", ActivityRow::view, id).get(0);
  }

  /** By day; those of a scope (by its path; null: the whole district). */
  Page<ActivityView> page(ActivityFilter filter, String path, PageRequest page) {
    Conditions conditions =
        new Conditions(SELECT)
            .and(HELD_WITHIN, path)
            .and(HELD_BY, filter.organizationId)
            .and("v.kind = ?", filter.kind)
            .and("v.state = ?", filter.state)
            .and("v.held_on >= ?", filter.from)
            .and("v.held_on <= ?", filter.until);
    page.cursor()
        .ifPresent(
            c -> conditions.and("(v.held_on, v.activity_id) > (?, ?)", c.date(0), c.uuid(1)));
    List<ActivityRow> found =
        conditions.list(database, "v.held_on, v.activity_id", page.fetchSize(), ActivityRow::of);
    Page<ActivityRow> rows = page.page(found, one -> Cursor.of(one.day(), one.view().id()));
    return new Page<>(rows.items().stream().map(ActivityRow::view).toList(), rows.nextCursor());
  }
}
