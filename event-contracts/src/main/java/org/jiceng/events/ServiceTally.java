package org.jiceng.events;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a service counted in its own tables, for reconciliation. */
public interface ServiceTally {
  /** By measure; where it is by township, by measure and township, joined by an @. */
  Map<String, Long> counts();

  /** Counts by township, and not of the whole district. */
  interface ByTownship extends ServiceTally {}

  /**
   * Counts that say of which events of the service's own log they are; others are of some moment
   * before their own place in it.
   */
  interface OfNamedEvents extends ServiceTally {
    /** The position up to which (inclusive) every event is counted. */
    long countedThrough();

    /** Events that have their places after it and are counted nevertheless. */
    List<UUID> alsoCounted();
  }
}
