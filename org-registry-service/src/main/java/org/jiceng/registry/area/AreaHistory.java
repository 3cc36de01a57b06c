package org.jiceng.registry.area;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Tables;

/** What areas were from which date on, and which lay within which. */
@ApplicationScoped
public class AreaHistory {
  /** Ends the versions of areas (codes, separated by commas) that are open before a date. */
  static final String END =
      """
      update area_version set valid_to = ?
       where area_code = any (string_to_array(?, ',')) and valid_to is null and valid_from < ?""";

  /** Remembers what areas (codes, separated by commas) are from a date on. */
  static final String RECORD =
      """
      insert into area_version (area_code, valid_from, recorded_at, name, name_en, level,
                                parent_code, standard_code, closed)
      select code, ?, ?, name, name_en, level, parent_code, standard_code, closed_on is not null
        from area where code = any (string_to_array(?, ','))
      on conflict (area_code, valid_from) do update
        set recorded_at = excluded.recorded_at, name = excluded.name, name_en = excluded.name_en,
            parent_code = excluded.parent_code, standard_code = excluded.standard_code,
            closed = excluded.closed""";

  private static final String BELOW =
      """
      with recursive below (code) as (
        select code from area where code = any (string_to_array(?, ','))
        union
        select v.area_code from below join area_version v on v.parent_code = below.code)""";

  /** Forgets where areas (codes, separated by commas), and all that ever lay below, lay. */
  static final String LIFT =
      BELOW + " delete from area_within where area_code in (select code from below)";

  /** Works out where the same areas lie, through each stretch of days of each area above. */
  static final String LAY =
      BELOW
          + """
          , stretch (area_code, parent_code, since, until) as (
            select area_code, parent_code,
                   case when exists (select from area_version e
                                      where e.area_code = v.area_code and e.valid_from < v.valid_from)
                        then valid_from else '-infinity' end,
                   coalesce(valid_to, 'infinity')
              from area_version v where parent_code is not null),
          up (area_code, within_code, distance, since, until) as (
            select code, code, 0, date '-infinity', date 'infinity' from below
            union all
            select up.area_code, s.parent_code, up.distance + 1, greatest(up.since, s.since),
                   least(up.until, s.until)
              from up join stretch s
                on s.area_code = up.within_code and s.since < up.until and s.until > up.since),
          joined (area_code, within_code, distance, days) as (
            select area_code, within_code, distance, unnest(range_agg(daterange(since, until)))
              from up group by area_code, within_code, distance)
          insert into area_within (area_code, within_code, distance, valid_from, valid_to)
          select area_code, within_code, distance, lower(days), nullif(upper(days), 'infinity')
            from joined""";

  private final Tables tables;
  private final BusinessClock clock;

  AreaHistory(Tables tables, BusinessClock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  /** Remembers what an area is from a date on. */
  void record(String code, LocalDate from) {
    tables.change(END, from, code, from);
    tables.change(RECORD, from, OffsetDateTime.ofInstant(clock.now(), ZoneOffset.UTC), code);
  }

  /** Works out anew where an area, and all below it, lay and lies. */
  void lay(String code) {
    tables.change(LIFT, code);
    tables.change(LAY, code);
  }

  List<AreaVersion> of(String code) {
    List<AreaVersion> versions =
        tables.list(
            new Condition(
                    """
                    select valid_from, valid_to, recorded_at, name, name_en, level, parent_code,
                           standard_code, closed
                      from area_version where true""")
                .and("area_code = ?", code),
            " order by valid_from",
            AreaVersion::of);
    if (versions.isEmpty()) {
      throw Problem.notFound();
    }
    return versions;
  }
}
