package org.jiceng.certification.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.RegistryEvent.BuildingChanged;
import org.jiceng.events.RegistryEvent.BuildingClosed;
import org.jiceng.events.RegistryEvent.BuildingCovered;
import org.jiceng.events.RegistryEvent.BuildingRegistered;
import org.jiceng.events.RegistryEvent.BuildingUncovered;
import org.jiceng.events.RegistryEvent.StationClosed;
import org.jiceng.events.RegistryEvent.StationOpened;
import org.jiceng.events.StationKind;

/**
 * Business buildings and their stations. A station may be told of for any day on which the building
 * stood, also one before the building came to lie elsewhere.
 */
final class Buildings {
  private final Chronicle chronicle;
  private final Dice dice;
  private final Line line;
  private final Territory territory;
  private final List<Building> open = new ArrayList<>();

  private static final class Building {
    final UUID id;
    final LocalDate registered;
    final Map<UUID, LocalDate> stations = new LinkedHashMap<>();
    LocalDate changed;
    LocalDate lastOfStations;
    UUID coveredBy;

    Building(UUID id, LocalDate on) {
      this.id = id;
      this.registered = on;
      this.changed = on;
      this.lastOfStations = on;
    }

    void atStation(LocalDate on) {
      lastOfStations = on.isAfter(lastOfStations) ? on : lastOfStations;
    }

    LocalDate last() {
      return changed.isAfter(lastOfStations) ? changed : lastOfStations;
    }
  }

  Buildings(Chronicle chronicle, Line line, Territory territory) {
    this.chronicle = chronicle;
    this.dice = chronicle.dice;
    this.line = line;
    this.territory = territory;
  }

  void happen() {
    if (open.isEmpty() || dice.once(4)) {
      register();
      return;
    }
    Building building = dice.of(open);
    switch (dice.below(8)) {
      case 0, 1 -> cover(building);
      case 2 -> uncover(building);
      case 3 -> {
        building.changed = chronicle.daySince(building.last());
        chronicle.tell(
            new BuildingChanged(building.id, territory.anywhere(building.changed)),
            building.changed);
      }
      case 4, 5 -> openStation(building);
      case 6 -> closeStation(building);
      default -> close(building);
    }
  }

  private void register() {
    Building building = new Building(dice.id(), chronicle.daySince(Territory.BEGINNING));
    open.add(building);
    chronicle.tell(
        new BuildingRegistered(building.id, territory.anywhere(building.changed)),
        building.changed);
  }

  private void cover(Building building) {
    building.changed = chronicle.daySince(building.changed);
    building.coveredBy = line.any(building.changed);
    chronicle.tell(new BuildingCovered(building.id, building.coveredBy), building.changed);
  }

  private void uncover(Building building) {
    if (building.coveredBy != null) {
      building.changed = chronicle.daySince(building.changed);
      chronicle.tell(new BuildingUncovered(building.id, building.coveredBy), building.changed);
      building.coveredBy = null;
    }
  }

  private void openStation(Building building) {
    LocalDate on = chronicle.daySince(building.registered);
    UUID station = dice.id();
    building.stations.put(station, on);
    building.atStation(on);
    chronicle.tell(new StationOpened(building.id, station, dice.of(StationKind.values())), on);
  }

  private void closeStation(Building building) {
    if (!building.stations.isEmpty()) {
      UUID station = dice.of(List.copyOf(building.stations.keySet()));
      LocalDate on = chronicle.daySince(building.stations.remove(station));
      building.atStation(on);
      chronicle.tell(new StationClosed(building.id, station), on);
    }
  }

  private void close(Building building) {
    LocalDate on = chronicle.daySince(building.last());
    building.stations.keySet().forEach(s -> chronicle.tell(new StationClosed(building.id, s), on));
    open.remove(building);
    chronicle.tell(new BuildingClosed(building.id), on);
  }
}
