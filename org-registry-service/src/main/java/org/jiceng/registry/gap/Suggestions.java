package org.jiceng.registry.gap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.Sector;
import org.jiceng.kit.area.AreaHierarchy;
import org.jiceng.kit.problem.Problem;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Tables;
import org.jiceng.registry.gap.Suggestion.Reason;

/** Finds who could cover a unit: the near before the far, those with room before the busy. */
@ApplicationScoped
class Suggestions {
  private static final int FEW = 10;

  // 200 of the near are looked at, and of what each covers no more than 100 are counted.
  private static final String NEAR =
      """
      with near as (
        select o.id, o.code, o.name, o.type, o.sector, o.area_code,
               o.area_code = ? as same_community,
               exists (select 1 from building b
                        where b.covered_by = o.id and b.area_code = ? and b.closed_on is null)
                 as building_there,
               o.sector in ('NON_PUBLIC_ENTERPRISE', 'SOCIAL_ORGANIZATION', 'BUILDING') as for_units
          from organization o
         where o.area_code in (
                 select area_code from area_within where within_code = %s and valid_to is null)
           and o.state = 'ACTIVE'
           and o.type in ('BRANCH', 'GENERAL_BRANCH', 'COMMITTEE')
         order by building_there desc, same_community desc, for_units desc, o.type, o.code
         limit 200)
      select near.*, covered.units
        from near
        cross join lateral (
          select count(*)::int as units from (
            select 1 from unit where covered_by = near.id and closed_on is null limit 100) counted
        ) covered
       order by building_there desc, same_community desc, for_units desc, covered.units, code
       limit ?"""
          .formatted(AreaHierarchy.SUB_DISTRICT_OF);

  private final Tables tables;

  Suggestions(Tables tables) {
    this.tables = tables;
  }

  List<Suggestion> of(UUID unit, int limit) {
    String area =
        tables
            .one(
                "select area_code from unit"
                    + " where id = ? and covered_by is null and closed_on is null",
                row -> row.getString(1),
                unit)
            .orElseThrow(Problem::notFound);
    Condition near = new Condition(NEAR).with(area).with(area).with(area).with(area).with(limit);
    return tables.list(near, "", Suggestions::suggestion);
  }

  private static Suggestion suggestion(ResultSet row) throws SQLException {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(row.getBoolean(7) ? Reason.SAME_COMMUNITY : Reason.SAME_SUB_DISTRICT);
    if (row.getBoolean(8)) {
      reasons.add(Reason.COVERS_BUILDING_THERE);
    }
    if (row.getBoolean(9)) {
      reasons.add(Reason.SECTOR_FOR_UNITS);
    }
    if (row.getInt(10) < FEW) {
      reasons.add(Reason.FEW_COVERED_UNITS);
    }
    return new Suggestion(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        OrganizationType.valueOf(row.getString(4)),
        Sector.valueOf(row.getString(5)),
        row.getString(6),
        row.getInt(10),
        reasons);
  }
}
