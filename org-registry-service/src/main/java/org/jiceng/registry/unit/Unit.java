package org.jiceng.registry.unit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiceng.events.RegistryEvent.UnitChanged;
import org.jiceng.events.RegistryEvent.UnitClosed;
import org.jiceng.events.RegistryEvent.UnitCovered;
import org.jiceng.events.RegistryEvent.UnitRegistered;
import org.jiceng.events.RegistryEvent.UnitUncovered;
import org.jiceng.events.UnitKind;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;

/** An enterprise, a social organisation or an individual business, by its credit code. */
@Entity
@Table(name = "unit")
public class Unit {
  static final ProblemType CLOSED = new ProblemType(409, "unit-closed");
  static final ProblemType NOT_COVERED = new ProblemType(409, "not-covered");

  @Id UUID id;

  @Column(name = "credit_code")
  String creditCode;

  String name;

  @Enumerated(EnumType.STRING)
  UnitKind kind;

  @Column(name = "area_code")
  String areaCode;

  @Column(name = "staff_count")
  int staffCount;

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

  protected Unit() {}

  static Unit register(UUID id, NewUnit wanted, LocalDate on) {
    Unit unit = new Unit();
    unit.id = id;
    unit.creditCode = wanted.creditCode().value();
    unit.name = wanted.name();
    unit.kind = wanted.kind();
    unit.areaCode = wanted.areaCode().value();
    unit.staffCount = wanted.staffCount() == null ? 0 : wanted.staffCount();
    unit.registeredOn = on;
    return unit;
  }

  /** What others are told of a new unit. */
  UnitRegistered registered() {
    return new UnitRegistered(id, kind, areaCode, staffCount);
  }

  /** Is of another name, kind, area or size; nothing is told where nothing differs. */
  Optional<UnitChanged> change(UnitChange wanted, LocalDate on) {
    requireOpen(on);
    String newName = wanted.name() == null ? name : wanted.name();
    UnitKind newKind = wanted.kind() == null ? kind : wanted.kind();
    String newArea = wanted.areaCode() == null ? areaCode : wanted.areaCode().value();
    int newStaff = wanted.staffCount() == null ? staffCount : wanted.staffCount();
    if (newName.equals(name)
        && newKind == kind
        && newArea.equals(areaCode)
        && newStaff == staffCount) {
      return Optional.empty();
    }
    name = newName;
    kind = newKind;
    areaCode = newArea;
    staffCount = newStaff;
    changedOn = on;
    return Optional.of(new UnitChanged(id, kind, areaCode, staffCount));
  }

  /** Comes under the coverage of an organisation, in the place of any before. */
  UnitCovered cover(UUID organizationId, LocalDate on) {
    requireOpen(on);
    coveredBy = organizationId;
    coveredOn = on;
    return new UnitCovered(id, organizationId);
  }

  /** Is covered by nobody any more. */
  UnitUncovered uncover(LocalDate on) {
    requireOpen(on);
    if (coveredBy == null) {
      throw new Problem(NOT_COVERED);
    }
    UnitUncovered uncovered = new UnitUncovered(id, coveredBy);
    coveredBy = null;
    coveredOn = null;
    uncoveredOn = on;
    return uncovered;
  }

  /** Is no more. */
  UnitClosed close(String reasonCode, LocalDate on) {
    requireOpen(on);
    closedOn = on;
    closedReason = reasonCode;
    return new UnitClosed(id);
  }

  private void requireOpen(LocalDate on) {
    if (closedOn != null) {
      throw new Problem(CLOSED);
    }
    if (on.isBefore(lastChange())) {
      throw Problem.violation("effectiveOn", "before-last-change", lastChange());
    }
  }

  /** The day of the last change; no later change may be dated before it. */
  private LocalDate lastChange() {
    return Stream.of(registeredOn, coveredOn, uncoveredOn, changedOn)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  UnitView view() {
    return new UnitView(
        id,
        creditCode,
        name,
        kind,
        areaCode,
        staffCount,
        registeredOn,
        closedOn,
        closedReason,
        coveredBy,
        coveredOn,
        version);
  }
}
