package org.jiceng.registry.reorganization;

import java.util.List;
import java.util.UUID;

/** What an organisation becomes a part of, what goes there by name, and the field that says so. */
record Part(
    String field,
    Destination destination,
    List<UUID> organizations,
    List<UUID> units,
    List<UUID> buildings,
    List<UUID> members) {

  /** One that gets all. */
  static Part whole(String field, Destination destination) {
    return new Part(field, destination, List.of(), List.of(), List.of(), List.of());
  }

  /** The organisation, if it is there already. */
  UUID organizationId() {
    return destination.organizationId();
  }
}
