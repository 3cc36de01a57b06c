package org.jiceng.certification.plain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.RegistryEvent.OrganizationRelocated;
import org.jiceng.events.RegistryEvent.OrganizationReparented;
import org.jiceng.events.RegistryEvent.OrganizationTypeChanged;
import org.jiceng.events.Sector;

/** Where every organisation stood on a day. One that is no more stands where it last stood. */
final class Tree {
  private final Map<UUID, UUID> parents = new HashMap<>();
  private final Map<UUID, String> areas = new HashMap<>();
  private final Map<UUID, OrganizationType> types = new HashMap<>();
  private final Map<UUID, Sector> sectors = new HashMap<>();

  /** By what became true until the end of the day, in the order of the days. */
  Tree(List<RecordedEvent> until) {
    for (RecordedEvent event : until) {
      if (event.data() instanceof OrganizationEstablished e) {
        parents.put(e.organizationId(), e.parentId());
        areas.put(e.organizationId(), e.areaCode());
        types.put(e.organizationId(), e.organizationType());
        sectors.put(e.organizationId(), e.sector());
      } else if (event.data() instanceof OrganizationReparented e) {
        parents.put(e.organizationId(), e.parentId());
      } else if (event.data() instanceof OrganizationRelocated e) {
        areas.put(e.organizationId(), e.areaCode());
      } else if (event.data() instanceof OrganizationTypeChanged e) {
        types.put(e.organizationId(), e.organizationType());
      }
    }
  }

  boolean knows(UUID organization) {
    return areas.containsKey(organization);
  }

  boolean isWithin(UUID organization, UUID subtree) {
    UUID at = organization;
    while (at != null && !at.equals(subtree)) {
      at = parents.get(at);
    }
    return at != null;
  }

  /** Where it lay; null while there was none. */
  String area(UUID organization) {
    return areas.get(organization);
  }

  OrganizationType type(UUID organization) {
    return types.get(organization);
  }

  Sector sector(UUID organization) {
    return sectors.get(organization);
  }
}
