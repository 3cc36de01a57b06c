package org.jiceng.reporting.ledger;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Changes to the balances, gathered for a batch and added in one statement, in one order, so that
 * two instances never wait for each other in a circle. District and townships keep sums by year and
 * month beside those by day; the many nodes below them have few days and keep days only.
 */
final class Cells {
  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::kind)
          .thenComparing(Key::node)
          .thenComparing(Key::grain)
          .thenComparing(Key::bucket)
          .thenComparing(Key::measure)
          .thenComparing(Key::sector)
          .thenComparing(Key::type);

  private final Map<Key, BigDecimal> changes = new HashMap<>();
  private final String schema;

  Cells(String schema) {
    this.schema = schema;
  }

  private record Key(
      String kind,
      String node,
      String measure,
      String sector,
      String type,
      String grain,
      LocalDate bucket) {}

  /** Adds a posting, or with a negative amount takes it away, wherever its organisation stood. */
  void add(Posting posting, List<Interval> lineage, BigDecimal amount) {
    if (posting.areaCode() != null) {
      territory(posting.areaCode(), posting, "", "", posting.effectiveOn(), amount);
    }
    for (Interval interval : lineage) {
      if (!posting.effectiveOn().isBefore(interval.to())) {
        continue;
      }
      LocalDate start =
          posting.effectiveOn().isAfter(interval.from()) ? posting.effectiveOn() : interval.from();
      standing(posting, interval, start, amount);
      if (!interval.to().equals(Interval.OPEN)) {
        standing(posting, interval, interval.to(), amount.negate());
      }
    }
  }

  private void standing(Posting posting, Interval interval, LocalDate day, BigDecimal amount) {
    for (UUID node : interval.line()) {
      cell("L", node.toString(), posting, interval.sector(), interval.type(), "D", day, amount);
    }
    if (posting.areaCode() == null) {
      territory(interval.areaCode(), posting, interval.sector(), interval.type(), day, amount);
    }
  }

  private void territory(
      String code, Posting posting, String sector, String type, LocalDate day, BigDecimal amount) {
    for (String node : Territory.nodesOf(code)) {
      cell("A", node, posting, sector, type, "D", day, amount);
      if (Territory.keepsMonths(node)) {
        cell("A", node, posting, sector, type, "M", day.withDayOfMonth(1), amount);
        cell("A", node, posting, sector, type, "Y", day.withDayOfYear(1), amount);
      }
    }
  }

  private void cell(
      String kind,
      String node,
      Posting posting,
      String sector,
      String type,
      String grain,
      LocalDate bucket,
      BigDecimal amount) {
    changes.merge(
        new Key(kind, node, posting.measure(), sector, type, grain, bucket),
        amount,
        BigDecimal::add);
  }

  /** Adds all that was gathered to the balances. */
  void store(Connection connection) throws SQLException {
    changes.values().removeIf(amount -> amount.signum() == 0);
    List<Key> keys = changes.keySet().stream().sorted(ORDER).toList();
    if (keys.isEmpty()) {
      return;
    }
    String sql =
        """
        insert into %s.balance as b (node_kind, node, measure, sector, type, grain, bucket, amount)
        select * from unnest(?::char[], ?::varchar[], ?::varchar[], ?::varchar[], ?::varchar[],
                             ?::char[], ?::date[], ?::numeric[])
        on conflict (node_kind, node, grain, bucket, measure, sector, type)
          do update set amount = b.amount + excluded.amount"""
            .formatted(schema);
    try (PreparedStatement upsert = connection.prepareStatement(sql)) {
      upsert.setArray(1, texts(connection, keys.stream().map(Key::kind).toArray()));
      upsert.setArray(2, texts(connection, keys.stream().map(Key::node).toArray()));
      upsert.setArray(3, texts(connection, keys.stream().map(Key::measure).toArray()));
      upsert.setArray(4, texts(connection, keys.stream().map(Key::sector).toArray()));
      upsert.setArray(5, texts(connection, keys.stream().map(Key::type).toArray()));
      upsert.setArray(6, texts(connection, keys.stream().map(Key::grain).toArray()));
      Object[] buckets = keys.stream().map(k -> Date.valueOf(k.bucket())).toArray();
      upsert.setArray(7, connection.createArrayOf("date", buckets));
      upsert.setArray(
          8, connection.createArrayOf("numeric", keys.stream().map(changes::get).toArray()));
      upsert.executeUpdate();
    }
    changes.clear();
  }

  private static java.sql.Array texts(Connection connection, Object[] values) throws SQLException {
    return connection.createArrayOf("text", values);
  }
}
