package org.jiceng.reporting;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.Topic;

/** Positions for events that tests make up: dense in each log, as the relays give them. */
public final class Sequences {
  private static final Map<Topic, AtomicLong> LAST = new EnumMap<>(Topic.class);

  static {
    Stream.of(Topic.values()).forEach(topic -> LAST.put(topic, new AtomicLong()));
  }

  private Sequences() {}

  /** The next one in the event's log. */
  public static long next(DomainEvent event) {
    return LAST.get(Topic.of(event)).incrementAndGet();
  }

  /** The last one that was given out in a log. */
  public static long last(Topic topic) {
    return LAST.get(topic).get();
  }
}
