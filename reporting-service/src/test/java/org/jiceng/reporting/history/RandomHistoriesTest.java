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
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jiceng.certification.history.Arrival;
import org.jiceng.certification.history.History;
import org.jiceng.certification.plain.Place;
import org.jiceng.certification.plain.PlainFigures;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.kit.test.RealServers;
import org.jiceng.reporting.figures.Areas;
import org.jiceng.reporting.figures.Balances;
import org.jiceng.reporting.figures.Node;
import org.jiceng.reporting.figures.Question;
import org.jiceng.reporting.indicator.Indicators;
import org.jiceng.reporting.ledger.LedgerHandler;
import org.jiceng.reporting.ledger.Projection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RandomHistoriesTest {
  @Inject AgroalDataSource dataSource;
  @Inject Balances balances;
  @Inject Areas areas;
  @Inject Indicators indicators;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("jiceng.histories", 8));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyFigureOfEveryPlaceIsThatOfAPlainWalk(long seed) throws SQLException {
    History history = new History(seed);
    Random random = new Random(seed);
    fold(Arrival.shuffled(history.events(), random), random);
    PlainFigures plain = new PlainFigures(history.events());
    Map<String, String> wrong = new TreeMap<>();
    long span = history.end().toEpochDay() - history.beginning().toEpochDay();
    for (int i = 0; i < 5; i++) {
      LocalDate day = history.end().minusDays(i == 0 ? 0 : (long) random.nextInt((int) span));
      for (Place place : places(history)) {
        compare(plain, place, day, wrong);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private void compare(PlainFigures plain, Place place, LocalDate day, Map<String, String> wrong) {
    Map<String, BigDecimal> expected = plain.of(place, day);
    assertThat(expected.keySet())
        .containsExactlyInAnyOrderElementsOf(
            indicators.all().stream().map(i -> i.indicator()).toList());
    Node node =
        place instanceof Place.Area a
            ? Node.area(a.code())
            : Node.organization(((Place.Organization) place).id().toString());
    Question question = new Question(balances, areas, node, day, null, null, null);
    boolean none = question.now().isEmpty();
    indicators
        .all()
        .forEach(
            i -> {
              BigDecimal answered = none ? null : i.value().apply(question);
              BigDecimal right = expected.get(i.indicator());
              boolean same =
                  answered == null || right == null
                      ? Objects.equals(answered, right)
                      : answered.compareTo(right) == 0;
              if (!same) {
                wrong.merge(
                    i.indicator(),
                    place + " " + day + " answered " + answered + " not " + right,
                    (a, b) -> a.length() > 600 ? a : a + "; " + b);
              }
            });
  }

  private static List<Place> places(History history) {
    List<Place> places = new ArrayList<>();
    for (RecordedEvent event : history.events()) {
      if (event.data() instanceof AreaDefined e) {
        places.add(Place.area(e.areaCode()));
      } else if (event.data() instanceof OrganizationEstablished e) {
        places.add(Place.organization(e.organizationId()));
      }
    }
    return places;
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
