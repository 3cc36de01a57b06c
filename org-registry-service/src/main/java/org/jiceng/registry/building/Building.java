package org.jiceng.registry.building;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiceng.events.RegistryEvent.BuildingClosed;
import org.jiceng.events.RegistryEvent.BuildingCovered;
import org.jiceng.events.RegistryEvent.BuildingRegistered;
import org.jiceng.events.RegistryEvent.BuildingUncovered;
import org.jiceng.events.RegistryEvent.StationClosed;
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

  @Column(name = "closed_reason")
  String closedReason;

  @Column(name = "covered_by")
  UUID coveredBy;

  @Column(name = "covered_on")
  LocalDate coveredOn;

  @Column(name = "uncovered_on")
  LocalDate uncoveredOn;

  @Column(name = "changed_on")
  LocalDate changedOn;

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
    requireOpen();
    requireNotBefore(lastChange(), on);
    coveredBy = organizationId;
    coveredOn = on;
    return new BuildingCovered(id, organizationId);
  }

  /** Is covered by nobody any more. */
  BuildingUncovered uncover(LocalDate on) {
    requireOpen();
    requireNotBefore(lastChange(), on);
    if (coveredBy == null) {
      throw new Problem(NOT_COVERED);
    }
    BuildingUncovered uncovered = new BuildingUncovered(id, coveredBy);
    coveredBy = null;
    coveredOn = null;
    uncoveredOn = on;
    return uncovered;
  }

  /** Is no more; no station in it outlives it. */
  BuildingClosed close(String reasonCode, LocalDate lastAtStations, LocalDate on) {
    requireOpen();
    requireNotBefore(lastChange(), on);
    requireNotBefore(lastAtStations == null ? registeredOn : lastAtStations, on);
    closedOn = on;
    closedReason = reasonCode;
    return new BuildingClosed(id);
  }

  /** Opens a station in the building. */
  StationOpened openStation(UUID stationId, StationKind kind, LocalDate on) {
    requireOpen();
    requireNotBefore(registeredOn, on);
    return new StationOpened(id, stationId, kind);
  }

  /** Closes a station that opened in the building on some day. */
  StationClosed closeStation(UUID stationId, LocalDate openedOn, LocalDate on) {
    requireOpen();
    requireNotBefore(openedOn, on);
    return new StationClosed(id, stationId);
  }

  private void requireOpen() {
    if (closedOn != null) {
      throw new Problem(CLOSED);
    }
  }

  private static void requireNotBefore(LocalDate last, LocalDate on) {
    if (on.isBefore(last)) {
      throw Problem.violation("effectiveOn", "before-last-change", last);
    }
  }

  /** The day of the last change; no later change may be dated before it. */
  private LocalDate lastChange() {
    return Stream.of(registeredOn, coveredOn, uncoveredOn, changedOn)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  BuildingView view() {
    return new BuildingView(
        id,
        code,
        name,
        areaCode,
        registeredOn,
        closedOn,
        closedReason,
        coveredBy,
        coveredOn,
        version);
  }
}
