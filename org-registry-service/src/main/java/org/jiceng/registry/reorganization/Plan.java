package org.jiceng.registry.reorganization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiceng.events.ReorganizationKind;
import org.jiceng.kit.problem.Problem;

/**
 * Which organisations become which: what is named nowhere goes to the part at {@code rest}. Without
 * parts, the organisations simply end.
 */
record Plan(
    ReorganizationKind kind,
    List<UUID> sources,
    List<Part> parts,
    Integer rest,
    String reasonCode,
    LocalDate effectiveOn) {

  /** Refuses what cannot be whatever the organisations are. */
  void requireSense() {
    requireDistinct(sources, kind == ReorganizationKind.SPLIT ? "source" : "sources");
    List<UUID> destinations = new ArrayList<>();
    for (Part part : parts) {
      Destination to = part.destination();
      if ((to.organizationId() == null) == (to.establish() == null)) {
        throw Problem.violation(part.field(), "existing-or-new");
      }
      if (to.organizationId() != null) {
        destinations.add(to.organizationId());
        if (kind != ReorganizationKind.SPLIT && sources.contains(to.organizationId())) {
          throw Problem.violation(part.field(), "successor-is-itself");
        }
      }
    }
    requireDistinct(destinations, "parts");
    if (kind == ReorganizationKind.SPLIT) {
      requireSplit();
    }
  }

  private void requireSplit() {
    if (parts.size() < 2) {
      throw Problem.violation("parts", "split-in-two");
    }
    if (rest != null && rest >= parts.size()) {
      throw Problem.violation("rest", "no-such-part");
    }
    if (rest != null && goesOn(sources.get(0)) && !sources.get(0).equals(heir().organizationId())) {
      throw Problem.violation("rest", "rest-stays");
    }
    Set<UUID> named = new HashSet<>();
    for (Part part : parts) {
      for (List<UUID> ids :
          List.of(part.organizations(), part.units(), part.buildings(), part.members())) {
        for (UUID id : ids) {
          if (!named.add(id)) {
            throw Problem.violation(part.field(), "named-twice", id);
          }
        }
      }
    }
  }

  private static void requireDistinct(List<UUID> ids, String field) {
    Set<UUID> seen = new HashSet<>();
    for (UUID id : ids) {
      if (!seen.add(id)) {
        throw Problem.violation(field, "named-twice", id);
      }
    }
  }

  /** The part whose organisation takes over all that is named nowhere, and what comes late. */
  Part heir() {
    if (rest != null) {
      return parts.get(rest);
    }
    return parts.stream()
        .filter(part -> sources.contains(part.organizationId()))
        .findFirst()
        .orElse(parts.get(0));
  }

  /** Whether a source is one of the parts itself. */
  boolean goesOn(UUID source) {
    return parts.stream().anyMatch(part -> source.equals(part.organizationId()));
  }

  /** Whether all that a source has must be named, since nobody gets the rest. */
  boolean namesAll() {
    return kind == ReorganizationKind.SPLIT && rest == null && !goesOn(sources.get(0));
  }

  /** The field that names a source. */
  String fieldOf(UUID source) {
    return switch (kind) {
      case MERGE -> "sources[" + sources.indexOf(source) + "]";
      case SPLIT -> "source";
      case DISSOLUTION -> "organizationId";
    };
  }
}
