package org.jiceng.reporting.figures;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jiceng.reporting.ledger.KeptSums;

/** Reads the sums as of a day: from the balances, or, as known at a moment, from the ledger. */
@ApplicationScoped
public class Balances {
  private static final String BY_DAY =
      """
      select s.measure, s.sector, s.type, sum(b.amount)
        from projection.series s join projection.balance b on b.series_id = s.id
       where s.node_kind = ? and s.node = ? and s.grain = 'D' and b.bucket <= ?
       group by s.measure, s.sector, s.type""";

  // Whole years, then whole months of the year where they are kept, then the days that are left.
  private static final String BY_YEAR_MONTH_DAY =
      """
      select s.measure, s.sector, s.type, sum(b.amount)
        from projection.series s
        join (values ('Y'::char, '-infinity'::date, ?::date), ('M', ?, ?), ('D', ?, ?))
             part (grain, since, until) on part.grain = s.grain
        join projection.balance b
          on b.series_id = s.id and b.bucket >= part.since and b.bucket < part.until
       where s.node_kind = ? and s.node = ?
       group by s.measure, s.sector, s.type""";

  // A posting counts where it lies, or else where its organisation stood on the day; and what lies
  // in an area that was handed over, where that lay on the day.
  private static final String OF_AREA =
      """
      with moved as (select area_code, parent_code from projection.territory
                      where valid_from <= ? and valid_to > ?),
      gone as (select area_code from moved where parent_code not like ? and area_code <> ?),
      come as (select area_code from moved where parent_code like ? and area_code not like ?)
      select measure, sector, type, sum(amount) from (
        select measure, '' as sector, '' as type, amount from projection.posting
         where area_code like ? and area_code <> all (array(select area_code from gone))
           and effective_on <= ? and recorded_at <= ?::timestamptz
        union all
        select measure, '', '', amount from projection.posting
         where area_code = any (array(select area_code from come))
           and effective_on <= ? and recorded_at <= ?::timestamptz
        union all
        select p.measure, l.sector, l.type, p.amount
          from projection.lineage l
          join projection.posting p on p.organization_id = l.organization_id
         where l.area_code like ? and l.area_code <> all (array(select area_code from gone))
           and l.valid_from <= ? and l.valid_to > ?
           and p.area_code is null and p.effective_on <= ? and p.recorded_at <= ?::timestamptz
        union all
        select p.measure, l.sector, l.type, p.amount
          from projection.lineage l
          join projection.posting p on p.organization_id = l.organization_id
         where l.area_code = any (array(select area_code from come))
           and l.valid_from <= ? and l.valid_to > ?
           and p.area_code is null and p.effective_on <= ? and p.recorded_at <= ?::timestamptz)
       group by 1, 2, 3""";

  private static final String OF_LINE =
      """
      select p.measure, l.sector, l.type, sum(p.amount)
        from projection.lineage l
        join projection.posting p on p.organization_id = l.organization_id
       where l.line @> array[?::uuid] and l.valid_from <= ? and l.valid_to > ?
         and p.effective_on <= ? and p.recorded_at <= ?::timestamptz
       group by 1, 2, 3""";

  private static final String STOOD_AT_THE_TOP =
      """
      select bool_and(cardinality(line) <= ?) from projection.lineage
       where organization_id = ?::uuid""";

  private static final String BY_NODE =
      """
      select s.node, sum(b.amount)
        from projection.area a
        join projection.series s on s.node_kind = 'A' and s.node = a.code and s.grain = 'D'
        join projection.balance b on b.series_id = s.id
       where a.level = any (?) and b.bucket <= ? and s.measure = ?
         and (cardinality(?::varchar[]) = 0 or s.sector = any (?))
         and (cardinality(?::varchar[]) = 0 or s.type = any (?))
         and\s"""
          + Areas.LAY_WITHIN
          + " group by s.node";

  private final AgroalDataSource dataSource;

  Balances(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The sums of a node as of a day. */
  public Slice slice(Node node, LocalDate asOf) {
    if (node.isArea() ? !KeptSums.inArea(node.id()) : !stoodAtTheTop(node.id())) {
      return slice(node, asOf, null);
    }
    if (!node.isArea()) {
      return read(BY_DAY, node.kind(), node.id(), asOf);
    }
    LocalDate year = asOf.withDayOfYear(1);
    LocalDate month = KeptSums.byMonth(node.id()) ? asOf.withDayOfMonth(1) : year;
    return read(
        BY_YEAR_MONTH_DAY, year, year, month, month, asOf.plusDays(1), node.kind(), node.id());
  }

  /**
   * The sums of a node as of a day, by what was on record at a moment, from the ledger alone.
   *
   * @param knownAt null for all that is on record
   */
  public Slice slice(Node node, LocalDate asOf, Instant knownAt) {
    String known = knownAt == null ? "infinity" : knownAt.toString();
    if (!node.isArea()) {
      return read(OF_LINE, node.id(), asOf, asOf, asOf, known);
    }
    String area = Areas.prefix(node.id()) + "%";
    return read(
        OF_AREA, asOf, asOf, area, node.id(), area, area, area, asOf, known, asOf, known, area,
        asOf, asOf, asOf, known, asOf, asOf, asOf, known);
  }

  /** The same on the boundaries of another day. */
  Slice slice(Node node, LocalDate asOf, Instant knownAt, LocalDate boundaries) {
    String known = knownAt == null ? "infinity" : knownAt.toString();
    LocalDate b = boundaries;
    if (!node.isArea()) {
      return read(OtherBoundaries.OF_LINE, node.id(), b, b, b, b, b, asOf, known);
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
        known,
        area,
        asOf,
        known);
  }

  private boolean stoodAtTheTop(String organization) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(STOOD_AT_THE_TOP)) {
      select.setInt(1, KeptSums.RANKS);
      select.setString(2, organization);
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the line cannot be read", e);
    }
  }

  /**
   * A measure by area, for the areas of some levels within an area; areas without it are absent.
   */
  public Map<String, BigDecimal> byArea(
      Set<String> levels,
      String within,
      LocalDate asOf,
      String measure,
      Set<String> sectors,
      Set<String> types) {
    Map<String, BigDecimal> found = new TreeMap<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(BY_NODE)) {
      select.setArray(1, connection.createArrayOf("varchar", levels.toArray()));
      select.setObject(2, asOf);
      select.setString(3, measure);
      for (int i = 4; i <= 5; i++) {
        select.setArray(i, connection.createArrayOf("varchar", sectors.toArray()));
        select.setArray(i + 2, connection.createArrayOf("varchar", types.toArray()));
      }
      select.setString(8, within);
      select.setObject(9, asOf);
      select.setObject(10, asOf);
      select.setString(11, Areas.prefix(within));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.put(rows.getString(1), rows.getBigDecimal(2));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("the balances cannot be read", e);
    }
  }

  private Slice read(String sql, Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      List<Slice.Amount> amounts = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          amounts.add(
              new Slice.Amount(
                  rows.getString(1), rows.getString(2), rows.getString(3), rows.getBigDecimal(4)));
        }
      }
      return new Slice(amounts);
    } catch (SQLException e) {
      throw new IllegalStateException("the balances cannot be read", e);
    }
  }
}
