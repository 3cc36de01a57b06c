package org.jiceng.reporting.reconciliation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiceng.events.Topic;
import org.jiceng.kit.inbox.Freshness;
import org.jiceng.kit.time.BusinessClock;

/** Sets each service's last tally beside the ledger's sums of the same log up to the same place. */
@ApplicationScoped
class Reconciliation {
  private final AgroalDataSource dataSource;
  private final Tallies tallies;
  private final Freshness freshness;
  private final BusinessClock clock;

  Reconciliation(
      AgroalDataSource dataSource, Tallies tallies, Freshness freshness, BusinessClock clock) {
    this.dataSource = dataSource;
    this.tallies = tallies;
    this.freshness = freshness;
    this.clock = clock;
  }

  List<Comparison> compare() {
    try (Connection connection = dataSource.getConnection()) {
      List<Comparison> comparisons = new ArrayList<>();
      for (Tallies.Tally tally : tallies.last(connection)) {
        LocalDate counted = LocalDate.ofInstant(tally.countedAt(), clock.zone());
        comparisons.add(compare(tally, tallies.folded(connection, tally, counted)));
      }
      return comparisons;
    } catch (SQLException e) {
      throw new IllegalStateException("the tallies cannot be compared", e);
    }
  }

  private Comparison compare(Tallies.Tally tally, Map<String, BigDecimal> folded) {
    List<Comparison.Line> lines =
        tally.counts().entrySet().stream()
            .map(
                e ->
                    Comparison.Line.of(
                        e.getKey(), e.getValue(), folded.getOrDefault(e.getKey(), BigDecimal.ZERO)))
            .toList();
    List<String> uncounted =
        folded.keySet().stream().filter(measure -> !tally.counts().containsKey(measure)).toList();
    return new Comparison(
        tally.topic(),
        tally.countedAt(),
        tally.sequence(),
        lag(tally.topic()),
        lines.stream().allMatch(Comparison.Line::agrees),
        lines,
        uncounted);
  }

  private Long lag(String topic) {
    String name = Topic.valueOf(topic).topicName();
    Long lag = 0L;
    for (Freshness.Position position : freshness.positions()) {
      if (position.handler().equals("ledger") && position.topic().equals(name)) {
        lag = lag == null || position.lag() == null ? null : Long.valueOf(lag + position.lag());
      }
    }
    return lag;
  }
}
