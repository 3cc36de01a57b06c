package org.jiceng.reporting.position;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jiceng.events.Topic;
import org.jiceng.kit.database.Database;

/**
 * How far each log is folded without a gap. A log comes in partitions, of which one may be ahead of
 * another; but its sequences are dense, so a gap shows. What was found complete stays so: from
 * there the next look goes on.
 */
@ApplicationScoped
public class FoldedLogs {
  private static final String COMPLETE_FROM =
      """
      select case
               when (select min(sequence) from projection.event where topic = ? and sequence > ?)
                    = ? + 1
               then (select sequence
                       from (select sequence, lead(sequence) over (order by sequence) as following
                               from projection.event where topic = ? and sequence > ?) e
                      where following > sequence + 1 or following is null
                      limit 1)
             end""";
  private static final String EVENTS =
      "select event_id, topic, sequence from projection.event where event_id = any(?)";

  /** What is parked will not come by itself: the fold could not take it. */
  private static final String FOLDED_OR_PARKED =
      """
      with parked as (
        select case when headers ->> 'ce_sequence' ~ '^0*[0-9]{1,18}$'
                    then (headers ->> 'ce_sequence')::bigint end as sequence
          from inbox_parked where handler = 'ledger' and topic = ? and resolved_at is null)
      select count(*) from (
        select sequence from projection.event where topic = ? and sequence > ? and sequence <= ?
        union
        select sequence from parked where sequence > ? and sequence <= ?) s""";

  private final Database database;
  private final Map<Topic, Long> complete = new ConcurrentHashMap<>();

  FoldedLogs(Database database) {
    this.database = database;
  }

  private record Found(UUID event, Topic topic, long sequence) {}

  /** The largest sequence of a log below which nothing is missing; 0 before the first. */
  public long completeUpTo(Topic topic) {
    long from = complete.getOrDefault(topic, 0L);
    String log = topic.name();
    Long further =
        database
            .list(COMPLETE_FROM, row -> row.getObject(1, Long.class), log, from, from, log, from)
            .get(0);
    return further == null ? from : complete.merge(topic, further, Math::max);
  }

  /**
   * Those of the places up to which everything is folded. Of an event by its id it is enough that
   * what is missing before it is parked: who wrote it does not wait for another's mishap.
   */
  Set<Place> reached(Collection<Place> places) {
    Map<Topic, Long> upTo = new HashMap<>();
    Set<Place> reached = new HashSet<>();
    for (Place place : places) {
      if (place instanceof Place.OfSequence of
          && of.sequence() <= upTo.computeIfAbsent(of.topic(), this::completeUpTo)) {
        reached.add(place);
      }
    }
    for (Found found : events(places)) {
      Place place = new Place.OfEvent(found.topic(), found.event());
      if (places.contains(place)
          && isReached(found, upTo.computeIfAbsent(found.topic(), this::completeUpTo))) {
        reached.add(place);
      }
    }
    return reached;
  }

  private List<Found> events(Collection<Place> places) {
    List<UUID> ids =
        places.stream()
            .filter(Place.OfEvent.class::isInstance)
            .map(place -> ((Place.OfEvent) place).event())
            .toList();
    return ids.isEmpty()
        ? List.of()
        : database.list(
            EVENTS,
            row ->
                new Found(
                    row.getObject(1, UUID.class), Topic.valueOf(row.getString(2)), row.getLong(3)),
            ids);
  }

  private boolean isReached(Found found, long upTo) {
    if (found.sequence() <= upTo) {
      return true;
    }
    long there =
        database
            .list(
                FOLDED_OR_PARKED,
                row -> row.getLong(1),
                found.topic().topicName(),
                found.topic().name(),
                upTo,
                found.sequence(),
                upTo,
                found.sequence())
            .get(0);
    return there == found.sequence() - upTo;
  }
}
