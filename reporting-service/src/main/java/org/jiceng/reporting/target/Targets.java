package org.jiceng.reporting.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.database.DatabaseRefusal;
import org.jiceng.kit.problem.CommonProblems;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.reporting.statistics.Values;

/** The targets that there are. */
@ApplicationScoped
class Targets {
  private static final ProblemType OVERLAPS = new ProblemType(409, "target-overlaps");
  private static final String SELECT =
      """
      select t.id, t.indicator, t.area_code, t.organization_id, t.direction, t.value, t.from_day,
             t.until_day, t.withdrawn_at is not null, t.version
        from target t""";
  private static final String ONE = SELECT + " where t.id = ?";

  // In the line of the caller's scope, or in the area of its root; in no scope for all.
  private static final String SEEN =
      SELECT
          + """

        left join organization_node o on o.organization_id = t.organization_id
       where t.withdrawn_at is null
         and (?::ltree is null or o.path <@ ?::ltree
              or left(t.area_code, length(?::text)) = ?)
         and (?::date is null or (t.from_day <= ?::date and t.until_day >= ?::date))
         and (?::varchar is null or t.area_code = ?)
         and (?::uuid is null or t.organization_id = ?)
         and t.id > ? order by t.id limit ?""";
  private static final String INSERT =
      """
      insert into target (id, indicator, area_code, organization_id, direction, value, from_day,
                          until_day, version)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
  private static final String UPDATE =
      """
      update target set direction = ?, value = ?, from_day = ?, until_day = ?, version = ?,
             withdrawn_at = ?
       where id = ? and version = ?""";
  private static final String AREA_OF =
      "select area_code from organization_node where organization_id = ?";

  private final Database database;
  private final BusinessClock clock;

  Targets(Database database, BusinessClock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Which of them are asked for.
   *
   * @param line the path of the caller's scope; null for the whole district
   * @param within the digits of the area of its root
   * @param day on which they are in force; null for any
   */
  record Wanted(
      String line, String within, LocalDate day, String area, UUID organization, UUID after) {}

  Optional<Target> find(UUID id) {
    return database.first(ONE, Targets::target, id);
  }

  List<Target> list(Wanted wanted, int limit) {
    return database.list(
        SEEN,
        Targets::target,
        wanted.line,
        wanted.line,
        wanted.within,
        wanted.within,
        wanted.day,
        wanted.day,
        wanted.day,
        wanted.area,
        wanted.area,
        wanted.organization,
        wanted.organization,
        wanted.after == null ? new UUID(0, 0) : wanted.after,
        limit);
  }

  Optional<String> areaOf(UUID organization) {
    return database.first(AREA_OF, row -> row.getString(1), organization);
  }

  void add(Target target) {
    refusingOverlap(
        () ->
            database.change(
                INSERT,
                target.id(),
                target.indicator(),
                target.area(),
                target.organization(),
                target.direction(),
                target.value(),
                target.from(),
                target.until(),
                target.version()));
  }

  void change(Target target) {
    refusingOverlap(
        () -> {
          int changed =
              database.change(
                  UPDATE,
                  target.direction(),
                  target.value(),
                  target.from(),
                  target.until(),
                  target.version(),
                  target.withdrawn() ? clock.now().atOffset(ZoneOffset.UTC) : null,
                  target.id(),
                  target.version() - 1);
          if (changed == 0) {
            throw new Problem(CommonProblems.STALE);
          }
        });
  }

  private static void refusingOverlap(Runnable change) {
    try {
      change.run();
    } catch (DatabaseRefusal refusal) {
      throw refusal.breaks("target_no_overlap") ? new Problem(OVERLAPS).at("from") : refusal;
    }
  }

  private static Target target(ResultSet row) throws SQLException {
    return new Target(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getObject(4, UUID.class),
        Direction.valueOf(row.getString(5)),
        Values.plain(row.getBigDecimal(6)),
        row.getObject(7, LocalDate.class),
        row.getObject(8, LocalDate.class),
        row.getBoolean(9),
        row.getLong(10));
  }
}
