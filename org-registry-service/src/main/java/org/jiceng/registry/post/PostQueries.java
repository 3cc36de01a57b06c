package org.jiceng.registry.post;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.PostKind;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Tables;

/** Reads posts and who held them. */
@ApplicationScoped
class PostQueries {
  private static final String POSTS =
      """
      select p.id, p.organization_id, p.kind, p.created_on, p.abolished_on, p.abolished_reason,
             p.appointment_id, p.holder_id, p.filled_on, p.term_ends_on,
             case when p.appointment_id is null then coalesce(p.vacated_on, p.created_on) end,
             p.version
        from post p join organization o on o.id = p.organization_id
       where p.abolished_on is null""";
  private static final String APPOINTMENTS =
      """
      select id, holder_id, appointed_on, term_ends_on, ended_on, reason_code
        from appointment where true""";

  private final Tables tables;

  PostQueries(Tables tables) {
    this.tables = tables;
  }

  Page<PostView> page(PostFilter filter, PageRequest page) {
    Condition condition = filter.on(new Condition(POSTS));
    page.cursor().ifPresent(c -> condition.and("p.id > ?", c.uuid(0)));
    List<PostView> rows =
        tables.list(condition, " order by p.id limit " + page.fetchSize(), PostQueries::post);
    return page.page(rows, post -> Cursor.of(post.id()));
  }

  /** The latest appointment first. */
  Page<AppointmentView> appointments(UUID postId, PageRequest page) {
    if (!tables.any("select 1 from post where id = ?", postId)) {
      throw Problem.notFound();
    }
    Condition condition = new Condition(APPOINTMENTS).and("post_id = ?", postId);
    page.cursor()
        .ifPresent(c -> condition.and("(appointed_on, id) < (?, ?)", c.date(0), c.uuid(1)));
    List<AppointmentView> rows =
        tables.list(
            condition,
            " order by appointed_on desc, id desc limit " + page.fetchSize(),
            PostQueries::appointment);
    return page.page(rows, a -> Cursor.of(a.appointedOn(), a.id()));
  }

  private static PostView post(ResultSet row) throws SQLException {
    return new PostView(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        PostKind.valueOf(row.getString(3)),
        row.getObject(4, LocalDate.class),
        row.getObject(5, LocalDate.class),
        row.getString(6),
        row.getObject(7, UUID.class),
        row.getObject(8, UUID.class),
        row.getObject(9, LocalDate.class),
        row.getObject(10, LocalDate.class),
        row.getObject(11, LocalDate.class),
        row.getLong(12));
  }

  private static AppointmentView appointment(ResultSet row) throws SQLException {
    return new AppointmentView(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getObject(3, LocalDate.class),
        row.getObject(4, LocalDate.class),
        row.getObject(5, LocalDate.class),
        row.getString(6));
  }
}
