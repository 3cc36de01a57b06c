package org.jiceng.registry.reorganization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.ReorganizationKind;

/** A reorganisation as it goes out: who took part, and how far each service has followed. */
public record ReorganizationView(
    UUID id,
    ReorganizationKind kind,
    ReorganizationState state,
    LocalDate effectiveOn,
    String obstacle,
    Instant createdAt,
    Instant decidedAt,
    Instant doneAt,
    List<Participant> sources,
    List<Participant> destinations,
    List<Step> steps,
    long version) {

  /** What an organisation had when it was decided. */
  public record Participant(
      UUID organizationId, String code, String name, Map<String, Long> before) {}

  /** What a service has moved; done when nothing was left. */
  public record Step(String service, boolean done, Instant doneAt, Map<String, Long> counts) {}
}
