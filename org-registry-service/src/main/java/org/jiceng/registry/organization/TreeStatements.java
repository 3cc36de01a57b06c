package org.jiceng.registry.organization;

/**
 * The queries over both trees; each takes the organisation, the date (null for today) and how deep.
 * Today's line is the path's: a subtree is one range of it, since every label is 32 digits and
 * letters up to f, so that the organisation's label with a z comes behind all that is below. The
 * line of a date goes through the versions of then, the territory of any date through {@code
 * area_within}.
 */
final class TreeStatements {
  private static final String ASKED =
      "asked (id, day, depth) as (values (?::uuid, ?::date, ?::int))";

  static final String LINE_UP_NOW =
      """
      with %s
      select %s, nlevel(self.path) - nlevel(o.path) as distance
        from asked join organization self using (id)
        join organization o on o.path @> self.path
       order by distance"""
          .formatted(ASKED, OrganizationQueries.COLUMNS_NOW);

  static final String LINE_UP_THEN =
      """
      with recursive %s,
      up (id, distance, path) as (
        select id, 0, array[id] from asked
        union all
        select v.parent_id, up.distance + 1, up.path || v.parent_id
          from up cross join asked join organization_version v
            on v.organization_id = up.id and v.valid_from <= day
           and (v.valid_to is null or v.valid_to > day)
         where v.parent_id is not null and not v.parent_id = any (up.path))
      select %s, up.distance
        from up cross join asked join organization o on o.id = up.id
        join organization_version v on v.organization_id = o.id and v.valid_from <= day
         and (v.valid_to is null or v.valid_to > day)
       order by up.distance"""
          .formatted(ASKED, OrganizationQueries.COLUMNS_THEN);

  static final String PLACES_NOW =
      """
      with %s
      select w.distance, a.code, a.standard_code, a.level, a.name, a.name_en, a.parent_code
        from asked join organization o using (id)
        join area_within w on w.area_code = o.area_code and w.valid_to is null
        join area a on a.code = w.within_code
       order by w.distance"""
          .formatted(ASKED);

  // Before its first version an area is what it was first.
  static final String PLACES_THEN =
      """
      with %s
      select w.distance, a.area_code, a.standard_code, a.level, a.name, a.name_en, a.parent_code
        from asked join organization_version o
          on o.organization_id = asked.id and o.valid_from <= day
         and (o.valid_to is null or o.valid_to > day)
        join area_within w on w.area_code = o.area_code and w.valid_from <= day
         and (w.valid_to is null or w.valid_to > day)
        join lateral (select * from area_version v where v.area_code = w.within_code
                       order by v.valid_from > day, abs(v.valid_from - day) limit 1) a on true
       order by w.distance"""
          .formatted(ASKED);

  static final String LINE_DOWN_NOW =
      """
      with %s,
      root (path) as materialized (select path from asked join organization using (id))
      select %s, nlevel(o.path) - nlevel((select path from root))
        from organization o
       where o.path >= (select path from root)
         and o.path < text2ltree((select path from root)::text || 'z')
         and nlevel(o.path) <= nlevel((select path from root)) + (select depth from asked)
         and (o.state <> 'DISSOLVED' or o.id = (select id from asked))"""
          .formatted(ASKED, OrganizationQueries.COLUMNS_NOW);
  static final String LINE_ORDER_NOW = " order by nlevel(o.path), o.path";
  static final String LINE_AFTER_NOW =
      "(nlevel(o.path), o.path) > (select nlevel(path), path from organization where id = ?)";

  // The page is cut out before anything is read of its organisations.
  static final String LINE_DOWN_THEN =
      """
      with recursive %s,
      below (id, rank, path, state) as (
        select id, 0, array[id], '' from asked
        union all
        select v.organization_id, b.rank + 1, b.path || v.organization_id, v.state::text
          from below b cross join asked join organization_version v
            on v.parent_id = b.id and v.valid_from <= day
           and (v.valid_to is null or v.valid_to > day)
         where b.rank < depth and not v.organization_id = any (b.path))
      select %s, b.rank
        from (select b.id, b.rank, b.path from below b where b.state <> 'DISSOLVED'"""
          .formatted(ASKED, OrganizationQueries.COLUMNS_THEN);
  static final String LINE_ORDER_THEN = " order by b.rank, b.path";
  static final String LINE_PAGE_THEN =
      """
      ) b cross join asked join organization o on o.id = b.id
        join organization_version v on v.organization_id = o.id and v.valid_from <= day
         and (v.valid_to is null or v.valid_to > day)
       order by b.rank, b.path""";
  static final String LINE_AFTER_THEN =
      "(b.rank, b.path) > (select rank, path from below where id = ?)";

  static final String TERRITORY_NOW =
      """
      with %s
      select %s, w.distance
        from asked join organization self using (id)
        join area_within w on w.within_code = self.area_code and w.valid_to is null
        join organization o on o.area_code = w.area_code
       where w.distance <= depth and (o.state <> 'DISSOLVED' or o.id = self.id)"""
          .formatted(ASKED, OrganizationQueries.COLUMNS_NOW);

  static final String TERRITORY_THEN =
      """
      with %s
      select %s, w.distance
        from asked join organization_version self
          on self.organization_id = asked.id and self.valid_from <= day
         and (self.valid_to is null or self.valid_to > day)
        join area_within w on w.within_code = self.area_code and w.valid_from <= day
         and (w.valid_to is null or w.valid_to > day)
        join organization_version v on v.area_code = w.area_code and v.valid_from <= day
         and (v.valid_to is null or v.valid_to > day)
        join organization o on o.id = v.organization_id
       where w.distance <= depth and (v.state <> 'DISSOLVED' or o.id = asked.id)"""
          .formatted(ASKED, OrganizationQueries.COLUMNS_THEN);

  private TreeStatements() {}
}
