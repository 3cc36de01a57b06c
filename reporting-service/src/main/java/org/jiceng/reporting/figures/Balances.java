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
import org.jiceng.reporting.ledger.Territory;

/** Reads the sums as of a day: from the balances, or, as known at a moment, from the ledger. */
@ApplicationScoped
public class Balances {
  private static final String BY_DAY =
      """
      select s.measure, s.sector, s.type, sum(b.amount)
        from projection.series s join projection.balance b on b.series_id = s.id
       where s.node_kind = ? and s.node = ? and s.grain = 'D' and b.bucket <= ?
       group by s.measure, s.sector, s.type""";

  // Whole years, then whole months of the year, then the days of the month.
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

  // A posting counts where its organisation stood on the day that is asked for.
  private static final String FROM_LEDGER =
      """
      select p.measure, case when p.area_code is null then coalesce(l.sector, '') else '' end,
             case when p.area_code is null then coalesce(l.type, '') else '' end, sum(p.amount)
        from projection.posting p
        left join projection.lineage l on l.organization_id = p.organization_id
             and l.valid_from <= ? and l.valid_to > ?
       where p.effective_on <= ? and p.recorded_at <= ?::timestamptz
         and case when ? = 'A' then coalesce(p.area_code, l.area_code) like ? || '%'
                  else l.line @> array[?::uuid] end
       group by 1, 2, 3""";

  private static final String BY_NODE =
      """
      select s.node, sum(b.amount)
        from projection.area a
        join projection.series s on s.node_kind = 'A' and s.node = a.code and s.grain = 'D'
        join projection.balance b on b.series_id = s.id
       where a.level = any (?) and a.code like ? || '%' and b.bucket <= ? and s.measure = ?
         and (cardinality(?::varchar[]) = 0 or s.sector = any (?))
         and (cardinality(?::varchar[]) = 0 or s.type = any (?))
       group by s.node""";

  private final AgroalDataSource dataSource;

  Balances(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The sums of a node as of a day. */
  public Slice slice(Node node, LocalDate asOf) {
    if (!node.isArea() || !Territory.keepsMonths(node.id())) {
      return read(BY_DAY, node.kind(), node.id(), asOf);
    }
    LocalDate year = asOf.withDayOfYear(1);
    LocalDate month = asOf.withDayOfMonth(1);
    return read(
        BY_YEAR_MONTH_DAY, year, year, month, month, asOf.plusDays(1), node.kind(), node.id());
  }

  /** The sums of a node as of a day, by what was on record at a moment. */
  public Slice slice(Node node, LocalDate asOf, Instant knownAt) {
    String area = node.isArea() ? Areas.prefix(node.id()) : null;
    return read(
        FROM_LEDGER,
        asOf,
        asOf,
        asOf,
        knownAt.toString(),
        node.kind(),
        area,
        node.isArea() ? null : node.id());
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
      select.setString(2, Areas.prefix(within));
      select.setObject(3, asOf);
      select.setString(4, measure);
      for (int i = 5; i <= 6; i++) {
        select.setArray(i, connection.createArrayOf("varchar", sectors.toArray()));
        select.setArray(i + 2, connection.createArrayOf("varchar", types.toArray()));
      }
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
