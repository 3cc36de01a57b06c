package org.jiceng.reporting.position;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiceng.events.Topic;
import org.jiceng.reporting.figures.CompletePositions;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.figures.Views;
import org.jiceng.reporting.ledger.Knowledge;

/** Which places of the logs the fold has reached. */
@ApplicationScoped
class FoldedLogs {
  private static final String EVENTS =
      "select event_id, topic, sequence from {event} where event_id = any(?::uuid[])";

  /** What is parked will not come by itself: the fold could not take it. */
  private static final String FOLDED_OR_PARKED =
      """
      with parked as (
        select case when headers ->> 'ce_sequence' ~ '^0*[0-9]{1,18}$'
                    then (headers ->> 'ce_sequence')::bigint end as sequence
          from inbox_parked where handler = 'ledger' and topic = ? and resolved_at is null)
      select count(*) from (
        select sequence from {event} where topic = ? and sequence > ? and sequence <= ?
        union
        select sequence from parked where sequence > ? and sequence <= ?) s""";

  private final Views views;
  private final CompletePositions complete;

  FoldedLogs(Views views, CompletePositions complete) {
    this.views = views;
    this.complete = complete;
  }

  private record Found(Place place, long sequence) {}

  /** Up to where each log is folded without a gap. */
  Map<Topic, Long> complete() {
    try (View view = views.open(Knowledge.EVERYTHING)) {
      return complete.of(view);
    }
  }

  /**
   * Those of the places up to which everything is folded. Of an event by its id it is enough that
   * what is missing before it is parked: who wrote it does not wait for another's mishap.
   */
  Set<Place> reached(Collection<Place> places) {
    try (View view = views.open(Knowledge.EVERYTHING)) {
      Map<Topic, Long> upTo = complete.of(view);
      Set<Place> reached = new HashSet<>();
      for (Place place : places) {
        if (place instanceof Place.OfSequence of && of.sequence() <= upTo.get(of.topic())) {
          reached.add(place);
        }
      }
      for (Found found : events(view, places)) {
        if (places.contains(found.place())
            && isReached(view, found, upTo.get(found.place().topic()))) {
          reached.add(found.place());
        }
      }
      return reached;
    }
  }

  private static List<Found> events(View view, Collection<Place> places) {
    List<UUID> ids =
        places.stream()
            .filter(Place.OfEvent.class::isInstance)
            .map(place -> ((Place.OfEvent) place).event())
            .toList();
    return ids.isEmpty()
        ? List.of()
        : view.list(
            EVENTS,
            row ->
                new Found(
                    new Place.OfEvent(
                        Topic.valueOf(row.getString(2)), row.getObject(1, UUID.class)),
                    row.getLong(3)),
            ids);
  }

  private static boolean isReached(View view, Found found, long upTo) {
    if (found.sequence() <= upTo) {
      return true;
    }
    Topic log = found.place().topic();
    List<Long> there =
        view.list(
            FOLDED_OR_PARKED,
            row -> row.getLong(1),
            log.topicName(),
            log.name(),
            upTo,
            found.sequence(),
            upTo,
            found.sequence());
    return there.get(0) == found.sequence() - upTo;
  }
}
