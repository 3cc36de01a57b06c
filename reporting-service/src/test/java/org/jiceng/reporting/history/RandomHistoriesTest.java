package org.jiceng.reporting.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.Sector;
import org.jiceng.kit.test.RealServers;
import org.jiceng.reporting.figures.Node;
import org.jiceng.reporting.figures.Slice;
import org.jiceng.reporting.figures.Sums;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.figures.Views;
import org.jiceng.reporting.ledger.Knowledge;
import org.jiceng.reporting.ledger.LedgerHandler;
import org.jiceng.reporting.ledger.Projection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Made-up histories, with moves and closures, arriving in any order across records and in batches
 * of any size, folded through the real database: on every day that is tried, every figure of every
 * place must be what a plain walk through the events finds.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RandomHistoriesTest {
  private static final int DAYS_TRIED = 6;

  @Inject AgroalDataSource dataSource;
  @Inject Views views;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void whateverTheOrderTheFiguresAreThoseOfAPlainWalkThroughTheEvents(long seed)
      throws SQLException {
    History history = new History(seed);
    Random random = new Random(seed);
    fold(history.shuffled(random), random);

    LocalDate end = history.end();
    for (int i = 0; i < DAYS_TRIED; i++) {
      LocalDate day =
          i == 0
              ? end
              : Territory.BEGINNING.plusDays(
                  random.nextLong(
                      Territory.BEGINNING.until(end, java.time.temporal.ChronoUnit.DAYS)));
      compare(history, day);
    }
  }

  private void compare(History history, LocalDate day) {
    try (View view = views.open(Knowledge.EVERYTHING)) {
      compare(new Sums(view), history, day);
    }
  }

  private static void compare(Sums sums, History history, LocalDate day) {
    NaiveFigures naive = new NaiveFigures(history.facts, day);
    List<String> areas = new ArrayList<>(history.territory.townships);
    areas.addAll(history.territory.communities);
    areas.add(history.territory.district);
    for (String area : areas) {
      String prefix = org.jiceng.reporting.figures.Areas.prefix(area);
      Slice slice = sums.of(Node.area(area), day, null);
      Slice ledger = sums.byLedger(Node.area(area), day);
      for (String measure : NaiveFigures.measures()) {
        BigDecimal expected = naive.sum(measure, prefix, null, null);
        same(slice.sum(measure), expected, measure + " in " + area + " on " + day);
        same(ledger.sum(measure), expected, measure + " by the ledger in " + area + " on " + day);
      }
      bySector(naive, slice, prefix, day);
    }
    for (Fact fact : history.facts) {
      if (fact.event() instanceof OrganizationEstablished established) {
        compareLine(sums, naive, established.organizationId(), day);
      }
    }
  }

  private static void bySector(NaiveFigures naive, Slice slice, String prefix, LocalDate day) {
    for (Sector sector : Sector.values()) {
      same(
          slice.sum("member", Set.of(sector.name()), Set.of()),
          naive.sum("member", prefix, null, sector.name()),
          "members of " + sector + " in " + prefix + " on " + day);
    }
  }

  private static void compareLine(Sums sums, NaiveFigures naive, UUID organization, LocalDate day) {
    Slice slice = sums.of(Node.organization(organization.toString()), day, null);
    for (String measure : NaiveFigures.measures()) {
      same(
          slice.sum(measure),
          naive.sum(measure, null, organization, null),
          measure + " below " + organization + " on " + day);
    }
  }

  private static void same(BigDecimal answered, BigDecimal expected, String what) {
    assertThat(answered).as(what).isEqualByComparingTo(expected);
  }

  private void fold(List<RecordedEvent> events, Random random) throws SQLException {
    Projection projection = new Projection(LedgerHandler.LIVE);
    for (int from = 0; from < events.size(); ) {
      int to = Math.min(events.size(), from + 1 + random.nextInt(40));
      try (Connection connection = dataSource.getConnection()) {
        connection.setAutoCommit(false);
        projection.take(events.subList(from, to), connection);
        connection.commit();
        connection.setAutoCommit(true);
      }
      from = to;
    }
  }
}
