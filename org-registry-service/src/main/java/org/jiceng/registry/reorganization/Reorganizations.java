package org.jiceng.registry.reorganization;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Preconditions;
import org.jiceng.registry.organization.Destinations;

/** Where reorganisations are rehearsed, planned, decided and given up. */
@ApplicationScoped
class Reorganizations {
  private final Undertaking undertaking;
  private final Rehearsals rehearsals;
  private final ReorganizationStore store;
  private final Destinations destinations;
  private final Scopes scopes;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Audit audit;
  private final BusinessClock clock;

  Reorganizations(
      Undertaking undertaking,
      Rehearsals rehearsals,
      ReorganizationStore store,
      Destinations destinations,
      Scopes scopes,
      Caller caller,
      Preconditions preconditions,
      Audit audit,
      BusinessClock clock) {
    this.undertaking = undertaking;
    this.rehearsals = rehearsals;
    this.store = store;
    this.destinations = destinations;
    this.scopes = scopes;
    this.caller = caller;
    this.preconditions = preconditions;
    this.audit = audit;
    this.clock = clock;
  }

  /** What the plan would do; nothing is changed. */
  Rehearsal rehearse(Plan plan) {
    require(plan);
    return rehearsals.of(plan, onOrToday(plan.effectiveOn()));
  }

  /** Decides at once, or keeps the plan until its day; either way it must be possible today. */
  UUID ask(Plan plan) {
    require(plan);
    LocalDate on = plan.effectiveOn() == null ? clock.today() : plan.effectiveOn();
    Reorganization asked =
        Reorganization.planned(
            UuidCreator.getTimeOrderedEpoch(),
            plan.kind(),
            on,
            store.write(plan),
            caller.subject(),
            clock.now());
    if (on.isAfter(clock.today())) {
      rehearsals.of(plan, clock.today());
      store.add(asked);
      store.keepParts(asked.id, plan);
      audit.write("plan", "reorganization", asked.id);
    } else {
      store.add(asked);
      decide(asked, plan);
    }
    return asked.id;
  }

  /** Carries out a planned one whose day has come. */
  void carryOut(UUID id) {
    Reorganization due = store.held(id);
    if (due.state == ReorganizationState.PLANNED) {
      decide(due, store.plan(due));
    }
  }

  /** Notes why a planned one cannot be carried out. */
  void hinder(UUID id, String problem) {
    Reorganization due = store.held(id);
    if (due.state == ReorganizationState.PLANNED) {
      due.hinder(problem);
    }
  }

  void cancel(UUID id) {
    Reorganization planned = store.held(id);
    preconditions.requireVersion(planned.version);
    scopes.requireWithin(involved(store.plan(planned)));
    planned.cancel();
    audit.write("cancel", "reorganization", id);
    store.flush();
  }

  private void decide(Reorganization reorganization, Plan plan) {
    LocalDate on = reorganization.effectiveOn;
    Undertaking.Done done = undertaking.carryOut(reorganization.id, plan, on);
    reorganization.decide(clock.now());
    store.flush();
    store.keep(reorganization.id, plan, done, on);
    audit.write("decide", "reorganization", reorganization.id);
  }

  private void require(Plan plan) {
    plan.requireSense();
    scopes.requireWithin(involved(plan));
    plan.parts().stream()
        .map(part -> part.destination().establish())
        .filter(wanted -> wanted != null)
        .forEach(destinations::requireMayEstablish);
  }

  private static Set<UUID> involved(Plan plan) {
    Set<UUID> involved = new HashSet<>(plan.sources());
    plan.parts()
        .forEach(
            part -> {
              if (part.organizationId() != null) {
                involved.add(part.organizationId());
              }
            });
    return involved;
  }

  private LocalDate onOrToday(LocalDate on) {
    LocalDate today = clock.today();
    return on == null || on.isAfter(today) ? today : on;
  }
}
