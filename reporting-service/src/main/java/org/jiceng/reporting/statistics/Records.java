package org.jiceng.reporting.statistics;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** Opens a figure down to the records behind it: those whose postings do not cancel out. */
@ApplicationScoped
public class Records {
  private static final String OPEN =
      """
      select record_id, sum(amount), max(sequence) from projection.posting
       where measure = ? and effective_on <= ? and record_id > ?
       group by record_id having sum(amount) <> 0 order by record_id limit ?""";
  private static final String KNOWN =
      "select exists (select from projection.posting where measure = ?)";

  private final AgroalDataSource dataSource;
  private final BusinessClock clock;

  Records(AgroalDataSource dataSource, BusinessClock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /**
   * A record and what it adds to the figure.
   *
   * @param position the position in its log of the last event that touched it
   */
  public record Entry(String recordId, BigDecimal amount, long position) {}

  /** Refuses with 404 a measure of which the ledger has never heard. */
  Page<Entry> of(String measure, LocalDate asOf, PageRequest page) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(OPEN)) {
      select.setString(1, measure);
      select.setObject(2, asOf == null ? clock.today() : asOf);
      select.setString(3, page.cursor().map(c -> c.key(0)).orElse(""));
      select.setInt(4, page.fetchSize());
      List<Entry> entries = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          entries.add(new Entry(rows.getString(1), rows.getBigDecimal(2), rows.getLong(3)));
        }
      }
      if (entries.isEmpty() && !isKnown(connection, measure)) {
        throw Problem.notFound();
      }
      return page.page(entries, e -> Cursor.of(e.recordId()));
    } catch (SQLException e) {
      throw new IllegalStateException("the ledger cannot be read", e);
    }
  }

  private static boolean isKnown(Connection connection, String measure) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
      select.setString(1, measure);
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
