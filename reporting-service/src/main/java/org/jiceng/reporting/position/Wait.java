package org.jiceng.reporting.position;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jiceng.events.Topic;

/** What a request waits for: some places in the logs, up to a moment. */
final class Wait {
  private static final String PROPERTY = Wait.class.getName();

  private final Set<Topic> topics;
  private final Set<Place> missing = ConcurrentHashMap.newKeySet();
  private final Duration atMost;
  private final boolean preferred;
  private final long begun = System.nanoTime();

  private Wait(Set<Place> places, Duration atMost, boolean preferred) {
    this.topics = places.stream().map(Place::topic).collect(Collectors.toSet());
    this.missing.addAll(places);
    this.atMost = atMost;
    this.preferred = preferred;
  }

  /** As long as the caller prefers, within what the configuration allows. */
  static Wait of(Set<Place> places, List<String> prefer, PositionsConfig config) {
    OptionalLong wanted = Preference.seconds(prefer);
    Duration atMost =
        wanted.isEmpty() ? config.usualWait() : Duration.ofSeconds(wanted.getAsLong());
    Duration longest = config.longestWait();
    return new Wait(places, atMost.compareTo(longest) > 0 ? longest : atMost, wanted.isPresent());
  }

  /** The one that belongs to a request; null if it waits for nothing. */
  static Wait of(ContainerRequestContext request) {
    return (Wait) request.getProperty(PROPERTY);
  }

  void belongTo(ContainerRequestContext request) {
    request.setProperty(PROPERTY, this);
  }

  /** The logs that it is about. */
  Set<Topic> topics() {
    return topics;
  }

  /** What is not reached yet. */
  Set<Place> missing() {
    return new HashSet<>(missing);
  }

  void reach(Collection<Place> reached) {
    missing.removeAll(reached);
  }

  boolean isReached() {
    return missing.isEmpty();
  }

  /** Whether nothing is missing any more or its time is up. */
  boolean isOver() {
    return isReached() || left().isZero();
  }

  /** How long it still waits; zero once its time is up. */
  Duration left() {
    long left = atMost.toNanos() - (System.nanoTime() - begun);
    return Duration.ofNanos(Math.max(0, left));
  }

  /** How long it waits altogether. */
  Duration atMost() {
    return atMost;
  }

  /** Whether the caller has said how long. */
  boolean isPreferred() {
    return preferred;
  }
}
