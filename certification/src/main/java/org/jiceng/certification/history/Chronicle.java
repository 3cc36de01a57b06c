package org.jiceng.certification.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.Topic;

/**
 * What is told, in the order in which it is told. Days pass; what is told today may have been so
 * for long. Each log's sequence is dense, and no two events are recorded at one moment.
 */
final class Chronicle {
  final Dice dice;
  private final List<RecordedEvent> events = new ArrayList<>();
  private final Map<Topic, Long> sequences = new EnumMap<>(Topic.class);
  private LocalDate today;

  Chronicle(Dice dice, LocalDate today) {
    this.dice = dice;
    this.today = today;
  }

  LocalDate today() {
    return today;
  }

  void pass(int days) {
    today = today.plusDays(days);
  }

  /** A day for what is told today: today, as a rule, or else one since another. */
  LocalDate daySince(LocalDate earliest) {
    int days = (int) Math.max(0, today.toEpochDay() - earliest.toEpochDay());
    return dice.once(3) ? today.minusDays(dice.below(days + 1)) : today;
  }

  void tell(DomainEvent event, LocalDate on) {
    long sequence = sequences.merge(Topic.of(event), 1L, Long::sum);
    events.add(new RecordedEvent(dice.id(), moment(), on, sequence, null, null, event));
  }

  List<RecordedEvent> events() {
    return List.copyOf(events);
  }

  private Instant moment() {
    return today.atTime(1, 0).toInstant(ZoneOffset.UTC).plusMillis(events.size());
  }
}
