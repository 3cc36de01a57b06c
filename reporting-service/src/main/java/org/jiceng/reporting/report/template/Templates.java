package org.jiceng.reporting.report.template;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jiceng.kit.database.Conditions;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.reporting.report.content.CanonicalJson;

/** The templates on record, read each time: another instance may have changed them just now. */
@ApplicationScoped
public class Templates {
  private static final String COLUMNS =
      "t.definition::text, t.version, t.state, t.retired_on, t.changed_by, t.changed_at";
  private static final String INSERT =
      """
      insert into report_template
        (name, version, state, retired_on, definition, changed_by, changed_at)
      values (?, ?, ?, ?, ?::jsonb, ?, ?)""";

  private final Database database;

  Templates(Database database) {
    this.database = database;
  }

  /** The one of that name, in its newest version. */
  public Optional<KeptTemplate> find(String name) {
    return database.first(
        "select "
            + COLUMNS
            + " from report_template t where t.name = ? order by t.version desc limit 1",
        Templates::kept,
        name);
  }

  /** Keeps others from changing or retiring it until the transaction ends. */
  public void share(String name) {
    lock("pg_advisory_xact_lock_shared", name);
  }

  /** Holds a template, whether it is there or not yet, until the transaction ends. */
  void hold(String name) {
    lock("pg_advisory_xact_lock", name);
  }

  private void lock(String function, String name) {
    database.first(
        "select " + function + "(hashtextextended(?, 0))", row -> true, "report-template " + name);
  }

  void insert(KeptTemplate kept) {
    database.change(
        INSERT,
        kept.template().template(),
        kept.version(),
        kept.state(),
        kept.retiredOn(),
        new String(CanonicalJson.bytes(kept.template()), StandardCharsets.UTF_8),
        kept.changedBy(),
        kept.changedAt().atOffset(ZoneOffset.UTC));
  }

  /** Whether a schedule names it that is not closed. */
  boolean isScheduled(String name) {
    return database
        .first(
            "select 1 from report_schedule where template = ? and state <> 'CLOSED' limit 1",
            row -> true,
            name)
        .isPresent();
  }

  /** The newest version of each, by their names. */
  Page<KeptTemplate> page(PageRequest page) {
    Conditions conditions =
        new Conditions(
                "select distinct on (t.name) " + COLUMNS + " from report_template t where true")
            .and("t.name > ?", page.cursor().map(c -> c.key(0)).orElse(null));
    return page.page(
        conditions.list(database, "t.name, t.version desc", page.fetchSize(), Templates::kept),
        kept -> Cursor.of(kept.template().template()));
  }

  /** All versions of one, the newest first. */
  Page<KeptTemplate> versions(String name, PageRequest page) {
    Conditions conditions =
        new Conditions("select " + COLUMNS + " from report_template t where t.name = ?", name)
            .and("t.version < ?", page.cursor().map(c -> c.number(0)).orElse(null));
    return page.page(
        conditions.list(database, "t.version desc", page.fetchSize(), Templates::kept),
        kept -> Cursor.of(kept.version()));
  }

  private static KeptTemplate kept(ResultSet row) throws SQLException {
    byte[] definition = row.getString(1).getBytes(StandardCharsets.UTF_8);
    return new KeptTemplate(
        CanonicalJson.read(definition, Template.class),
        row.getLong(2),
        KeptTemplate.State.valueOf(row.getString(3)),
        row.getObject(4, LocalDate.class),
        row.getString(5),
        row.getObject(6, OffsetDateTime.class).toInstant());
  }
}
