package org.jiceng.reporting.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The last tally of each service, and the ledger's sums up to the same place of the same log. */
@ApplicationScoped
class Tallies {
  private static final String LAST =
      "select topic, counted_at, sequence, counts from projection.tally order by topic";

  /** Organisations are also counted by sector and type, as they stand today. */
  private static final String FOLDED =
      """
      with known as (
        select measure, organization_id, amount from projection.posting
         where topic = ? and sequence < ? and effective_on <= ?)
      select measure, round(sum(amount)) from known group by measure
      union all
      select 'organization/' || p.sector || '/' || p.type, round(sum(k.amount))
        from known k join projection.placement p using (organization_id)
       where k.measure = 'organization' and p.valid_from <= ? and p.valid_to > ?
       group by p.sector, p.type""";

  private final ObjectMapper json;

  Tallies(ObjectMapper json) {
    this.json = json;
  }

  /** What a service said last. */
  record Tally(String topic, Instant countedAt, long sequence, Map<String, BigDecimal> counts) {}

  List<Tally> last(Connection connection) throws SQLException {
    List<Tally> tallies = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(LAST);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        tallies.add(
            new Tally(
                rows.getString(1),
                rows.getObject(2, OffsetDateTime.class).toInstant(),
                rows.getLong(3),
                counts(rows.getString(4))));
      }
    }
    return tallies;
  }

  Map<String, BigDecimal> folded(Connection connection, Tally until, LocalDate asOf)
      throws SQLException {
    Map<String, BigDecimal> sums = new TreeMap<>();
    try (PreparedStatement select = connection.prepareStatement(FOLDED)) {
      select.setString(1, until.topic());
      select.setLong(2, until.sequence());
      select.setObject(3, asOf);
      select.setObject(4, asOf);
      select.setObject(5, asOf);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          sums.put(rows.getString(1), rows.getBigDecimal(2));
        }
      }
    }
    return sums;
  }

  private Map<String, BigDecimal> counts(String text) {
    try {
      Map<String, BigDecimal> counts = new TreeMap<>();
      json.readValue(text, new TypeReference<Map<String, String>>() {})
          .forEach((measure, count) -> counts.put(measure, new BigDecimal(count)));
      return counts;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tally in the database is not a map of counts", e);
    }
  }
}
