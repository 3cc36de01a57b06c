package org.jiceng.certification.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiceng.certification.plain.Place;
import org.jiceng.certification.plain.PlainFigures;
import org.jiceng.events.EventTypes;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.Topic;
import org.junit.jupiter.api.Test;

/** What a history that is made up must be, to be worth a proof. */
class HistoryTest {
  private static final int SEEDS = 30;

  @Test
  void theSameSeedMakesTheSameHistory() {
    assertThat(new History(7).events()).isEqualTo(new History(7).events());
    assertThat(new History(7).events()).isNotEqualTo(new History(8).events());
  }

  @Test
  void everyLogIsDenseAndEveryMomentLaterThanTheLast() {
    Map<Topic, Long> last = new HashMap<>();
    Instant before = Instant.MIN;
    for (RecordedEvent event : new History(9).events()) {
      assertThat(event.recordedAt()).isAfter(before);
      before = event.recordedAt();
      long sequence = last.merge(Topic.of(event.data()), 1L, Long::sum);
      assertThat(event.sequence()).isEqualTo(sequence);
    }
    assertThat(last).containsOnlyKeys(Topic.FACTS);
  }

  @Test
  void muchIsToldLate() {
    List<RecordedEvent> events = new History(3).events();
    long late = events.stream().filter(e -> e.effectiveOn().isBefore(day(e))).count();
    assertThat(late).isGreaterThan(events.size() / 5);
  }

  @Test
  void manyHistoriesHaveEveryKindOfEventThatFiguresKnow() {
    Set<String> types = new HashSet<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      new History(seed).events().forEach(e -> types.add(EventTypes.typeOf(e.data())));
    }
    assertThat(types).hasSizeGreaterThan(55);
  }

  @Test
  void whatArrivesInAnotherOrderKeepsTheOrderOfEachKey() {
    List<RecordedEvent> told = new History(5).events();
    List<RecordedEvent> arrived = Arrival.shuffled(told, new Random(5));
    assertThat(arrived).isNotEqualTo(told).containsExactlyInAnyOrderElementsOf(told);
    assertThat(byKey(arrived)).isEqualTo(byKey(told));
  }

  @Test
  void everyHistoryCanBeWalkedThrough() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      History history = new History(seed);
      assertThat(
              new PlainFigures(history.events())
                  .of(Place.area(history.district()), history.end())
                  .get("areas.subDistricts"))
          .isEqualByComparingTo("2");
    }
  }

  private static LocalDate day(RecordedEvent event) {
    return event.recordedAt().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static Map<String, List<RecordedEvent>> byKey(List<RecordedEvent> events) {
    return events.stream()
        .collect(
            Collectors.groupingBy(
                e -> Topic.of(e.data()) + e.data().partitionKey(),
                Collectors.toCollection(ArrayList::new)));
  }
}
