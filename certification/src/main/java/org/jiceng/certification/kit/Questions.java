package org.jiceng.certification.kit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jiceng.certification.plain.Place;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.Topic;

/** Makes the questions about one history: of the whole district, of any place, of any day. */
final class Questions {
  private static final int COUNT = 24;

  private final String history;
  private final List<RecordedEvent> events;
  private final Random random;
  private final LocalDate first;
  private final LocalDate last;

  Questions(String history, List<RecordedEvent> events, Random random) {
    this.history = history;
    this.events = events;
    this.random = random;
    first = events.stream().map(RecordedEvent::effectiveOn).min(LocalDate::compareTo).orElseThrow();
    last = events.stream().map(RecordedEvent::effectiveOn).max(LocalDate::compareTo).orElseThrow();
  }

  List<Question> ask() {
    List<Question> questions = new ArrayList<>();
    for (int n = 1; n <= COUNT; n++) {
      Instant knownAt = n % 4 == 2 ? events.get(random.nextInt(events.size())).recordedAt() : null;
      questions.add(ask(n, knownAt, n % 8 == 3 ? positions() : null));
    }
    return questions;
  }

  /** The first few of the whole district, the others of any place that was on record. */
  private Question ask(int n, Instant knownAt, Map<Topic, Long> upTo) {
    LocalDate asOf = n == 1 ? last : day();
    LocalDate since = asOf.minusDays(1 + random.nextInt(1000));
    String id = "%s-%02d".formatted(history, n);
    Question ofNoPlace = new Question(id, null, null, asOf, since, knownAt, upTo);
    List<Place> places = places(events.stream().filter(ofNoPlace::knows).toList());
    Place place = places.get(n <= 3 ? 0 : random.nextInt(places.size()));
    return place instanceof Place.Area area
        ? new Question(id, area.code(), null, asOf, since, knownAt, upTo)
        : new Question(id, null, ((Place.Organization) place).id(), asOf, since, knownAt, upTo);
  }

  private LocalDate day() {
    long days = last.toEpochDay() - first.toEpochDay();
    return last.minusDays(random.nextInt((int) days));
  }

  /** The district first. */
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

  private Map<Topic, Long> positions() {
    Map<Topic, Long> positions = new EnumMap<>(Topic.class);
    events.forEach(e -> positions.merge(Topic.of(e.data()), e.sequence(), Math::max));
    positions.replaceAll((topic, sequence) -> 1L + random.nextInt(sequence.intValue()));
    return positions;
  }
}
