package org.jiceng.registry.organization;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.RegistryEvent.OrganizationEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Preconditions;
import org.jiceng.registry.Named;

/**
 * Carries out a command: the aggregate decides, then change, version and event are kept together.
 */
@ApplicationScoped
public class OrganizationCommands {
  private final Organizations organizations;
  private final OrganizationTree tree;
  private final Named named;
  private final Scopes scopes;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  OrganizationCommands(
      Organizations organizations,
      OrganizationTree tree,
      Named named,
      Scopes scopes,
      Caller caller,
      Preconditions preconditions,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.organizations = organizations;
    this.tree = tree;
    this.named = named;
    this.scopes = scopes;
    this.caller = caller;
    this.preconditions = preconditions;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  private interface Change {
    OrganizationEvent on(Organization organization, LocalDate date);
  }

  OrganizationView establish(UUID id, NewOrganization wanted) {
    requireMayEstablish(wanted);
    return establish(id, wanted, clock.pastOrToday(wanted.effectiveOn()));
  }

  /** Whether the caller may establish such an organisation there (404, 422). */
  public void requireMayEstablish(NewOrganization wanted) {
    if (wanted.parentId() == null) {
      requireWholeDistrict();
    } else {
      scopes.requireWithin(wanted.parentId());
    }
    named.requireAreaInScope(wanted.areaCode());
    requireFounderInScope(wanted.foundedBy());
  }

  /** Establishes it on a day, whoever asks. */
  public OrganizationView establish(UUID id, NewOrganization wanted, LocalDate on) {
    tree.hold();
    if (wanted.parentId() == null) {
      tree.requireNoRoot();
    }
    tree.requireFreeCode(wanted.code());
    named.requireArea("areaCode", wanted.areaCode());
    if (wanted.foundedBy() != null) {
      organizations.named("foundedBy", wanted.foundedBy());
    }
    Organization parent =
        wanted.parentId() == null ? null : organizations.named("parentId", wanted.parentId());
    Organization made = Organization.establish(id, wanted, parent, on);
    organizations.add(made);
    outbox.append(made.established(), on);
    audit.write("establish", "organization", id);
    return made.view();
  }

  OrganizationView rename(UUID id, OrganizationChange.Rename change) {
    return change(id, change, "rename", (o, on) -> o.rename(change.name(), on));
  }

  OrganizationView relocate(UUID id, OrganizationChange.Relocate change) {
    scopes.requireWithin(id);
    // Else who moves their own organisation to the district's area would act in all of it.
    named.requireAreaInScope(change.areaCode());
    named.requireArea("areaCode", change.areaCode());
    return change(id, change, "relocate", (o, on) -> o.relocate(change.areaCode(), on));
  }

  OrganizationView suspend(UUID id, OrganizationChange.Reasoned change) {
    return change(id, change, "suspend", (o, on) -> o.suspend(change.reasonCode(), on));
  }

  OrganizationView resume(UUID id, OrganizationChange.Reasoned change) {
    return change(id, change, "resume", (o, on) -> o.resume(on));
  }

  OrganizationView changeType(UUID id, OrganizationChange.ChangeType change) {
    tree.hold();
    return change(
        id,
        change,
        "change-type",
        (o, on) ->
            o.changeType(
                change.type(), tree.typeOf(o.parentId), organizations.childTypes(o.id), on));
  }

  OrganizationView reparent(UUID id, OrganizationChange.Reparent change) {
    scopes.requireWithin(List.of(id, change.parentId()));
    tree.hold();
    LocalDate from = clock.pastOrToday(change.effectiveOn());
    tree.requireNotBelow("parentId", change.parentId(), id, from);
    OrganizationView moved =
        change(
            id,
            change,
            "reparent",
            (o, on) -> o.reparent(organizations.named("parentId", change.parentId()), on));
    tree.movePaths(id, change.parentId());
    return moved;
  }

  private OrganizationView change(
      UUID id, OrganizationChange request, String action, Change change) {
    scopes.requireWithin(id);
    Organization organization = organizations.held(id);
    preconditions.requireVersion(organization.version);
    LocalDate on = clock.pastOrToday(request.effectiveOn());
    keep(organization, change.on(organization, on), on, action);
    return organization.view();
  }

  private void keep(
      Organization organization, OrganizationEvent event, LocalDate on, String action) {
    organizations.recordVersion(organization, on);
    outbox.append(event, on);
    audit.write(action, "organization", organization.id);
  }

  /** What it has founded is a figure of the founder's, so it is the founder's to say. */
  private void requireFounderInScope(UUID founder) {
    if (founder != null) {
      scopes.requireWithin(founder);
    }
  }

  /** The district's own organisation is for the district to establish. */
  private void requireWholeDistrict() {
    if (!caller.wholeDistrict()) {
      throw Problem.violation("parentId", "parent-needed");
    }
  }
}
