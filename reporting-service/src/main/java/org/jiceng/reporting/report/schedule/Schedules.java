package org.jiceng.reporting.report.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.kit.database.Conditions;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The schedules on record. */
@ApplicationScoped
class Schedules {
  private static final String SELECT =
      """
      select id, template, area_code, cron, state, closed_on, created_by, created_at, due_at,
             last_failure, last_report_id, version
        from report_schedule where\s""";

  /** Of several instances each gets another, and none waits. */
  private static final String DUE =
      """
      state = 'ACTIVE' and (due_at is null or due_at <= ?)
         and (next_attempt_at is null or next_attempt_at <= ?)
       order by due_at nulls first, id limit 1 for update skip locked""";

  private static final String UPDATE =
      """
      update report_schedule
         set cron = ?, state = ?, closed_on = ?, due_at = ?, last_failure = ?, version = ?,
             next_attempt_at = null
       where id = ?""";

  private final Database database;

  Schedules(Database database) {
    this.database = database;
  }

  Optional<Schedule> find(UUID id) {
    return database.first(SELECT + "id = ?", Schedules::schedule, id);
  }

  /** The same, held against others until the transaction ends. */
  Optional<Schedule> hold(UUID id) {
    return database.first(SELECT + "id = ? for update", Schedules::schedule, id);
  }

  /** One that has something to do, held until the transaction ends. */
  Optional<Schedule> holdDue(Instant now) {
    return database.first(SELECT + DUE, Schedules::schedule, moment(now), moment(now));
  }

  Page<Schedule> page(PageRequest page) {
    Conditions conditions =
        new Conditions(SELECT + "true")
            .and("id > ?", page.cursor().map(c -> c.uuid(0)).orElse(null));
    return page.page(
        conditions.list(database, "id", page.fetchSize(), Schedules::schedule),
        schedule -> Cursor.of(schedule.id()));
  }

  void insert(Schedule schedule) {
    database.change(
        """
        insert into report_schedule
          (id, template, area_code, cron, state, created_by, created_at, due_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)""",
        schedule.id(),
        schedule.template(),
        schedule.area(),
        schedule.cron(),
        schedule.state(),
        schedule.createdBy(),
        moment(schedule.createdAt()),
        moment(schedule.dueAt()));
  }

  void update(Schedule schedule) {
    database.change(
        UPDATE,
        schedule.cron(),
        schedule.state(),
        schedule.closedOn(),
        moment(schedule.dueAt()),
        schedule.lastFailure(),
        schedule.version(),
        schedule.id());
  }

  /**
   * What was due is done; the next is due then. The caller's version stays: nothing was changed.
   */
  void done(UUID id, UUID report, Instant next) {
    database.change(
        """
        update report_schedule
           set due_at = ?, last_report_id = coalesce(?, last_report_id), last_failure = null,
               next_attempt_at = null
         where id = ?""",
        moment(next),
        report,
        id);
  }

  /** It stays due, and is tried again then. */
  void failed(UUID id, String why, Instant again) {
    database.change(
        "update report_schedule set last_failure = left(?, 120), next_attempt_at = ? where id = ?",
        why,
        moment(again),
        id);
  }

  /**
   * What waits to be sealed.
   *
   * @param failing how many schedules failed at their last attempt
   * @param oldestDue since when the oldest is due, or will be; empty where there is none
   */
  record Backlog(long failing, Optional<Instant> oldestDue) {}

  Backlog backlog() {
    return database
        .first(
            """
            select count(last_failure), min(due_at) from report_schedule where state = 'ACTIVE'""",
            row ->
                new Backlog(
                    row.getLong(1),
                    Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)))
        .orElseThrow();
  }

  private static OffsetDateTime moment(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static Schedule schedule(ResultSet row) throws SQLException {
    OffsetDateTime due = row.getObject(9, OffsetDateTime.class);
    return new Schedule(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        Schedule.State.valueOf(row.getString(5)),
        row.getObject(6, LocalDate.class),
        row.getString(7),
        row.getObject(8, OffsetDateTime.class).toInstant(),
        due == null ? null : due.toInstant(),
        row.getString(10),
        row.getObject(11, UUID.class),
        row.getLong(12));
  }
}
