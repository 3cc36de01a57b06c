package org.jiceng.certification.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A member as the district's own service has it on record: one stay after the other. */
final class Member {
  final UUID id;
  final UUID admittedBy;
  final LocalDate admittedOn;
  final List<Stay> stays = new ArrayList<>();

  Member(UUID id, UUID organization, UUID admittedBy, LocalDate on) {
    this.id = id;
    this.admittedBy = admittedBy;
    this.admittedOn = on;
    stays.add(new Stay(organization, on, null));
  }

  Stay last() {
    return stays.get(stays.size() - 1);
  }

  boolean isCurrent() {
    return last().to() == null;
  }

  /** The last day on which something of the member's stays changed. */
  LocalDate changed() {
    return isCurrent() ? last().from() : last().to();
  }

  void move(UUID destination, LocalDate on) {
    end(on);
    stays.add(new Stay(destination, on, null));
  }

  void end(LocalDate on) {
    Stay last = stays.remove(stays.size() - 1);
    stays.add(new Stay(last.organization(), last.from(), on));
  }
}
