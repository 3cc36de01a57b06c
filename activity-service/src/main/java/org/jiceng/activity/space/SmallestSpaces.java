package org.jiceng.activity.space;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiceng.kit.database.Conditions;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/**
 * The spaces that can be used: those of the organisation's own area, then all others, of each the
 * smallest that will do first. Both parts walk an index of sizes and stop when the page is full.
 */
@ApplicationScoped
class SmallestSpaces {
  private static final String SELECT =
      "select "
          + Ranked.COLUMNS
          + ", null::float8 as straight, %d as place"
          + " from space p join site s on s.site_id = p.site_id "
          + Use.IF_USABLE
          + " where s.closed_on is null and p.closed_on is null";

  private static final String IN_OWN_AREA =
      " and s.area_code = any((select u.own_areas from u)::varchar[])";
  private static final String ELSEWHERE =
      " and s.area_code <> all((select u.own_areas from u)::varchar[])";

  private final Database database;
  private final BusinessClock clock;

  SmallestSpaces(Database database, BusinessClock clock) {
    this.database = database;
    this.clock = clock;
  }

  Page<Ranked> page(Use use, SpaceFilter filter, PageRequest page) {
    List<Object> arguments = use.arguments(clock.zone());
    List<String> parts = new ArrayList<>();
    for (Conditions part : parts(use, filter, page.cursor())) {
      parts.add("(" + part.sql() + " order by p.capacity, p.space_id limit ?)");
      arguments.addAll(part.arguments());
      arguments.add(page.fetchSize());
    }
    arguments.add(page.fetchSize());
    String sql =
        Use.WITH
            + "select * from ("
            + String.join(" union all ", parts)
            + ") found order by place, capacity, space_id limit ?";
    return page.page(
        database.list(sql, Ranked::of, arguments.toArray()),
        last -> Cursor.of(last.place(), last.space().capacity(), last.space().spaceId()));
  }

  private static List<Conditions> parts(Use use, SpaceFilter filter, Optional<Cursor> after) {
    if (use.organizationId() == null) {
      return List.of(part(SELECT.formatted(0), filter, after));
    }
    boolean inOwnArea = after.map(cursor -> number(cursor, 0) == 0).orElse(true);
    List<Conditions> parts = new ArrayList<>();
    if (inOwnArea) {
      parts.add(part(SELECT.formatted(0) + IN_OWN_AREA, filter, after));
    }
    parts.add(part(SELECT.formatted(1) + ELSEWHERE, filter, after.filter(cursor -> !inOwnArea)));
    return parts;
  }

  private static Conditions part(String query, SpaceFilter filter, Optional<Cursor> after) {
    Conditions part = filter.narrow(query);
    after.ifPresent(
        cursor -> part.and("(p.capacity, p.space_id) > (?, ?)", number(cursor, 1), cursor.uuid(2)));
    return part;
  }

  private static long number(Cursor cursor, int index) {
    return Optional.ofNullable(cursor.number(index))
        .orElseThrow(() -> Problem.malformed("cursor", "cursor"));
  }
}
