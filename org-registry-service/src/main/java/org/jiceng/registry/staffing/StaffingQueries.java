package org.jiceng.registry.staffing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.PostKind;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Tables;

/** Sets the norm of today beside the filled posts, organisation by organisation, in one pass. */
@ApplicationScoped
class StaffingQueries {
  private static final String SCOPE =
      """
      with asked as (
        select o.id, o.code, o.name, o.type, o.area_code,
               case when o.type like '%COMMITTEE' then n.committee
                    when o.type = 'GENERAL_BRANCH' then n.general_branch
                    when o.type = 'BRANCH' then n.branch else 0 end as workers, n.units
          from organization o
         cross join (values (?::int, ?::int, ?::int, ?::int)) n (committee, general_branch, branch, units)
         where o.state = 'ACTIVE'""";

  private static final String COMPARE =
      """
      ),
      covered as (
        select covered_by as id, count(*) as units
          from unit where closed_on is null and covered_by in (select id from asked) group by 1),
      held as (
        select organization_id as id, kind, count(*) as held
          from post where appointment_id is not null
           and kind in ('FULL_TIME_WORKER', 'INSTRUCTOR')
           and organization_id in (select id from asked) group by 1, 2),
      normed as (
        select id, code, name, type, area_code, 'FULL_TIME_WORKER' as kind, workers::bigint as norm
          from asked
        union all
        select a.id, a.code, a.name, a.type, a.area_code, 'INSTRUCTOR',
               case when a.units = 0 then 0 else (coalesce(c.units, 0) + a.units - 1) / a.units end
          from asked a left join covered c on c.id = a.id),
      compared as (
        select n.*, coalesce(h.held, 0) as actual, greatest(n.norm - coalesce(h.held, 0), 0) as gap
          from normed n left join held h on h.id = n.id and h.kind = n.kind)""";

  private static final String TOTALS =
      """

      select kind, sum(norm), sum(actual), sum(gap) from compared group by kind order by kind""";

  private static final String GAPS =
      """

      select id, code, name, type, area_code, kind, norm, actual, gap from compared where gap > 0""";

  private final Tables tables;
  private final StaffingPolicy policy;
  private final BusinessClock clock;

  StaffingQueries(Tables tables, StaffingPolicy policy, BusinessClock clock) {
    this.tables = tables;
    this.policy = policy;
    this.clock = clock;
  }

  Staffing of(StaffingFilter filter) {
    List<Staffing.Line> lines =
        tables.list(
            asked(filter),
            COMPARE + TOTALS,
            row ->
                new Staffing.Line(
                    PostKind.valueOf(row.getString(1)),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4)));
    String area = filter.areaCode == null ? null : filter.areaCode.value();
    return new Staffing(filter.organizationId, area, lines);
  }

  /** The largest gap first. */
  Page<Staffing.Gap> gaps(StaffingFilter filter, PostKind kind, PageRequest page) {
    Condition gaps = new Condition(asked(filter), COMPARE + GAPS).and("kind = ?", kind);
    page.cursor()
        .ifPresent(c -> gaps.and("(-gap, id, kind) > (?, ?, ?)", c.number(0), c.uuid(1), c.key(2)));
    List<Staffing.Gap> rows =
        tables.list(
            gaps, " order by -gap, id, kind limit " + page.fetchSize(), StaffingQueries::gap);
    return page.page(rows, g -> Cursor.of(-g.gap(), g.organizationId(), g.kind()));
  }

  private Condition asked(StaffingFilter filter) {
    LocalDate today = clock.today();
    return filter.on(
        new Condition(SCOPE)
            .with(policy.workersPerCommittee().on(today))
            .with(policy.workersPerGeneralBranch().on(today))
            .with(policy.workersPerBranch().on(today))
            .with(policy.unitsPerInstructor().on(today)));
  }

  private static Staffing.Gap gap(ResultSet row) throws SQLException {
    return new Staffing.Gap(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        OrganizationType.valueOf(row.getString(4)),
        row.getString(5),
        PostKind.valueOf(row.getString(6)),
        row.getLong(7),
        row.getLong(8),
        row.getLong(9));
  }
}
