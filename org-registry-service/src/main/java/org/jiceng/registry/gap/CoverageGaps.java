package org.jiceng.registry.gap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiceng.events.UnitKind;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Tables;
import org.jiceng.registry.Territory;

/**
 * Reads the gaps in the order of their indexes: of each area and kind only as many as a page holds,
 * so that a page costs the same however many units there are. What a whole district holds is found
 * among all gaps sooner than in each of its many areas.
 */
@ApplicationScoped
class CoverageGaps {
  private static final String PAGE =
      """
      select u.* from unnest(?::text[]) k (kind) %s
       cross join lateral (
         select id, credit_code, name, kind, area_code, staff_count, registered_on, uncovered_on
           from unit
          where unit.kind = k.kind and %s and covered_by is null and closed_on is null
            and staff_count >= ? and (staff_count, id) < (?, ?)
          order by staff_count desc, id desc limit %d) u
       order by u.staff_count desc, u.id desc limit %3$d""";
  private static final String AREAS =
      """
      cross join (select area_code from area_within
                   where within_code = ? and valid_to is null) a (area)""";
  private static final UUID LAST = new UUID(-1, -1);

  private final Tables tables;

  CoverageGaps(Tables tables) {
    this.tables = tables;
  }

  Page<CoverageGap> page(AreaCode area, UnitKind kind, int minStaff, PageRequest page) {
    Condition condition = new Condition(select(area, page.fetchSize())).with(kinds(kind));
    if (area != null) {
      condition.with(area.value());
    }
    condition
        .with(minStaff)
        .with(page.cursor().map(c -> c.number(0)).orElse((long) Integer.MAX_VALUE))
        .with(page.cursor().map(c -> c.uuid(1)).orElse(LAST));
    List<CoverageGap> rows = tables.list(condition, "", CoverageGap::of);
    return page.page(rows, gap -> Cursor.of(gap.staffCount(), gap.unitId()));
  }

  private String select(AreaCode area, int limit) {
    if (area == null) {
      return PAGE.formatted("", "true", limit);
    }
    boolean district =
        tables.any("select 1 from area where code = ? and parent_code is null", area.value());
    return district
        ? PAGE.formatted("", Territory.NOW_WITHIN.formatted("area_code"), limit)
        : PAGE.formatted(AREAS, "area_code = a.area", limit);
  }

  private static String kinds(UnitKind kind) {
    return Stream.of(UnitKind.values())
        .filter(each -> kind == null || kind == each)
        .map(UnitKind::name)
        .collect(Collectors.joining(",", "{", "}"));
  }
}
