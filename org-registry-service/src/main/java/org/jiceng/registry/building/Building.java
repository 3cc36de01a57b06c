package org.jiceng.registry.building;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.RegistryEvent.BuildingClosed;
import org.jiceng.events.RegistryEvent.BuildingCovered;
import org.jiceng.events.RegistryEvent.BuildingRegistered;
import org.jiceng.events.RegistryEvent.BuildingUncovered;
import org.jiceng.events.RegistryEvent.StationOpened;
import org.jiceng.events.StationKind;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;

/** A business building with its stations. */
@Entity
@Table(name = "building")
public class Building {
  static final ProblemType CLOSED = new ProblemType(409, "building-closed");
  static final ProblemType NOT_COVERED = new ProblemType(409, "not-covered");

  @Id UUID id;

  String code;

  String name;

  @Column(name = "area_code")
  String areaCode;

  @Column(name = "registered_on")
  LocalDate registeredOn;

  @Column(name = "closed_on")
  LocalDate closedOn;

  @Column(name = "covered_by")
  UUID coveredBy;

  @Column(name = "covered_on")
  LocalDate coveredOn;

  @Version long version;

  protected Building() {}

  static Building register(UUID id, NewBuilding wanted, LocalDate on) {
    Building building = new Building();
    building.id = id;
    building.code = wanted.code();
    building.name = wanted.name();
    building.areaCode = wanted.areaCode().value();
    building.registeredOn = on;
    return building;
  }

  /** What others are told of a new building. */
  BuildingRegistered registered() {
    return new BuildingRegistered(id, areaCode);
  }

  /** Comes under the coverage of an organisation, in the place of any before. */
  BuildingCovered cover(UUID organizationId, LocalDate on) {
    requireOpen(on);
    coveredBy = organizationId;
    coveredOn = on;
    return new BuildingCovered(id, organizationId);
  }

  /** Is covered by nobody any more. */
  BuildingUncovered uncover(LocalDate on) {
    requireOpen(on);
    if (coveredBy == null) {
      throw new Problem(NOT_COVERED);
    }
    BuildingUncovered uncovered = new BuildingUncovered(id, coveredBy);
    coveredBy = null;
    coveredOn = null;
    return uncovered;
  }

  /** Is no more. */
  BuildingClosed close(LocalDate on) {
    requireOpen(on);
    closedOn = on;
    return new BuildingClosed(id);
  }

  /** Opens a station in the building. */
  StationOpened openStation(UUID stationId, StationKind kind, LocalDate on) {
    requireOpen(on);
    return new StationOpened(id, stationId, kind);
  }

  private void requireOpen(LocalDate on) {
    if (closedOn != null) {
      throw new Problem(CLOSED);
    }
    if (on.isBefore(coveredOn == null ? registeredOn : coveredOn)) {
      throw Problem.violation(
          "effectiveOn", "before-last-change", coveredOn == null ? registeredOn : coveredOn);
    }
  }

  BuildingView view() {
    return new BuildingView(
        id, code, name, areaCode, registeredOn, closedOn, coveredBy, coveredOn, version);
  }
}
