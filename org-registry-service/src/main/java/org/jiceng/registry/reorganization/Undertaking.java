package org.jiceng.registry.reorganization;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.RegistryEvent.ReorganizationDecided;
import org.jiceng.events.ReorganizationKind;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.registry.organization.Destinations;
import org.jiceng.registry.organization.Holdings;
import org.jiceng.registry.organization.OrganizationState;
import org.jiceng.registry.organization.OrganizationView;
import org.jiceng.registry.organization.Successions;

/**
 * Carries a plan out in the registry, all of it or nothing, and tells the other services who is
 * whose heir. Whose scope it is has been asked before.
 */
@ApplicationScoped
class Undertaking {
  private final Successions successions;
  private final Destinations destinations;
  private final Assignments assignments;
  private final Outbox outbox;

  Undertaking(
      Successions successions, Destinations destinations, Assignments assignments, Outbox outbox) {
    this.successions = successions;
    this.destinations = destinations;
    this.assignments = assignments;
    this.outbox = outbox;
  }

  /** What was done: who became what, what each had before, who goes where. */
  record Done(
      List<UUID> destinations,
      Map<UUID, Holdings> before,
      Map<UUID, UUID> heirs,
      Map<UUID, UUID> assignments) {}

  Done carryOut(UUID id, Plan plan, LocalDate on) {
    successions.hold();
    List<UUID> to = new ArrayList<>();
    for (Part part : plan.parts()) {
      to.add(destination(part, on, plan));
    }
    Map<UUID, Holdings> before = new LinkedHashMap<>();
    for (UUID source : successions.fromBelow(known(plan))) {
      before.put(source, successions.holdings(source));
    }
    to.forEach(it -> before.putIfAbsent(it, successions.holdings(it)));
    Map<UUID, UUID> heirs = new LinkedHashMap<>();
    for (UUID source : successions.fromBelow(plan.sources())) {
      succeed(source, plan, to, before.get(source), on, heirs);
    }
    Map<UUID, UUID> assigned = new LinkedHashMap<>();
    for (int i = 0; i < to.size(); i++) {
      UUID destination = to.get(i);
      plan.parts().get(i).members().forEach(member -> assigned.put(member, destination));
    }
    outbox.append(
        new ReorganizationDecided(id, plan.kind(), plan.sources(), to, heirs, assigned), on);
    return new Done(to, before, heirs, assigned);
  }

  private UUID destination(Part part, LocalDate on, Plan plan) {
    if (part.organizationId() != null) {
      return destinations.existing(part.field() + ".organizationId", part.organizationId(), on);
    }
    UUID parent = part.destination().establish().parentId();
    if (parent != null && plan.sources().contains(parent) && !plan.goesOn(parent)) {
      throw Problem.violation(
          part.field() + ".establish.parentId",
          "parent-dissolved",
          successions.named("parentId", parent).code());
    }
    return destinations.establish(
        UuidCreator.getTimeOrderedEpoch(), part.destination().establish(), on);
  }

  private List<UUID> known(Plan plan) {
    for (UUID source : plan.sources()) {
      OrganizationView found = successions.named(plan.fieldOf(source), source);
      if (found.state() == OrganizationState.DISSOLVED) {
        throw Problem.violation(plan.fieldOf(source), "no-organization", found.code());
      }
    }
    return plan.sources();
  }

  private void succeed(
      UUID source, Plan plan, List<UUID> to, Holdings held, LocalDate on, Map<UUID, UUID> heirs) {
    if (plan.kind() == ReorganizationKind.SPLIT) {
      assignments.require(plan, source, held);
    }
    UUID heir = plan.parts().isEmpty() ? null : to.get(plan.parts().indexOf(plan.heir()));
    if (plan.goesOn(source)) {
      successions.spare(source, on);
    } else {
      UUID late = heir == null ? successions.view(source).parentId() : heir;
      if (late != null) {
        heirs.put(source, late);
      }
      successions.dissolve(source, heir, plan.reasonCode(), on);
    }
    for (int i = 0; i < to.size(); i++) {
      give(source, plan.parts().get(i), to.get(i), on);
    }
    if (heir != null && !heir.equals(source)) {
      giveRest(source, heir, plan, on);
    }
  }

  private void give(UUID source, Part part, UUID heir, LocalDate on) {
    if (!heir.equals(source)) {
      part.organizations().forEach(child -> successions.moveBelow(child, heir, part.field(), on));
      successions.giveUnits(source, heir, part.units(), on);
      successions.giveBuildings(source, heir, part.buildings(), on);
    }
  }

  private void giveRest(UUID source, UUID heir, Plan plan, LocalDate on) {
    for (UUID child : successions.children(source)) {
      if (!plan.sources().contains(child)) {
        successions.moveBelow(child, heir, plan.heir().field(), on);
      }
    }
    successions.giveUnits(source, heir, null, on);
    successions.giveBuildings(source, heir, null, on);
  }
}
