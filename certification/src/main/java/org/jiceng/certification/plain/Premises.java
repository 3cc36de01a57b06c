package org.jiceng.certification.plain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.BuildingChanged;
import org.jiceng.events.RegistryEvent.BuildingClosed;
import org.jiceng.events.RegistryEvent.BuildingCovered;
import org.jiceng.events.RegistryEvent.BuildingRegistered;
import org.jiceng.events.RegistryEvent.BuildingUncovered;
import org.jiceng.events.RegistryEvent.StationClosed;
import org.jiceng.events.RegistryEvent.StationOpened;

/** Business buildings and the stations in them, which lie where their building does. */
final class Premises extends Things {
  private final Map<UUID, Set<StationOpened>> stations = new HashMap<>();

  @Override
  void happened(RecordedEvent event) {
    if (event.data() instanceof BuildingRegistered e) {
      put("building", e.buildingId(), null, e.areaCode());
    } else if (event.data() instanceof BuildingChanged e) {
      moved(e.buildingId(), e.areaCode());
    } else if (event.data() instanceof BuildingCovered e) {
      put("covered building", e.buildingId(), e.organizationId(), area(e.buildingId()));
    } else if (event.data() instanceof BuildingUncovered e) {
      remove("covered building", e.buildingId());
    } else if (event.data() instanceof BuildingClosed e) {
      remove("building", e.buildingId());
      remove("covered building", e.buildingId());
    } else if (event.data() instanceof StationOpened e) {
      stations.computeIfAbsent(e.buildingId(), id -> new HashSet<>()).add(e);
      put("station " + e.kind(), e.stationId(), null, area(e.buildingId()));
    } else if (event.data() instanceof StationClosed e) {
      stations.get(e.buildingId()).stream()
          .filter(station -> station.stationId().equals(e.stationId()))
          .forEach(station -> remove("station " + station.kind(), e.stationId()));
      stations.get(e.buildingId()).removeIf(s -> s.stationId().equals(e.stationId()));
    }
  }

  private String area(UUID building) {
    return get("building", building).area();
  }

  private void moved(UUID building, String area) {
    put("building", building, null, area);
    Thing cover = get("covered building", building);
    if (cover != null) {
      put("covered building", building, cover.organization(), area);
    }
    stations
        .getOrDefault(building, Set.of())
        .forEach(s -> put("station " + s.kind(), s.stationId(), null, area));
  }
}
