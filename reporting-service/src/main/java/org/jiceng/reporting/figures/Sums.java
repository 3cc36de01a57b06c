package org.jiceng.reporting.figures;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jiceng.reporting.ledger.KeptSums;

/** Reads the sums of a view as of a day: those that are kept, or else the ledger itself. */
public final class Sums implements Question.Neighbours {
  private static final String BY_DAY =
      """
      select s.measure, s.sector, s.type, sum(b.amount)
        from {series} s join {balance} b on b.series_id = s.id
       where s.node_kind = ? and s.node = ? and s.grain = 'D' and b.bucket <= ?
       group by s.measure, s.sector, s.type""";

  // Whole years, then whole months of the year where they are kept, then the days that are left.
  private static final String PARTS =
      """
        join (values ('Y'::char, '-infinity'::date, ?::date), ('M', ?, ?), ('D', ?, ?))
             part (grain, since, until) on part.grain = s.grain
        join {balance} b
          on b.series_id = s.id and b.bucket >= part.since and b.bucket < part.until
      """;
  private static final String BY_YEAR_MONTH_DAY =
      """
      select s.measure, s.sector, s.type, sum(b.amount)
        from {series} s
      """
          + PARTS
          + """
       where s.node_kind = ? and s.node = ?
       group by s.measure, s.sector, s.type""";
  private static final String OF_TOWNSHIPS =
      """
      select s.measure, s.sector, s.type, sum(b.amount), s.node
        from {series} s
      """
          + PARTS
          + """
       where s.node_kind = 'A' and s.node = any (?)
         and (cardinality(?::text[]) = 0 or s.measure = any (?))
       group by s.node, s.measure, s.sector, s.type""";

  // A posting counts where it lies, or else where its organisation stood on the day. Takes the day
  // four times.
  private static final String LYING =
      """
      lying (node, measure, sector, type, amount) as (
        select p.area_code, p.measure, '', '', p.amount from {posting} p
         where p.area_code is not null and p.effective_on <= ? and {known p} and %3$s%1$s
        union all
        select l.area_code, p.measure, l.sector, l.type, p.amount
          from {lineage} l join {posting} p on p.organization_id = l.organization_id
         where l.valid_from <= ? and l.valid_to > ? and p.area_code is null
           and p.effective_on <= ? and {known p} and %3$s%2$s)""";
  private static final String OF_MEASURES =
      """
      (cardinality((select measures from wanted)) = 0
            or p.measure = any ((select measures from wanted)::text[]))""";
  private static final String OF_COMMUNITIES_BY_LEDGER =
      "with wanted (codes, measures) as (select ?::text[], ?::text[]),\n"
          + LYING.formatted(
              " and p.area_code = any ((select codes from wanted)::text[])",
              " and l.area_code = any ((select codes from wanted)::text[])",
              OF_MEASURES)
          + "\nselect measure, sector, type, sum(amount), node from lying group by 5, 1, 2, 3";
  private static final String OF_TOWNSHIPS_BY_LEDGER =
      "with wanted (measures) as (select ?::text[]),\n"
          + LYING.formatted(" and p.area_code like ?", " and l.area_code like ?", OF_MEASURES)
          + """

      select measure, sector, type, sum(amount),
             coalesce(t.parent_code, left(node, 9) || '000') as township
        from lying
        left join {territory} t on t.area_code = node and t.valid_from <= ? and t.valid_to > ?
       group by 5, 1, 2, 3""";

  // What lies in an area that was handed over counts where that lay on the day.
  private static final String OF_AREA =
      """
      with moved as (select area_code, parent_code from {territory}
                      where valid_from <= ? and valid_to > ?),
      gone as (select area_code from moved where parent_code not like ? and area_code <> ?),
      come as (select area_code from moved where parent_code like ? and area_code not like ?)
      select measure, sector, type, sum(amount) from (
        select p.measure, '' as sector, '' as type, p.amount from {posting} p
         where p.area_code like ? and p.area_code <> all (array(select area_code from gone))
           and p.effective_on <= ? and {known p}
        union all
        select p.measure, '', '', p.amount from {posting} p
         where p.area_code = any (array(select area_code from come))
           and p.effective_on <= ? and {known p}
        union all
        select p.measure, l.sector, l.type, p.amount
          from {lineage} l
          join {posting} p on p.organization_id = l.organization_id
         where l.area_code like ? and l.area_code <> all (array(select area_code from gone))
           and l.valid_from <= ? and l.valid_to > ?
           and p.area_code is null and p.effective_on <= ? and {known p}
        union all
        select p.measure, l.sector, l.type, p.amount
          from {lineage} l
          join {posting} p on p.organization_id = l.organization_id
         where l.area_code = any (array(select area_code from come))
           and l.valid_from <= ? and l.valid_to > ?
           and p.area_code is null and p.effective_on <= ? and {known p}) found
       group by 1, 2, 3""";

  private static final String OF_LINE =
      """
      select p.measure, l.sector, l.type, sum(p.amount)
        from {lineage} l
        join {posting} p on p.organization_id = l.organization_id
       where l.line @> array[?::uuid] and l.valid_from <= ? and l.valid_to > ?
         and p.effective_on <= ? and {known p}
       group by 1, 2, 3""";

  private static final String STOOD_AT_THE_TOP =
      """
      select bool_and(cardinality(line) <= ?) from {lineage} where organization_id = ?::uuid""";

  private static final String BY_NODE =
      """
      select s.node, sum(b.amount)
        from {area} a
        join {series} s on s.node_kind = 'A' and s.node = a.code and s.grain = 'D'
        join {balance} b on b.series_id = s.id
       where a.level = any (?) and b.bucket <= ? and s.measure = ?
         and (cardinality(?::text[]) = 0 or s.sector = any (?))
         and (cardinality(?::text[]) = 0 or s.type = any (?))
         and\s"""
          + Areas.THERE
          + Areas.LAY_WITHIN
          + " group by s.node";

  // Whether anything that stood somewhere stood elsewhere, or was of another kind, later.
  private static final String MOVED =
      """
      select exists (select from {lineage} l
                      where l.valid_from > ? and l.valid_from <= ? and exists (
                        select from {lineage} e
                         where e.organization_id = l.organization_id and e.valid_from <= ?))
          or exists (select from {territory} where valid_from > ? and valid_from <= ?)""";

  private final View view;
  private final Map<List<LocalDate>, Boolean> moved = new HashMap<>();

  public Sums(View view) {
    this.view = view;
  }

  /** The sums of a node as of a day; on the boundaries of another day, unless that is null. */
  public Slice of(Node node, LocalDate asOf, LocalDate boundaries) {
    return of(node, asOf, null, boundaries);
  }

  /**
   * The same of what stood there on a later day, unless that is null; other boundaries are for both
   * days.
   */
  Slice of(Node node, LocalDate asOf, LocalDate placedOn, LocalDate boundaries) {
    if (boundaries != null) {
      return onBoundaries(node, asOf, boundaries);
    }
    return view.hasSums() && keepsSums(node) && !anythingMoved(asOf, placedOn)
        ? kept(node, asOf)
        : byLedger(node, asOf, placedOn);
  }

  private boolean anythingMoved(LocalDate after, LocalDate until) {
    return until != null
        && moved.computeIfAbsent(
            List.of(after, until),
            days ->
                view.list(MOVED, row -> row.getBoolean(1), after, until, after, after, until)
                    .get(0));
  }

  private boolean keepsSums(Node node) {
    return node.isArea() ? KeptSums.inArea(node.id()) : stoodAtTheTop(node.id());
  }

  private Slice kept(Node node, LocalDate asOf) {
    if (!node.isArea()) {
      return read(BY_DAY, node.kind(), node.id(), asOf);
    }
    LocalDate year = asOf.withDayOfYear(1);
    LocalDate month = KeptSums.byMonth(node.id()) ? asOf.withDayOfMonth(1) : year;
    return read(
        BY_YEAR_MONTH_DAY, year, year, month, month, asOf.plusDays(1), node.kind(), node.id());
  }

  /** The sums of a node as of a day from the ledger alone. */
  public Slice byLedger(Node node, LocalDate asOf) {
    return byLedger(node, asOf, null);
  }

  private Slice byLedger(Node node, LocalDate asOf, LocalDate placedOn) {
    LocalDate placed = placedOn == null ? asOf : placedOn;
    if (!node.isArea()) {
      return read(OF_LINE, node.id(), placed, placed, asOf);
    }
    String area = Areas.prefix(node.id()) + "%";
    return read(
        OF_AREA, placed, placed, area, node.id(), area, area, area, asOf, asOf, area, placed,
        placed, asOf, placed, placed, asOf);
  }

  private Slice onBoundaries(Node node, LocalDate asOf, LocalDate boundaries) {
    LocalDate b = boundaries;
    if (!node.isArea()) {
      return read(OtherBoundaries.OF_LINE, node.id(), b, b, b, b, b, asOf);
    }
    String area = Areas.prefix(node.id()) + "%";
    return read(
        OtherBoundaries.OF_AREA,
        b,
        b,
        area,
        node.id(),
        area,
        area,
        area,
        b,
        b,
        b,
        b,
        b,
        asOf,
        area,
        asOf);
  }

  /**
   * The sums of some measures (of all, where none is named) in many areas of one level as of a day,
   * in one reading; areas in which nothing has happened have an empty slice. Of what stood there on
   * a later day, unless that is null.
   */
  public Map<String, Slice> ofAreas(
      Collection<String> codes, LocalDate asOf, LocalDate placedOn, Collection<String> measures) {
    LocalDate placed = placedOn == null ? asOf : placedOn;
    Map<String, List<Slice.Amount>> amounts = new TreeMap<>();
    codes.forEach(code -> amounts.put(code, new ArrayList<>()));
    if (codes.isEmpty()) {
      return Map.of();
    }
    View.Reading<Object> reading =
        row -> amounts.getOrDefault(row.getString(5), new ArrayList<>()).add(amount(row));
    String first = codes.iterator().next();
    if (!KeptSums.inArea(first)) {
      view.list(OF_COMMUNITIES_BY_LEDGER, reading, codes, measures, asOf, placed, placed, asOf);
    } else if (view.hasSums() && !anythingMoved(asOf, placedOn)) {
      LocalDate year = asOf.withDayOfYear(1);
      view.list(
          OF_TOWNSHIPS,
          reading,
          year,
          year,
          year,
          year,
          asOf.plusDays(1),
          codes,
          measures,
          measures);
    } else {
      String district = first.substring(0, 6) + "%";
      view.list(
          OF_TOWNSHIPS_BY_LEDGER,
          reading,
          measures,
          asOf,
          district,
          placed,
          placed,
          asOf,
          district,
          placed,
          placed);
    }
    Map<String, Slice> slices = new TreeMap<>();
    amounts.forEach((code, found) -> slices.put(code, new Slice(found)));
    return slices;
  }

  @Override
  public Map<String, BigDecimal> byArea(
      Set<String> levels,
      String within,
      LocalDate asOf,
      String measure,
      Set<String> sectors,
      Set<String> types) {
    Map<String, BigDecimal> found = new TreeMap<>();
    if (view.hasSums()) {
      view.list(
          BY_NODE,
          row -> found.put(row.getString(1), row.getBigDecimal(2)),
          levels,
          asOf,
          measure,
          sectors,
          sectors,
          types,
          types,
          asOf,
          asOf,
          within,
          asOf,
          asOf,
          Areas.prefix(within));
      return found;
    }
    List<String> codes =
        new Areas(view).list(levels, within, asOf).stream().map(Areas.Area::code).toList();
    ofAreas(codes, asOf, null, List.of(measure))
        .forEach(
            (code, slice) -> {
              if (slice.has(measure, sectors, types)) {
                found.put(code, slice.sum(measure, sectors, types));
              }
            });
    return found;
  }

  @Override
  public boolean layInTownship(String code, Set<String> levels, LocalDate asOf) {
    return new Areas(view).layInLevel(code, levels, asOf);
  }

  private boolean stoodAtTheTop(String organization) {
    return view.list(STOOD_AT_THE_TOP, row -> row.getBoolean(1), KeptSums.RANKS, organization)
        .get(0);
  }

  private Slice read(String sql, Object... values) {
    return new Slice(view.list(sql, Sums::amount, values));
  }

  static Slice.Amount amount(ResultSet row) throws SQLException {
    return new Slice.Amount(
        row.getString(1), row.getString(2), row.getString(3), row.getBigDecimal(4));
  }
}
