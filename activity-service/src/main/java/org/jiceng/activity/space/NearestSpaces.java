package org.jiceng.activity.space;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jiceng.kit.database.Conditions;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/**
 * The spaces that can be used, the nearest to a point first: an index walks away from the point.
 */
@ApplicationScoped
class NearestSpaces {
  private static final String SELECT =
      "select "
          + Ranked.COLUMNS
          + ", s.earth <-> ?::cube as straight, 0 as place"
          + " from site s join space p on p.site_id = s.site_id "
          + Use.IF_USABLE
          + " where s.closed_on is null and p.closed_on is null and s.earth is not null";

  private final Database database;
  private final BusinessClock clock;

  NearestSpaces(Database database, BusinessClock clock) {
    this.database = database;
    this.clock = clock;
  }

  Page<Ranked> page(Use use, SpaceFilter filter, PageRequest page) {
    String there = filter.near().cube();
    Conditions query = filter.narrow(SELECT, there);
    Double within = filter.straightWithin();
    if (within != null) {
      query.and("s.earth <@ cube_enlarge(?::cube, ?, 3)", there, within);
      query.and("s.earth <-> ?::cube <= ?", there, within);
    }
    page.cursor()
        .ifPresent(
            after ->
                query.and(
                    "(s.earth <-> ?::cube, p.space_id) > (?, ?)",
                    there,
                    straight(after),
                    after.uuid(1)));
    List<Object> arguments = use.arguments(clock.zone());
    arguments.addAll(query.arguments());
    arguments.add(there);
    arguments.add(page.fetchSize());
    String sql = Use.WITH + query.sql() + " order by s.earth <-> ?::cube, p.space_id limit ?";
    return page.page(
        database.list(sql, Ranked::of, arguments.toArray()),
        last -> Cursor.of(last.straight(), last.space().spaceId()));
  }

  private static double straight(Cursor cursor) {
    try {
      double straight = Double.parseDouble(String.valueOf(cursor.key(0)));
      if (Double.isFinite(straight)) {
        return straight;
      }
    } catch (NumberFormatException e) {
      // told the same way as a number without an end
    }
    throw Problem.malformed("cursor", "cursor");
  }
}
