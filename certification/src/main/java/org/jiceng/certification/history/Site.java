package org.jiceng.certification.history;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A site as the service has it on record: no change is dated before it was measured or handed. */
final class Site {
  final UUID id;
  final String area;
  final LocalDate opened;
  final Map<UUID, LocalDate> spaces = new LinkedHashMap<>();
  UUID organization;
  LocalDate changed;

  Site(UUID id, String area, UUID organization, LocalDate on) {
    this.id = id;
    this.area = area;
    this.organization = organization;
    this.opened = on;
    this.changed = on;
  }

  /** The first day on which all its open spaces are open and nothing else changed later. */
  LocalDate last() {
    return spaces.values().stream().reduce(changed, (a, b) -> a.isAfter(b) ? a : b);
  }
}
