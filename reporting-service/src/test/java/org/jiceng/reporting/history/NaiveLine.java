package org.jiceng.reporting.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.RegistryEvent.OrganizationRelocated;
import org.jiceng.events.RegistryEvent.OrganizationReparented;
import org.jiceng.events.RegistryEvent.OrganizationTypeChanged;
import org.jiceng.events.Sector;

/** Where every organisation stood on one day, read from the events of the days before. */
final class NaiveLine {
  private final Map<UUID, UUID> parents = new HashMap<>();
  private final Map<UUID, String> areas = new HashMap<>();
  private final Map<UUID, OrganizationType> types = new HashMap<>();
  private final Map<UUID, Sector> sectors = new HashMap<>();

  NaiveLine(List<Fact> until) {
    for (Fact fact : until) {
      if (fact.event() instanceof OrganizationEstablished e) {
        parents.put(e.organizationId(), e.parentId());
        areas.put(e.organizationId(), e.areaCode());
        types.put(e.organizationId(), e.organizationType());
        sectors.put(e.organizationId(), e.sector());
      } else if (fact.event() instanceof OrganizationReparented e) {
        parents.put(e.organizationId(), e.parentId());
      } else if (fact.event() instanceof OrganizationRelocated e) {
        areas.put(e.organizationId(), e.areaCode());
      } else if (fact.event() instanceof OrganizationTypeChanged e) {
        types.put(e.organizationId(), e.organizationType());
      }
    }
  }

  boolean isWithin(UUID id, UUID subtree) {
    for (UUID at = id; at != null; at = parents.get(at)) {
      if (at.equals(subtree)) {
        return true;
      }
    }
    return false;
  }

  String area(UUID id) {
    return areas.get(id);
  }

  OrganizationType type(UUID id) {
    return types.get(id);
  }

  Sector sector(UUID id) {
    return sectors.get(id);
  }
}
