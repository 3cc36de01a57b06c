package org.jiceng.registry.quality;

import static java.util.Map.entry;

import java.util.Map;

/**
 * How each rule finds its faults. A select answers the kind and the id of the record, whose it is
 * in the line (or null), and where it lies; it may use {@code today} and {@code p}, the rule's
 * parameters. A new rule is one more select here and one more row of quality_rule.
 */
final class RuleQueries {
  private static final String ORGANIZATION_IN_CLOSED_AREA =
      """
      select 'ORGANIZATION', o.id, o.id, o.area_code
        from organization o join area a on a.code = o.area_code
       where o.state <> 'DISSOLVED' and a.closed_on <= rule.today""";

  private static final String ORGANIZATION_BELOW_DISSOLVED =
      """
      select 'ORGANIZATION', o.id, o.id, o.area_code
        from organization o join organization parent on parent.id = o.parent_id
       where o.state <> 'DISSOLVED' and parent.state = 'DISSOLVED'""";

  private static final String UNIT_IN_CLOSED_AREA =
      """
      select 'UNIT', u.id, u.covered_by, u.area_code
        from unit u join area a on a.code = u.area_code
       where u.closed_on is null and a.closed_on <= rule.today""";

  private static final String SECRETARY_MISSING =
      """
      select 'ORGANIZATION', o.id, o.id, o.area_code
        from organization o
        left join post p on p.organization_id = o.id and p.kind = 'SECRETARY'
                        and p.abolished_on is null
       where o.state = 'ACTIVE' and p.appointment_id is null
         and coalesce(p.vacated_on, o.established_on) + (rule.p ->> 'graceDays')::int <= rule.today""";

  private static final String TERM_OVERDUE =
      """
      select 'POST', p.id, o.id, o.area_code
        from post p join organization o on o.id = p.organization_id
       where p.appointment_id is not null and o.state <> 'DISSOLVED'
         and p.term_ends_on < rule.today - (rule.p ->> 'graceDays')::int""";

  private static final String IMPOSSIBLE_DATES =
      """
      select 'ORGANIZATION', o.id, o.id, o.area_code
        from organization o join organization parent on parent.id = o.parent_id
       where o.state <> 'DISSOLVED' and o.established_on < parent.established_on
      union all
      select 'POST', p.id, o.id, o.area_code
        from post p join organization o on o.id = p.organization_id
       where p.abolished_on is null and p.created_on < o.established_on
      union all
      select 'UNIT', u.id, o.id, u.area_code
        from unit u join organization o on o.id = u.covered_by
       where u.closed_on is null and u.covered_on < o.established_on
      union all
      select 'BUILDING', b.id, o.id, b.area_code
        from building b join organization o on o.id = b.covered_by
       where b.closed_on is null and b.covered_on < o.established_on""";

  private static final String DUPLICATE_ORGANIZATION_NAME =
      """
      select 'ORGANIZATION', id, id, area_code
        from (select o.*, count(*) over (partition by area_code, name) as namesakes
                from organization o where state <> 'DISSOLVED') o
       where namesakes > 1""";

  private static final String DUPLICATE_UNIT_NAME =
      """
      select 'UNIT', id, covered_by, area_code
        from (select u.*, count(*) over (partition by area_code, name) as namesakes
                from unit u where closed_on is null) u
       where namesakes > 1""";

  // The median, since a mean and its deviation would be drawn along by the outliers themselves.
  private static final String STAFF_OUTLIER =
      """
      select 'UNIT', u.id, u.covered_by, u.area_code
        from unit u
        join (select kind, percentile_disc(0.5) within group (order by staff_count) as median
                from unit where closed_on is null group by kind) usual using (kind)
       where u.closed_on is null and u.staff_count >= (rule.p ->> 'atLeast')::int
         and u.staff_count > (rule.p ->> 'timesMedian')::bigint * usual.median""";

  private static final String COVERAGE_OUTLIER =
      """
      select 'ORGANIZATION', o.id, o.id, o.area_code
        from (with covered as (select covered_by, count(*) as units from unit
                                where covered_by is not null and closed_on is null group by 1)
              select *, (select percentile_disc(0.5) within group (order by units) from covered) as median
                from covered) c
        join organization o on o.id = c.covered_by
       where c.units >= (rule.p ->> 'atLeast')::int
         and c.units > (rule.p ->> 'timesMedian')::bigint * c.median""";

  // Full members of the organisation and of all below it. Three full members make a branch, more
  // than fifty a general branch, more than a hundred a committee (Party Constitution, article 30
  // ff., and the regulation on branches of 2018).
  private static final String SIZE_OUT_OF_BOUNDS =
      """
      select 'ORGANIZATION', o.id, o.id, o.area_code
        from organization o
        left join (select above.id, count(*) as members
                     from neighbour_record m
                     join organization own on own.id = m.organization_id
                     join organization above on above.path @> own.path
                    where m.kind = 'MEMBER' and not m.probationary
                      and (m.ends_at is null or m.ends_at > now())
                    group by above.id) size using (id)
        join (values ('BRANCH', (rule.p ->> 'branchAtLeast')::int,
                      (rule.p ->> 'branchAtMost')::int),
                     ('GENERAL_BRANCH', (rule.p ->> 'generalBranchAtLeast')::int,
                      (rule.p ->> 'generalBranchAtMost')::int),
                     ('COMMITTEE', (rule.p ->> 'committeeAtLeast')::int, 2147483647))
             bounds (type, at_least, at_most) on bounds.type = o.type
       where o.state = 'ACTIVE'
         and coalesce(size.members, 0) not between bounds.at_least and bounds.at_most""";

  private static final Map<String, String> ALL =
      Map.ofEntries(
          entry("ORGANIZATION_IN_CLOSED_AREA", ORGANIZATION_IN_CLOSED_AREA),
          entry("ORGANIZATION_BELOW_DISSOLVED", ORGANIZATION_BELOW_DISSOLVED),
          entry("UNIT_IN_CLOSED_AREA", UNIT_IN_CLOSED_AREA),
          entry("SECRETARY_MISSING", SECRETARY_MISSING),
          entry("TERM_OVERDUE", TERM_OVERDUE),
          entry("IMPOSSIBLE_DATES", IMPOSSIBLE_DATES),
          entry("DUPLICATE_ORGANIZATION_NAME", DUPLICATE_ORGANIZATION_NAME),
          entry("DUPLICATE_UNIT_NAME", DUPLICATE_UNIT_NAME),
          entry("STAFF_OUTLIER", STAFF_OUTLIER),
          entry("COVERAGE_OUTLIER", COVERAGE_OUTLIER),
          entry("SIZE_OUT_OF_BOUNDS", SIZE_OUT_OF_BOUNDS));

  private RuleQueries() {}

  /** The faults of a rule: subject_kind, subject_id, organization_id, area_code. */
  static String of(String rule) {
    String select = ALL.get(rule);
    if (select == null) {
      throw new IllegalStateException("there is no query for the rule " + rule);
    }
    return select;
  }
}
