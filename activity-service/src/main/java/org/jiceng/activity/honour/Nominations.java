package org.jiceng.activity.honour;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.database.Conditions;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** All nominations. */
@ApplicationScoped
class Nominations implements PanacheRepositoryBase<Nomination, UUID> {
  private static final String WITHIN_SCOPE =
      "organization_id in (select organization_id from organization_node where path <@ ?::ltree)";

  private final Database database;

  Nominations(Database database) {
    this.database = database;
  }

  Nomination require(UUID id) {
    return findByIdOptional(id).orElseThrow(Problem::notFound);
  }

  /** By day; those of a scope (by its path; null: the whole district). */
  Page<NominationView> page(HonourKind kind, NominationState state, String path, PageRequest page) {
    Conditions conditions =
        new Conditions("select * from nomination where true")
            .and("kind = ?", kind)
            .and("state = ?", state)
            .and(WITHIN_SCOPE, path);
    page.cursor()
        .ifPresent(
            c -> conditions.and("(nominated_on, nomination_id) > (?, ?)", c.date(0), c.uuid(1)));
    List<NominationView> found =
        conditions.list(
            database, "nominated_on, nomination_id", page.fetchSize(), Nominations::read);
    return page.page(found, one -> Cursor.of(one.nominatedOn(), one.id()));
  }

  private static NominationView read(ResultSet row) throws SQLException {
    return new NominationView(
        row.getObject("nomination_id", UUID.class),
        HonourKind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getObject("organization_id", UUID.class),
        row.getString("area_code"),
        row.getString("state"),
        row.getObject("nominated_on", LocalDate.class),
        row.getObject("decided_on", LocalDate.class),
        row.getString("reason_code"),
        row.getObject("honour_id", UUID.class),
        row.getLong("version"));
  }
}
