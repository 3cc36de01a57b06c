package org.jiceng.reporting.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jiceng.certification.history.Arrival;
import org.jiceng.certification.history.History;
import org.jiceng.certification.plain.Place;
import org.jiceng.certification.plain.PlainFigures;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.Topic;
import org.jiceng.kit.test.RealServers;
import org.jiceng.reporting.figures.Areas;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.indicator.Indicators;
import org.jiceng.reporting.ledger.Knowledge;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Made-up histories, told late and corrected, arriving in any order across records and in batches
 * of any size, folded through the real database: every indicator of every place, on every day that
 * is tried, must be what a plain walk through the events finds, also of what was known at a moment
 * or stood in the logs up to a position. {@code -Djiceng.histories=300} tries more of them.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RandomHistoriesTest {
  @Inject AgroalDataSource dataSource;
  @Inject Indicators indicators;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("jiceng.histories", 6));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyFigureIsThatOfAPlainWalkWhateverIsTakenToBeKnown(long seed) throws SQLException {
    History history = new History(seed);
    Random random = new Random(seed);
    List<RecordedEvent> events = history.events();
    try (Folded folded = new Folded(dataSource, Arrival.shuffled(events, random), random)) {
      assertThat(differences(folded, history, events, Knowledge.EVERYTHING, random))
          .as("all that is known")
          .isEmpty();
      Instant moment = events.get(random.nextInt(events.size())).recordedAt();
      assertThat(differences(folded, history, until(moment, events), at(moment), random))
          .as("what was known at %s", moment)
          .isEmpty();
      Map<Topic, Long> positions = positions(events, random);
      assertThat(differences(folded, history, upTo(positions, events), upTo(positions), random))
          .as("what stands in the logs up to %s", positions)
          .isEmpty();
    }
  }

  private List<String> differences(
      Folded folded, History history, List<RecordedEvent> known, Knowledge knowledge, Random random)
      throws SQLException {
    PlainFigures plain = new PlainFigures(known);
    List<Place> places = places(known);
    try (View view = folded.view(knowledge)) {
      Comparison comparison = new Comparison(indicators.all(), plain, view);
      LocalDate end = history.end();
      LocalDate day = day(history, random);
      comparison.ofEach(places, end, end.minusYears(3));
      comparison.ofEach(places, day, day.minusDays(random.nextInt(500)));
      comparison.together(Areas.TOWNSHIPS, history.district(), day);
      comparison.together(Areas.GRASSROOTS, history.district(), day);
      return comparison.differences();
    }
  }

  private static LocalDate day(History history, Random random) {
    long days = history.end().toEpochDay() - history.beginning().toEpochDay();
    return history.beginning().plusDays(random.nextInt((int) days));
  }

  private static Knowledge at(Instant moment) {
    return Knowledge.at(moment);
  }

  private static List<RecordedEvent> until(Instant moment, List<RecordedEvent> events) {
    return events.stream().filter(e -> !e.recordedAt().isAfter(moment)).toList();
  }

  /** In each log another, so that what one service tells may be ahead of what another does. */
  private static Map<Topic, Long> positions(List<RecordedEvent> events, Random random) {
    Map<Topic, Long> last = new EnumMap<>(Topic.class);
    events.forEach(e -> last.put(Topic.of(e.data()), e.sequence()));
    last.replaceAll((topic, position) -> 1L + random.nextInt(position.intValue()));
    return last;
  }

  private static Knowledge upTo(Map<Topic, Long> positions) {
    return new Knowledge.UpTo(positions);
  }

  private static List<RecordedEvent> upTo(Map<Topic, Long> positions, List<RecordedEvent> events) {
    return events.stream().filter(e -> e.sequence() <= positions.get(Topic.of(e.data()))).toList();
  }

  private static List<Place> places(List<RecordedEvent> known) {
    List<Place> places = new ArrayList<>();
    for (RecordedEvent event : known) {
      if (event.data() instanceof AreaDefined e) {
        places.add(Place.area(e.areaCode()));
      } else if (event.data() instanceof OrganizationEstablished e) {
        places.add(Place.organization(e.organizationId()));
      }
    }
    return places;
  }
}
