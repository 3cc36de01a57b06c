package org.jiceng.reporting.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jiceng.events.Topic;

/**
 * Up to where each log was folded without a gap. Sequences are dense, so there is no doubt: an
 * event that another partition has not yet delivered, or that is parked, is missing in between.
 */
@ApplicationScoped
public class CompletePositions {
  /** Walks on by the index and no further than the first gap. */
  private static final String BEYOND =
      """
      select case when (select min(sequence) from {event} e
                         where topic = ? and sequence > ? and {known e}) = ? + 1
             then (select sequence from (
                     select sequence, lead(sequence) over (order by sequence) as following
                       from {event} e where topic = ? and sequence > ? and {known e}) walk
                    where following > sequence + 1 or following is null
                    order by sequence limit 1)
             else ? end""";

  private static final String LAST =
      "select coalesce(max(sequence), 0) from {event} where topic = ?";

  private final Map<Topic, Noted> noted = new ConcurrentHashMap<>();

  /** A position, and when it was found: views that were opened before do not see it. */
  private record Noted(long position, long at) {
    private static final Noted NOTHING = new Noted(0, 0);

    Noted orLater(Noted other) {
      return other.position > position ? other : this;
    }
  }

  /** By topic, within what the view sees; 0 for a log of which the first event is missing. */
  public Map<Topic, Long> of(View view) {
    Map<Topic, Long> positions = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.FACTS) {
      long from = known(view, topic);
      String log = topic.name();
      long complete =
          view.list(BEYOND, row -> row.getLong(1), log, from, from, log, from, from).get(0);
      positions.put(topic, complete);
      if (view.hasSums()) {
        noted.merge(topic, new Noted(complete, System.nanoTime()), Noted::orLater);
      }
    }
    return positions;
  }

  private long known(View view, Topic topic) {
    Noted last = noted.getOrDefault(topic, Noted.NOTHING);
    return view.hasSums() && last.position() > 0 && last.at() - view.openedAt() < 0
        ? last.position()
        : 0;
  }

  /** The last event of each log that was folded, whether or not others are missing before it. */
  public static Map<Topic, Long> last(View view) {
    Map<Topic, Long> positions = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.FACTS) {
      positions.put(topic, view.list(LAST, row -> row.getLong(1), topic.name()).get(0));
    }
    return positions;
  }
}
