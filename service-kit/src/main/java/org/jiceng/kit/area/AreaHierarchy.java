package org.jiceng.kit.area;

/**
 * How {@code area_within} (which area lies within which, from a date to another, itself included)
 * is worked out from {@code area_version} (whose parent was whose), in every service that keeps the
 * two. Before its first version an area lies where it lay first.
 */
public final class AreaHierarchy {
  private static final String BELOW =
      """
      with recursive below (code) as (
        select unnest(string_to_array(?, ','))
        union
        select v.area_code from below join area_version v on v.parent_code = below.code)""";

  /** Forgets where areas (codes, separated by commas), and all that ever lay below, lay. */
  public static final String LIFT =
      BELOW + " delete from area_within where area_code in (select code from below)";

  /** Works out where the same areas lie, through each stretch of days of each area above. */
  public static final String LAY =
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

  /**
   * What lies right below the district and holds an area (whose code it takes twice) today; the
   * district if that is the area.
   */
  public static final String SUB_DISTRICT_OF =
      """
      coalesce((select up.within_code from area_within up
                 where up.area_code = ? and up.valid_to is null
                 order by up.distance desc offset 1 limit 1), ?)""";

  private AreaHierarchy() {}
}
