package org.jiceng.activity.honour;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.activity.organization.ActingOrganization;
import org.jiceng.events.ActivityEvent;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** Where organisations are proposed by their offices, and an office above decides. */
@ApplicationScoped
public class NominationDesk {
  private final Nominations nominations;
  private final List<HonourDesk<?>> desks;
  private final HonourOffice office;

  NominationDesk(Nominations nominations, @All List<HonourDesk<?>> desks, HonourOffice office) {
    this.nominations = nominations;
    this.desks = desks;
    this.office = office;
  }

  NominationView nominate(HonourKind kind, UUID organization, String name) {
    ActingOrganization proposed = office.organizations.acting(organization);
    LocalDate on = office.clock.today();
    Nomination made = new Nomination(UuidCreator.getTimeOrderedEpoch(), kind, name, proposed, on);
    nominations.persist(made);
    return keep(made, made.nominated(), "nominate");
  }

  /** Gives the honour, under that code, from that day on. */
  NominationView accept(UUID id, String code, LocalDate effectiveOn) {
    Nomination nomination = deciding(id);
    NewHonour wanted = new NewHonour(code, nomination.name, nomination.organizationId, effectiveOn);
    UUID honour = desk(nomination.kind).give(wanted).id();
    return keep(nomination, nomination.accept(honour, office.clock.today()), "accept");
  }

  NominationView giveBack(UUID id, String reasonCode) {
    Nomination nomination = deciding(id);
    return keep(nomination, nomination.giveBack(reasonCode, office.clock.today()), "return");
  }

  NominationView one(UUID id) {
    Nomination found = nominations.require(id);
    office.scopes.requireWithin(found.organizationId);
    return NominationView.of(found);
  }

  Page<NominationView> page(HonourKind kind, NominationState state, PageRequest page) {
    return nominations.page(kind, state, office.scopes.pathPrefix().orElse(null), page);
  }

  private HonourDesk<?> desk(HonourKind kind) {
    return desks.stream().filter(desk -> desk.kind() == kind).findFirst().orElseThrow();
  }

  private Nomination deciding(UUID id) {
    Nomination nomination = nominations.require(id);
    office.scopes.requireWithin(nomination.organizationId);
    office.preconditions.requireVersion(nomination.version);
    return nomination;
  }

  private NominationView keep(Nomination nomination, ActivityEvent told, String action) {
    nominations.flush();
    office.outbox.append(told, office.clock.today());
    office.audit.write(action, nomination.kind.record + "-nomination", nomination.id);
    return NominationView.of(nomination);
  }
}
