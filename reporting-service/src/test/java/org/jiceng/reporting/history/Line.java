package org.jiceng.reporting.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.EstablishmentMode;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.RegistryEvent.OrganizationDissolved;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.RegistryEvent.OrganizationRelocated;
import org.jiceng.events.RegistryEvent.OrganizationReparented;
import org.jiceng.events.RegistryEvent.OrganizationTypeChanged;
import org.jiceng.events.Sector;

/** The organisations of a history as they stand while it is made up. */
final class Line {
  private final Dice dice;
  private final Territory territory;
  private final Map<UUID, UUID> parents = new HashMap<>();
  private final List<UUID> living = new ArrayList<>();
  final UUID root;

  Line(Dice dice, Territory territory) {
    this.dice = dice;
    this.territory = territory;
    this.root = dice.id();
  }

  DomainEvent establishRoot() {
    living.add(root);
    return established(
        root, OrganizationType.WORKING_COMMITTEE, Sector.AGENCY, null, territory.district, null);
  }

  DomainEvent establish() {
    UUID id = dice.id();
    UUID parent = any();
    Sector sector = dice.of(Sector.values());
    boolean twoNew = sector == Sector.NON_PUBLIC_ENTERPRISE || sector == Sector.SOCIAL_ORGANIZATION;
    UUID founder = twoNew && dice.once(2) ? any() : null;
    parents.put(id, parent);
    living.add(id);
    return established(id, anyType(), sector, parent, territory.anywhere(dice), founder);
  }

  /** Moves an organisation with all below it; null where no place is left that makes no circle. */
  DomainEvent reparent() {
    UUID moved = dice.of(living);
    UUID parent = any();
    if (moved.equals(root) || isWithin(parent, moved)) {
      return null;
    }
    parents.put(moved, parent);
    return new OrganizationReparented(moved, parent);
  }

  DomainEvent relocate() {
    return new OrganizationRelocated(any(), territory.anywhere(dice));
  }

  DomainEvent changeType() {
    return new OrganizationTypeChanged(any(), anyType());
  }

  DomainEvent dissolve() {
    UUID id = any();
    if (parents.containsValue(id) || id.equals(root)) {
      return null;
    }
    living.remove(id);
    return new OrganizationDissolved(id, null, null);
  }

  UUID any() {
    return dice.of(living);
  }

  private boolean isWithin(UUID id, UUID subtree) {
    for (UUID at = id; at != null; at = parents.get(at)) {
      if (at.equals(subtree)) {
        return true;
      }
    }
    return false;
  }

  private OrganizationType anyType() {
    return dice.of(
        OrganizationType.SOCIAL_WORKING_COMMITTEE,
        OrganizationType.COMMITTEE,
        OrganizationType.GENERAL_BRANCH,
        OrganizationType.BRANCH);
  }

  private static DomainEvent established(
      UUID id, OrganizationType type, Sector sector, UUID parent, String area, UUID founder) {
    return new OrganizationEstablished(
        id,
        "C" + Long.toHexString(id.getLeastSignificantBits()),
        "组织",
        type,
        sector,
        EstablishmentMode.INDEPENDENT,
        false,
        parent,
        area,
        founder);
  }
}
