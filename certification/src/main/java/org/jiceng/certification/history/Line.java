package org.jiceng.certification.history;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jiceng.events.EstablishmentMode;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.RegistryEvent.OrganizationDissolved;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.RegistryEvent.OrganizationRelocated;
import org.jiceng.events.RegistryEvent.OrganizationReparented;
import org.jiceng.events.RegistryEvent.OrganizationTypeChanged;
import org.jiceng.events.Sector;

/**
 * The organisations and where each stood, from day to day. No change of one is dated before its
 * last one, but before those of others it may be.
 */
final class Line {
  private static final Set<Sector> TWO_NEW =
      Set.of(Sector.NON_PUBLIC_ENTERPRISE, Sector.SOCIAL_ORGANIZATION);

  private final Chronicle chronicle;
  private final Dice dice;
  private final Territory territory;
  private final Map<UUID, Organization> living = new LinkedHashMap<>();
  private final Map<UUID, Organization> all = new LinkedHashMap<>();
  private final UUID root;

  /** An organisation: since when, changed last, and below whom from which day on. */
  private static final class Organization {
    final LocalDate established;
    final NavigableMap<LocalDate, UUID> parents = new TreeMap<>();
    LocalDate changed;

    Organization(LocalDate established, UUID parent) {
      this.established = established;
      this.changed = established;
      if (parent != null) {
        parents.put(established, parent);
      }
    }
  }

  Line(Chronicle chronicle, Territory territory) {
    this.chronicle = chronicle;
    this.dice = chronicle.dice;
    this.territory = territory;
    this.root = dice.id();
    LocalDate on = chronicle.daySince(Territory.BEGINNING);
    add(root, new Organization(on, null));
    tell(
        root,
        OrganizationType.WORKING_COMMITTEE,
        Sector.AGENCY,
        null,
        territory.district(),
        null,
        on);
  }

  void happen() {
    switch (dice.below(7)) {
      case 0, 1 -> establish();
      case 2, 3 -> reparent();
      case 4 -> {
        UUID moved = dice.of(List.copyOf(living.keySet()));
        LocalDate on = change(living.get(moved));
        chronicle.tell(new OrganizationRelocated(moved, territory.anywhere(on)), on);
      }
      case 5 -> {
        UUID changed = dice.of(List.copyOf(living.keySet()));
        chronicle.tell(
            new OrganizationTypeChanged(changed, anyType()), change(living.get(changed)));
      }
      default -> dissolve();
    }
  }

  void establish() {
    UUID id = dice.id();
    LocalDate on = chronicle.daySince(all.get(root).established);
    UUID parent = any(on);
    Sector sector = dice.of(Sector.values());
    UUID founder = TWO_NEW.contains(sector) && dice.once(2) ? any(on) : null;
    add(id, new Organization(on, parent));
    tell(id, anyType(), sector, parent, territory.anywhere(on), founder, on);
  }

  /** A day on which something of an organisation may be said to have been. */
  LocalDate day() {
    return chronicle.daySince(all.get(root).established);
  }

  /** An organisation of a day; seldom one that came later, which nobody may have minded. */
  UUID any(LocalDate on) {
    boolean anyway = dice.once(20);
    List<UUID> there =
        living.entrySet().stream()
            .filter(entry -> anyway || !entry.getValue().established.isAfter(on))
            .map(Map.Entry::getKey)
            .toList();
    return there.isEmpty() ? root : dice.of(there);
  }

  private void reparent() {
    UUID moved = dice.of(List.copyOf(living.keySet()));
    UUID parent = dice.of(List.copyOf(living.keySet()));
    Organization organization = living.get(moved);
    LocalDate earliest = later(organization.changed, living.get(parent).established);
    LocalDate on = chronicle.daySince(earliest);
    if (moved.equals(root) || on.isBefore(earliest) || wouldBeACircle(parent, moved, on)) {
      return;
    }
    organization.changed = on;
    organization.parents.put(on, parent);
    chronicle.tell(new OrganizationReparented(moved, parent), on);
  }

  private void dissolve() {
    UUID id = dice.of(List.copyOf(living.keySet()));
    boolean hasBelow =
        living.values().stream()
            .anyMatch(o -> !o.parents.isEmpty() && o.parents.lastEntry().getValue().equals(id));
    if (hasBelow || id.equals(root)) {
      return;
    }
    LocalDate on = change(living.get(id));
    living.remove(id);
    chronicle.tell(new OrganizationDissolved(id, null, null), on);
  }

  /** On that day or any later one on which somebody moved. */
  private boolean wouldBeACircle(UUID parent, UUID moved, LocalDate from) {
    Set<LocalDate> days = new TreeSet<>(Set.of(from));
    all.values().forEach(o -> days.addAll(o.parents.tailMap(from).keySet()));
    return days.stream().anyMatch(day -> isWithin(parent, moved, day));
  }

  private boolean isWithin(UUID id, UUID subtree, LocalDate day) {
    UUID at = id;
    while (at != null && !at.equals(subtree)) {
      var parent = all.get(at).parents.floorEntry(day);
      at = parent == null ? null : parent.getValue();
    }
    return at != null;
  }

  private LocalDate change(Organization organization) {
    organization.changed = chronicle.daySince(organization.changed);
    return organization.changed;
  }

  private void add(UUID id, Organization organization) {
    living.put(id, organization);
    all.put(id, organization);
  }

  private OrganizationType anyType() {
    return dice.of(
        OrganizationType.SOCIAL_WORKING_COMMITTEE,
        OrganizationType.COMMITTEE,
        OrganizationType.GENERAL_BRANCH,
        OrganizationType.BRANCH);
  }

  private void tell(
      UUID id,
      OrganizationType type,
      Sector sector,
      UUID parent,
      String area,
      UUID founder,
      LocalDate on) {
    String code = "C" + Long.toHexString(id.getLeastSignificantBits());
    chronicle.tell(
        new OrganizationEstablished(
            id,
            code,
            "组织",
            type,
            sector,
            EstablishmentMode.INDEPENDENT,
            false,
            parent,
            area,
            founder),
        on);
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }
}
