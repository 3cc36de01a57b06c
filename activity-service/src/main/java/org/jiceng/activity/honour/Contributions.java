package org.jiceng.activity.honour;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.database.Conditions;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** What all honours have contributed. */
@ApplicationScoped
class Contributions {
  private static final String ADD =
      """
      insert into honour_contribution (contribution_id, honour_id, contribution_code, count,
                                       contributed_on)
      values (?, ?, ?, ?, ?)""";

  private final Database database;

  Contributions(Database database) {
    this.database = database;
  }

  void add(UUID honour, Contribution one) {
    database.change(
        ADD, one.id(), honour, one.contributionCode(), one.count(), one.contributedOn());
  }

  /** By day. */
  Page<Contribution> page(UUID honour, PageRequest page) {
    Conditions conditions =
        new Conditions("select * from honour_contribution where honour_id = ?", honour);
    page.cursor()
        .ifPresent(
            c ->
                conditions.and("(contributed_on, contribution_id) > (?, ?)", c.date(0), c.uuid(1)));
    List<Contribution> found =
        conditions.list(
            database,
            "contributed_on, contribution_id",
            page.fetchSize(),
            row ->
                new Contribution(
                    row.getObject("contribution_id", UUID.class),
                    row.getString("contribution_code"),
                    row.getInt("count"),
                    row.getObject("contributed_on", LocalDate.class)));
    return page.page(found, one -> Cursor.of(one.contributedOn(), one.id()));
  }
}
