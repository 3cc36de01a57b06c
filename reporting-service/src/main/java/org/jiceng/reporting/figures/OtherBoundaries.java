package org.jiceng.reporting.figures;

/**
 * The sums of a node on the boundaries of another day than the one asked about, from the ledger. An
 * organisation counts where it stood on that day, or where it first stood if it came later; one
 * that had become another by that day counts with its heir, and that one with its own.
 */
final class OtherBoundaries {
  // Takes the boundaries' day three times.
  private static final String STOOD =
      """
      ((l.valid_from <= ?::date and l.valid_to > ?::date)
        or (l.valid_from > ?::date and not exists (
              select 1 from {lineage} e
               where e.organization_id = l.organization_id and e.valid_from < l.valid_from)))""";

  // Takes the boundaries' day twice; heirs never form a circle, as who is no more takes over
  // nothing.
  private static final String WITH_PREDECESSORS =
      """
         and not exists (select 1 from {heir} h
                          where h.organization_id = l.organization_id and h.effective_on <= ?)
        union
        select h.organization_id, w.sector, w.type
          from within w join {heir} h on h.heir_id = w.id and h.effective_on <= ?)
      """;

  /** The node, five times the boundaries' day and the day asked about. */
  static final String OF_LINE =
      """
      with recursive within (id, sector, type) as (
        select l.organization_id, l.sector, l.type from {lineage} l
         where l.line @> array[?::uuid] and\s"""
          + STOOD
          + WITH_PREDECESSORS
          + """
      select p.measure, w.sector, w.type, sum(p.amount)
        from within w join {posting} p on p.organization_id = w.id
       where p.effective_on <= ? and {known p}
       group by 1, 2, 3""";

  // The areas that lay elsewhere on the boundaries' day than their digits say: those that had gone
  // from the area and those that had come to it. Takes the day twice, the prefix, the area's code
  // and the prefix twice.
  private static final String HANDED_OVER =
      """
      moved as (select area_code, parent_code from {territory}
                 where valid_from <= ?::date and valid_to > ?::date),
      gone as (select area_code from moved where parent_code not like ? and area_code <> ?),
      come as (select area_code from moved where parent_code like ? and area_code not like ?),
      """;
  private static final String LIES_THERE =
      """
      ((%1$s like ? and %1$s <> all (array(select area_code from gone)))
        or %1$s = any (array(select area_code from come)))""";

  /**
   * The boundaries' day twice, the area's prefix, its code and the prefix three times, five times
   * the boundaries' day, the day asked about; the prefix and the day.
   */
  static final String OF_AREA =
      """
      with recursive\s"""
          + HANDED_OVER
          + """
      within (id, sector, type) as (
        select l.organization_id, l.sector, l.type from {lineage} l
         where\s"""
          + LIES_THERE.formatted("l.area_code")
          + " and "
          + STOOD
          + WITH_PREDECESSORS
          + """
      select measure, sector, type, sum(amount) from (
        select p.measure, w.sector, w.type, p.amount
          from within w join {posting} p on p.organization_id = w.id
         where p.area_code is null and p.effective_on <= ? and {known p}
        union all
        select measure, '', '', amount from {posting} p
         where\s"""
          + LIES_THERE.formatted("area_code")
          + """
           and effective_on <= ? and {known p})
       group by 1, 2, 3""";

  private OtherBoundaries() {}
}
