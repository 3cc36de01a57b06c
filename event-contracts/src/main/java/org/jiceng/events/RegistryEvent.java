package org.jiceng.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the registry tells: areas, organisations, units, buildings, posts. */
public sealed interface RegistryEvent extends DomainEvent {

  /** The territory. */
  sealed interface AreaEvent extends RegistryEvent {}

  /** An area exists from the effective date on, below its parent area (null for the district). */
  @Contract("org.jiceng.registry.area-defined.v1")
  record AreaDefined(
      String areaCode,
      String areaName,
      @Nullable String areaNameEn,
      AreaLevel level,
      @Nullable String parentCode)
      implements AreaEvent {
    @Override
    public String aggregateId() {
      return areaCode;
    }
  }

  /** The resident figures of an area from the effective date on; each replaces the one before. */
  @Contract("org.jiceng.registry.area-measured.v1")
  record AreaMeasured(
      String areaCode,
      long population,
      long registeredPopulation,
      long migrantPopulation,
      long households)
      implements AreaEvent {
    @Override
    public String aggregateId() {
      return areaCode;
    }
  }

  /** A new name from the effective date on. */
  @Contract("org.jiceng.registry.area-renamed.v1")
  record AreaRenamed(String areaCode, String areaName, @Nullable String areaNameEn)
      implements AreaEvent {
    @Override
    public String aggregateId() {
      return areaCode;
    }
  }

  /**
   * Another parent from the effective date on; all that lies in the area moves along. The area
   * keeps the code that it is known by; standardCode is what the standard list calls it since then.
   */
  @Contract("org.jiceng.registry.area-reassigned.v1")
  record AreaReassigned(String areaCode, String parentCode, String standardCode)
      implements AreaEvent {
    @Override
    public String aggregateId() {
      return areaCode;
    }
  }

  /** The area is no more from the effective date on. */
  @Contract("org.jiceng.registry.area-closed.v1")
  record AreaClosed(String areaCode) implements AreaEvent {
    @Override
    public String aggregateId() {
      return areaCode;
    }
  }

  /** An organisation, its line and its territory. */
  sealed interface OrganizationEvent extends RegistryEvent {}

  /**
   * An organisation exists from the effective date on; foundedBy is the organisation that set it
   * up, where that is not its parent.
   */
  @Contract("org.jiceng.registry.organization-established.v1")
  record OrganizationEstablished(
      UUID organizationId,
      String code,
      String organizationName,
      OrganizationType organizationType,
      Sector sector,
      EstablishmentMode mode,
      boolean temporary,
      @Nullable UUID parentId,
      String areaCode,
      @Nullable UUID foundedBy)
      implements OrganizationEvent {
    @Override
    public String aggregateId() {
      return organizationId.toString();
    }
  }

  /** A new name from the effective date on. */
  @Contract("org.jiceng.registry.organization-renamed.v1")
  record OrganizationRenamed(UUID organizationId, String organizationName)
      implements OrganizationEvent {
    @Override
    public String aggregateId() {
      return organizationId.toString();
    }
  }

  /** A new place in the line from the effective date on; all below it moves along. */
  @Contract("org.jiceng.registry.organization-reparented.v1")
  record OrganizationReparented(UUID organizationId, UUID parentId) implements OrganizationEvent {
    @Override
    public String aggregateId() {
      return organizationId.toString();
    }
  }

  /** A new place in the territory from the effective date on. */
  @Contract("org.jiceng.registry.organization-relocated.v1")
  record OrganizationRelocated(UUID organizationId, String areaCode) implements OrganizationEvent {
    @Override
    public String aggregateId() {
      return organizationId.toString();
    }
  }

  /** A new type from the effective date on. */
  @Contract("org.jiceng.registry.organization-type-changed.v1")
  record OrganizationTypeChanged(UUID organizationId, OrganizationType organizationType)
      implements OrganizationEvent {
    @Override
    public String aggregateId() {
      return organizationId.toString();
    }
  }

  /** The organisation does not work from the effective date on, and still exists. */
  @Contract("org.jiceng.registry.organization-suspended.v1")
  record OrganizationSuspended(UUID organizationId, @Nullable String reasonCode)
      implements OrganizationEvent {
    @Override
    public String aggregateId() {
      return organizationId.toString();
    }
  }

  /** The organisation works again from the effective date on. */
  @Contract("org.jiceng.registry.organization-resumed.v1")
  record OrganizationResumed(UUID organizationId) implements OrganizationEvent {
    @Override
    public String aggregateId() {
      return organizationId.toString();
    }
  }

  /**
   * The organisation is no more from the effective date on; what it had goes to the successor, if
   * one is named.
   */
  @Contract("org.jiceng.registry.organization-dissolved.v1")
  record OrganizationDissolved(
      UUID organizationId, @Nullable UUID successorId, @Nullable String reasonCode)
      implements OrganizationEvent {
    @Override
    public String aggregateId() {
      return organizationId.toString();
    }
  }

  /** Organisations become others; what they had goes along. */
  sealed interface ReorganizationEvent extends RegistryEvent {}

  /**
   * The organisations have become the destinations from the effective date on. What one of them had
   * goes to its heir; one that goes on has none. The members who are named go to the organisation
   * of their assignment instead.
   */
  @Contract("org.jiceng.registry.reorganization-decided.v1")
  record ReorganizationDecided(
      UUID reorganizationId,
      ReorganizationKind kind,
      List<UUID> organizationIds,
      List<UUID> destinationIds,
      Map<UUID, UUID> heirs,
      Map<UUID, UUID> assignments)
      implements ReorganizationEvent {
    @Override
    public String aggregateId() {
      return reorganizationId.toString();
    }
  }

  /** An enterprise, a social organisation or an individual business. */
  sealed interface UnitEvent extends RegistryEvent {}

  /** A unit is at work in an area from the effective date on. */
  @Contract("org.jiceng.registry.unit-registered.v1")
  record UnitRegistered(UUID unitId, UnitKind kind, String areaCode, int staffCount)
      implements UnitEvent {
    @Override
    public String aggregateId() {
      return unitId.toString();
    }
  }

  /**
   * The unit is of this kind, in this area, with so many staff from the effective date on. A change
   * of its name alone is told too, by the same attributes as before.
   */
  @Contract("org.jiceng.registry.unit-changed.v1")
  record UnitChanged(UUID unitId, UnitKind kind, String areaCode, int staffCount)
      implements UnitEvent {
    @Override
    public String aggregateId() {
      return unitId.toString();
    }
  }

  /** The unit is no more from the effective date on. */
  @Contract("org.jiceng.registry.unit-closed.v1")
  record UnitClosed(UUID unitId) implements UnitEvent {
    @Override
    public String aggregateId() {
      return unitId.toString();
    }
  }

  /** The organisation covers the unit from the effective date on, in the place of any before it. */
  @Contract("org.jiceng.registry.unit-covered.v1")
  record UnitCovered(UUID unitId, UUID organizationId) implements UnitEvent {
    @Override
    public String aggregateId() {
      return unitId.toString();
    }
  }

  /** No organisation covers the unit from the effective date on. */
  @Contract("org.jiceng.registry.unit-uncovered.v1")
  record UnitUncovered(UUID unitId, UUID organizationId) implements UnitEvent {
    @Override
    public String aggregateId() {
      return unitId.toString();
    }
  }

  /** A business building and its stations. */
  sealed interface BuildingEvent extends RegistryEvent {}

  /** A business building stands in an area from the effective date on. */
  @Contract("org.jiceng.registry.building-registered.v1")
  record BuildingRegistered(UUID buildingId, String areaCode) implements BuildingEvent {
    @Override
    public String aggregateId() {
      return buildingId.toString();
    }
  }

  /**
   * The building has another name, or stands in another area and its stations with it, from the
   * effective date on.
   */
  @Contract("org.jiceng.registry.building-changed.v1")
  record BuildingChanged(UUID buildingId, String areaCode) implements BuildingEvent {
    @Override
    public String aggregateId() {
      return buildingId.toString();
    }
  }

  /** It is no longer a business building from the effective date on. */
  @Contract("org.jiceng.registry.building-closed.v1")
  record BuildingClosed(UUID buildingId) implements BuildingEvent {
    @Override
    public String aggregateId() {
      return buildingId.toString();
    }
  }

  /**
   * The organisation covers the building from the effective date on, in the place of any before it.
   */
  @Contract("org.jiceng.registry.building-covered.v1")
  record BuildingCovered(UUID buildingId, UUID organizationId) implements BuildingEvent {
    @Override
    public String aggregateId() {
      return buildingId.toString();
    }
  }

  /** No organisation covers the building from the effective date on. */
  @Contract("org.jiceng.registry.building-uncovered.v1")
  record BuildingUncovered(UUID buildingId, UUID organizationId) implements BuildingEvent {
    @Override
    public String aggregateId() {
      return buildingId.toString();
    }
  }

  /** A station works in the building from the effective date on. */
  @Contract("org.jiceng.registry.station-opened.v1")
  record StationOpened(UUID buildingId, UUID stationId, StationKind kind) implements BuildingEvent {
    @Override
    public String aggregateId() {
      return buildingId.toString();
    }
  }

  /** The station is closed from the effective date on. */
  @Contract("org.jiceng.registry.station-closed.v1")
  record StationClosed(UUID buildingId, UUID stationId) implements BuildingEvent {
    @Override
    public String aggregateId() {
      return buildingId.toString();
    }
  }

  /** A post and who holds it. */
  sealed interface PostEvent extends RegistryEvent {}

  /** The organisation has the post from the effective date on; it is vacant. */
  @Contract("org.jiceng.registry.post-created.v1")
  record PostCreated(UUID postId, UUID organizationId, PostKind kind) implements PostEvent {
    @Override
    public String aggregateId() {
      return postId.toString();
    }
  }

  /**
   * Someone holds the post from the effective date on; holderId is a member id where the holder is
   * one of ours, else null.
   */
  @Contract("org.jiceng.registry.post-filled.v1")
  record PostFilled(
      UUID postId, UUID appointmentId, @Nullable UUID holderId, @Nullable LocalDate termEndsOn)
      implements PostEvent {
    @Override
    public String aggregateId() {
      return postId.toString();
    }
  }

  /** Nobody holds the post from the effective date on. */
  @Contract("org.jiceng.registry.post-vacated.v1")
  record PostVacated(UUID postId, UUID appointmentId, @Nullable String reasonCode)
      implements PostEvent {
    @Override
    public String aggregateId() {
      return postId.toString();
    }
  }

  /** The post is no more from the effective date on. */
  @Contract("org.jiceng.registry.post-abolished.v1")
  record PostAbolished(UUID postId) implements PostEvent {
    @Override
    public String aggregateId() {
      return postId.toString();
    }
  }

  /** An election and the term that it began. */
  sealed interface ElectionEvent extends RegistryEvent {}

  /**
   * An organisation has elected its secretary, deputies and committee members anew; the term runs
   * from the effective date on. Who was elected to which post is told by the posts' own events.
   */
  @Contract("org.jiceng.registry.election-held.v1")
  record ElectionHeld(UUID electionId, UUID organizationId, LocalDate heldOn, LocalDate termEndsOn)
      implements ElectionEvent {
    @Override
    public String aggregateId() {
      return electionId.toString();
    }
  }

  /** What is doubtful about a record of the registry. */
  sealed interface FindingEvent extends RegistryEvent {}

  /**
   * A rule of data quality finds fault with a record from the effective date on; organizationId is
   * whose record it is in the line, null where nobody's. A finding that was waived may open again.
   */
  @Contract("org.jiceng.registry.finding-opened.v1")
  record FindingOpened(UUID findingId, String rule, @Nullable UUID organizationId, String areaCode)
      implements FindingEvent {
    @Override
    public String aggregateId() {
      return findingId.toString();
    }
  }

  /** The record is mended, or the fault is waived, from the effective date on. */
  @Contract("org.jiceng.registry.finding-closed.v1")
  record FindingClosed(UUID findingId) implements FindingEvent {
    @Override
    public String aggregateId() {
      return findingId.toString();
    }
  }

  /** A change that an office proposes to those who may make it. */
  sealed interface ProposalEvent extends RegistryEvent {}

  /** An office proposes a command to a record. */
  @Contract("org.jiceng.registry.proposal-made.v1")
  record ProposalMade(UUID proposalId, String target, UUID targetId, String command)
      implements ProposalEvent {
    @Override
    public String aggregateId() {
      return proposalId.toString();
    }
  }

  /** The proposal is accepted; the change itself is told by the record's own event. */
  @Contract("org.jiceng.registry.proposal-accepted.v1")
  record ProposalAccepted(UUID proposalId) implements ProposalEvent {
    @Override
    public String aggregateId() {
      return proposalId.toString();
    }
  }

  /** The proposal is declined. */
  @Contract("org.jiceng.registry.proposal-declined.v1")
  record ProposalDeclined(UUID proposalId) implements ProposalEvent {
    @Override
    public String aggregateId() {
      return proposalId.toString();
    }
  }

  /** The proposer has taken the proposal back. */
  @Contract("org.jiceng.registry.proposal-withdrawn.v1")
  record ProposalWithdrawn(UUID proposalId) implements ProposalEvent {
    @Override
    public String aggregateId() {
      return proposalId.toString();
    }
  }

  /** What the registry itself counts, for reconciliation. */
  sealed interface RegistryTally extends RegistryEvent, ServiceTally {
    @Override
    default String aggregateId() {
      return "registry";
    }
  }

  /**
   * The registry's own counts by measure, of some moment before its place in the log. Told no more:
   * {@link RegistryCounted} says of which events it is the count.
   */
  @Contract("org.jiceng.registry.registry-counted.v1")
  record RegistryCountedV1(Map<String, Long> counts) implements RegistryTally {}

  /** The same by township. Told no more: {@link RegistryCountedByArea} has taken its place. */
  @Contract("org.jiceng.registry.registry-counted-by-area.v1")
  record RegistryCountedByAreaV1(Map<String, Long> counts)
      implements RegistryTally, ServiceTally.ByTownship {}

  /**
   * The registry's own counts by measure: of all events of its log up to a position (inclusive),
   * and of those that were committed too but had no position yet.
   */
  @Contract("org.jiceng.registry.registry-counted.v2")
  record RegistryCounted(Map<String, Long> counts, long countedThrough, List<UUID> alsoCounted)
      implements RegistryTally, ServiceTally.OfNamedEvents {}

  /**
   * The same by township, each count under its measure and, after an @, the code of the township
   * that the first nine digits of the area's code say; no entry for none.
   */
  @Contract("org.jiceng.registry.registry-counted-by-area.v2")
  record RegistryCountedByArea(
      Map<String, Long> counts, long countedThrough, List<UUID> alsoCounted)
      implements RegistryTally, ServiceTally.ByTownship, ServiceTally.OfNamedEvents {}
}
