package org.jiceng.registry.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jiceng.events.EstablishmentMode;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.RegistryEvent.OrganizationDissolved;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.RegistryEvent.OrganizationRelocated;
import org.jiceng.events.RegistryEvent.OrganizationRenamed;
import org.jiceng.events.RegistryEvent.OrganizationReparented;
import org.jiceng.events.RegistryEvent.OrganizationResumed;
import org.jiceng.events.RegistryEvent.OrganizationSuspended;
import org.jiceng.events.RegistryEvent.OrganizationTypeChanged;
import org.jiceng.events.Sector;
import org.jiceng.kit.problem.Problem;

/** A party organisation with its line (parent) and its territory (area). */
@Entity
@Table(name = "organization")
public class Organization {
  @Id UUID id;
  String code;
  String name;

  @Enumerated(EnumType.STRING)
  OrganizationType type;

  @Enumerated(EnumType.STRING)
  Sector sector;

  @Enumerated(EnumType.STRING)
  EstablishmentMode mode;

  boolean temporary;

  @Column(name = "parent_id")
  UUID parentId;

  @Column(name = "area_code")
  String areaCode;

  @Column(name = "founded_by")
  UUID foundedBy;

  @Enumerated(EnumType.STRING)
  OrganizationState state;

  @Column(name = "established_on")
  LocalDate establishedOn;

  @Column(name = "dissolved_on")
  LocalDate dissolvedOn;

  @Version long version;

  protected Organization() {}

  /** Sets up an organisation below its parent; only the district's own has none. */
  static Organization establish(
      UUID id, NewOrganization wanted, Organization parent, LocalDate on) {
    Nesting.require(parent == null ? null : parent.type, wanted.type());
    if (parent != null) {
      parent.requireAliveAsParent(on);
    }
    Organization organization = new Organization();
    organization.id = id;
    organization.code = wanted.code();
    organization.name = wanted.name();
    organization.type = wanted.type();
    organization.sector = wanted.sector();
    organization.mode = wanted.mode();
    organization.temporary = Boolean.TRUE.equals(wanted.temporary());
    organization.parentId = parent == null ? null : parent.id;
    organization.areaCode = wanted.areaCode();
    organization.foundedBy = wanted.foundedBy();
    organization.state = OrganizationState.ACTIVE;
    organization.establishedOn = on;
    return organization;
  }

  /** As it goes out. */
  OrganizationView view() {
    return new OrganizationView(
        id,
        code,
        name,
        type,
        sector,
        mode,
        temporary,
        parentId,
        areaCode,
        foundedBy,
        state,
        establishedOn,
        dissolvedOn,
        version,
        null);
  }

  /** What others are told of a new organisation. */
  OrganizationEstablished established() {
    return new OrganizationEstablished(
        id, code, name, type, sector, mode, temporary, parentId, areaCode, foundedBy);
  }

  /** Takes up a new name. */
  OrganizationRenamed rename(String newName, LocalDate on) {
    requireAlive(on);
    name = newName;
    return new OrganizationRenamed(id, newName);
  }

  /** Moves below another parent, with all that is below itself. */
  OrganizationReparented reparent(Organization parent, LocalDate on) {
    requireAlive(on);
    parent.requireAliveAsParent(on);
    Nesting.require(parent.type, type);
    parentId = parent.id;
    return new OrganizationReparented(id, parent.id);
  }

  /** Moves to another area. */
  OrganizationRelocated relocate(String newArea, LocalDate on) {
    requireAlive(on);
    areaCode = newArea;
    return new OrganizationRelocated(id, newArea);
  }

  /** Becomes another type that its parent and its children allow. */
  OrganizationTypeChanged changeType(
      OrganizationType newType,
      OrganizationType parentType,
      Collection<OrganizationType> childTypes,
      LocalDate on) {
    requireAlive(on);
    Nesting.require(parentType, newType);
    childTypes.forEach(child -> Nesting.require(newType, child));
    type = newType;
    return new OrganizationTypeChanged(id, newType);
  }

  /** Stops working, and still exists. */
  OrganizationSuspended suspend(String reasonCode, LocalDate on) {
    requireAlive(on);
    if (state == OrganizationState.SUSPENDED) {
      throw new Problem(OrganizationProblems.SUSPENDED);
    }
    state = OrganizationState.SUSPENDED;
    return new OrganizationSuspended(id, reasonCode);
  }

  /** Works again. */
  OrganizationResumed resume(LocalDate on) {
    requireAlive(on);
    if (state != OrganizationState.SUSPENDED) {
      throw new Problem(OrganizationProblems.NOT_SUSPENDED);
    }
    state = OrganizationState.ACTIVE;
    return new OrganizationResumed(id);
  }

  /** Is no more; what it has goes to the successor, and without one it may have nothing. */
  OrganizationDissolved dissolve(
      Holdings holdings, Organization successor, String reasonCode, LocalDate on) {
    requireAlive(on);
    if (successor == null) {
      holdings.requireNothing();
    } else {
      requireSuccession(successor, on);
    }
    holdings.requireUnchangedSince(on);
    state = OrganizationState.DISSOLVED;
    dissolvedOn = on;
    return new OrganizationDissolved(id, successor == null ? null : successor.id, reasonCode);
  }

  /** Goes on, while some of what it has goes to others. */
  void spare(Holdings holdings, LocalDate on) {
    requireAlive(on);
    holdings.requireUnchangedSince(on);
  }

  /** Can take over from others on a day (422 at the field). */
  void requireAtWork(String field, LocalDate on) {
    if (state != OrganizationState.ACTIVE) {
      throw Problem.violation(field, "no-organization", code);
    }
    if (on.isBefore(establishedOn)) {
      throw Problem.violation("effectiveOn", "before-established", establishedOn);
    }
  }

  private void requireSuccession(Organization successor, LocalDate on) {
    if (successor.id.equals(id)) {
      throw Problem.violation("successorId", "successor-is-itself");
    }
    successor.requireAtWork("successorId", on);
  }

  private void requireAlive(LocalDate on) {
    if (state == OrganizationState.DISSOLVED) {
      throw new Problem(OrganizationProblems.DISSOLVED);
    }
    if (on.isBefore(establishedOn)) {
      throw Problem.violation("effectiveOn", "before-established", establishedOn);
    }
  }

  private void requireAliveAsParent(LocalDate on) {
    if (state == OrganizationState.DISSOLVED) {
      throw Problem.violation("parentId", "parent-dissolved", code);
    }
    if (on.isBefore(establishedOn)) {
      throw Problem.violation("effectiveOn", "before-parent", establishedOn);
    }
  }
}
