package org.jiceng.registry.gap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiceng.events.UnitKind;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Tables;

/**
 * Reads the gaps in the order of their indexes: of each area and kind only as many as a page holds,
 * so that a page costs the same however many units there are; what a whole district holds is found
 * among all gaps sooner than in each of its many areas. Those with enough members come first, by
 * members; then those with enough staff, by staff.
 */
@ApplicationScoped
class CoverageGaps {
  /** The rank of those that are there for their staff, below every number of members. */
  static final int BY_STAFF = -1;

  private static final String PAGE =
      """
      select u.id, u.credit_code, u.name, u.kind, u.area_code, u.staff_count, u.member_count,
             u.registered_on, u.uncovered_on
        from unnest(?::text[]) k (kind)
       cross join (values (?::int, ?::int, ?::int, ?::int, ?::uuid, ?::int, ?::uuid))
             wanted (members, staff, by_members, then_staff, then_id, by_staff, then_staff_id)
       %1$s
       cross join lateral (
         (select member_count as rank, unit.*
            from unit
           where unit.kind = k.kind and %2$s and covered_by is null and closed_on is null
             and member_count > 0 and member_count >= wanted.members
             and (member_count, staff_count, id)
                 < (wanted.by_members, wanted.then_staff, wanted.then_id)
           order by member_count desc, staff_count desc, id desc limit %3$d)
         union all
         (select %4$d, unit.*
            from unit
           where unit.kind = k.kind and %2$s and covered_by is null and closed_on is null
             and member_count < wanted.members and staff_count >= wanted.staff
             and (staff_count, id) < (wanted.by_staff, wanted.then_staff_id)
           order by staff_count desc, id desc limit %3$d)) u
       order by u.rank desc, u.staff_count desc, u.id desc limit %3$d""";
  private static final String AREAS =
      """
      cross join (select area_code from area_within
                   where within_code = ? and valid_to is null) a (area)""";
  private static final String DISTRICT =
      """
      cross join (select array(select area_code from area_within
                                where within_code = ? and valid_to is null)) d (areas)""";
  private static final long FIRST = Integer.MAX_VALUE;
  private static final UUID LAST = new UUID(-1, -1);

  private final Tables tables;

  CoverageGaps(Tables tables) {
    this.tables = tables;
  }

  Page<CoverageGap> page(AreaCode area, UnitKind kind, Threshold threshold, PageRequest page) {
    Predicate<Cursor> byStaff = cursor -> cursor.number(0) == BY_STAFF;
    Condition condition =
        new Condition(select(area, page.fetchSize()))
            .with(kinds(kind))
            .with(threshold.minMembers())
            .with(threshold.minStaff())
            .with(page.cursor().map(c -> c.number(0)).orElse(FIRST))
            .with(page.cursor().map(c -> c.number(1)).orElse(FIRST))
            .with(page.cursor().map(c -> c.uuid(2)).orElse(LAST))
            .with(page.cursor().filter(byStaff).map(c -> c.number(1)).orElse(FIRST))
            .with(page.cursor().filter(byStaff).map(c -> c.uuid(2)).orElse(LAST));
    if (area != null) {
      condition.with(area.value());
    }
    List<CoverageGap> rows = tables.list(condition, "", CoverageGap::of);
    return page.page(rows, gap -> Cursor.of(threshold.rank(gap), gap.staffCount(), gap.unitId()));
  }

  private String select(AreaCode area, int limit) {
    if (area == null) {
      return PAGE.formatted("", "true", limit, BY_STAFF);
    }
    boolean district =
        tables.any("select 1 from area where code = ? and parent_code is null", area.value());
    return district
        ? PAGE.formatted(DISTRICT, "unit.area_code = any (d.areas)", limit, BY_STAFF)
        : PAGE.formatted(AREAS, "area_code = a.area", limit, BY_STAFF);
  }

  private static String kinds(UnitKind kind) {
    return Stream.of(UnitKind.values())
        .filter(each -> kind == null || kind == each)
        .map(UnitKind::name)
        .collect(Collectors.joining(",", "{", "}"));
  }
}
