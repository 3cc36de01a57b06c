package org.jiceng.registry.organization;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.RegistryEvent.OrganizationEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.web.Preconditions;

/**
 * Ends organisations and gives what the registry keeps with them to others, in the caller's
 * transaction. Whose scope it is has been asked before; what the neighbours keep follows later.
 */
@ApplicationScoped
public class Successions {
  private final Organizations organizations;
  private final OrganizationTree tree;
  private final HandOver handOver;
  private final Preconditions preconditions;
  private final Outbox outbox;
  private final Audit audit;

  Successions(
      Organizations organizations,
      OrganizationTree tree,
      HandOver handOver,
      Preconditions preconditions,
      Outbox outbox,
      Audit audit) {
    this.organizations = organizations;
    this.tree = tree;
    this.handOver = handOver;
    this.preconditions = preconditions;
    this.outbox = outbox;
    this.audit = audit;
  }

  /** Holds the shape of the tree until the transaction ends. */
  public void hold() {
    tree.hold();
  }

  /** An organisation that a plan names in a field, as it is; 422 if there is none. */
  public OrganizationView named(String field, UUID id) {
    return organizations.named(field, id).view();
  }

  /**
   * The organisations of a plan from the bottom of the line up, so that none ends before its own.
   */
  public List<UUID> fromBelow(Collection<UUID> ids) {
    return tree.fromBelow(ids);
  }

  /** Refuses with 412 when the organisation is no longer as the caller has read it. */
  public void requireVersion(UUID id) {
    preconditions.requireVersion(organizations.held(id).version);
  }

  public OrganizationView view(UUID id) {
    return organizations.held(id).view();
  }

  public Holdings holdings(UUID id) {
    return handOver.of(id);
  }

  /** The organisations right below it. */
  public List<UUID> children(UUID id) {
    return tree.childrenOf(id);
  }

  /** The units that it covers. */
  public List<UUID> units(UUID id) {
    return handOver.units(id);
  }

  /** The buildings that it covers. */
  public List<UUID> buildings(UUID id) {
    return handOver.buildings(id);
  }

  /** Goes on with what is left to it. */
  public void spare(UUID id, LocalDate on) {
    organizations.held(id).spare(handOver.of(id), on);
  }

  /** Is no more; its posts end with it. What else it has must be given to the successor now. */
  public void dissolve(UUID id, UUID successorId, String reasonCode, LocalDate on) {
    Organization leaving = organizations.held(id);
    Organization successor =
        successorId == null ? null : organizations.named("successorId", successorId);
    OrganizationEvent dissolved = leaving.dissolve(handOver.of(id), successor, reasonCode, on);
    handOver.posts(id, on);
    keep(leaving, dissolved, on, "dissolve");
  }

  /** Moves an organisation below the heir of its parent, which a field of the plan names. */
  public void moveBelow(UUID child, UUID heir, String field, LocalDate on) {
    tree.requireNotBelow(field, heir, child, on);
    Organization moving = organizations.held(child);
    Organization parent = organizations.named(field, heir);
    Nesting.require(field, parent.type, moving.type);
    keep(moving, moving.reparent(parent, on), on, "reparent");
    tree.movePaths(child, heir);
  }

  /** Units that the heir covers from now on; null: all. */
  public void giveUnits(UUID from, UUID heir, Collection<UUID> only, LocalDate on) {
    handOver.units(from, heir, only, on);
  }

  /** Buildings that the heir covers from now on; null: all. */
  public void giveBuildings(UUID from, UUID heir, Collection<UUID> only, LocalDate on) {
    handOver.buildings(from, heir, only, on);
  }

  private void keep(Organization organization, OrganizationEvent event, LocalDate on, String how) {
    organizations.recordVersion(organization, on);
    outbox.append(event, on);
    audit.write(how, "organization", organization.id);
  }
}
