package org.jiceng.certification.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.Topic;

/** How events may reach a consumer: within a key as they were told, across keys in any order. */
public final class Arrival {
  private Arrival() {}

  /** The same events in another order that a consumer must be able to bear. */
  public static List<RecordedEvent> shuffled(List<RecordedEvent> told, Random random) {
    Map<String, Deque<RecordedEvent>> byKey = new LinkedHashMap<>();
    told.forEach(event -> byKey.computeIfAbsent(key(event), k -> new ArrayDeque<>()).add(event));
    List<Deque<RecordedEvent>> waiting = new ArrayList<>(byKey.values());
    List<RecordedEvent> arrived = new ArrayList<>();
    while (!waiting.isEmpty()) {
      int which = random.nextInt(waiting.size());
      arrived.add(waiting.get(which).poll());
      if (waiting.get(which).isEmpty()) {
        waiting.remove(which);
      }
    }
    return arrived;
  }

  private static String key(RecordedEvent event) {
    return Topic.of(event.data()) + " " + event.data().partitionKey();
  }
}
