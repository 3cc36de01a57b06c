package org.jiceng.certification.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.Topic;

/** How events may reach a consumer: within a key as they were told, across keys in any order. */
public final class Arrival {
  private Arrival() {}

  /** The same events in another order that a consumer must be able to bear. */
  public static List<RecordedEvent> shuffled(List<RecordedEvent> told, Random random) {
    return shuffled(told, e -> Topic.of(e.data()) + " " + e.data().partitionKey(), random);
  }

  /** The same of whatever has a key. */
  public static <T> List<T> shuffled(List<T> told, Function<T, String> key, Random random) {
    Map<String, Deque<T>> byKey = new LinkedHashMap<>();
    told.forEach(one -> byKey.computeIfAbsent(key.apply(one), k -> new ArrayDeque<>()).add(one));
    List<Deque<T>> waiting = new ArrayList<>(byKey.values());
    List<T> arrived = new ArrayList<>();
    while (!waiting.isEmpty()) {
      int which = random.nextInt(waiting.size());
      arrived.add(waiting.get(which).poll());
      if (waiting.get(which).isEmpty()) {
        waiting.remove(which);
      }
    }
    return arrived;
  }

  /**
   * With stretches delivered again, as they are to a consumer that stopped before it had kept how
   * far it was.
   */
  public static <T> List<T> redelivered(List<T> arrived, Random random) {
    int longest = 40;
    List<T> delivered = new ArrayList<>();
    for (T one : arrived) {
      delivered.add(one);
      if (random.nextInt(longest) == 0) {
        int again = Math.min(delivered.size(), 1 + random.nextInt(longest));
        delivered.addAll(
            List.copyOf(delivered.subList(delivered.size() - again, delivered.size())));
      }
    }
    return delivered;
  }
}
