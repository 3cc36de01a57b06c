package org.jiceng.member.mobile;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.events.MemberEvent.MobileEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.kit.web.Preconditions;
import org.jiceng.member.membership.Member;
import org.jiceng.member.membership.Members;
import org.jiceng.member.organization.Organizations;
import org.jiceng.member.person.Person;
import org.jiceng.member.person.PersonForm;
import org.jiceng.member.person.Persons;
import org.jiceng.member.person.SealedPerson;

/** Where mobile members are taken on, looked at and let go. */
@ApplicationScoped
public class MobileDesk {
  private static final String RECORD = "mobile-registration";

  private final MobileRegistrations registrations;
  private final Members members;
  private final Persons persons;
  private final Organizations organizations;
  private final Scopes scopes;
  private final Preconditions preconditions;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  MobileDesk(
      MobileRegistrations registrations,
      Members members,
      Persons persons,
      Organizations organizations,
      Scopes scopes,
      Preconditions preconditions,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.registrations = registrations;
    this.members = members;
    this.persons = persons;
    this.organizations = organizations;
    this.scopes = scopes;
    this.preconditions = preconditions;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  RegistrationView host(NewRegistration wanted) {
    Person person = PersonForm.of(wanted.idNumber(), wanted.name(), wanted.phone());
    PersonForm.requireBorn(person, clock.today());
    LocalDate on = hostedOn(wanted);
    organizations.requireActing(wanted.hostId(), "hostId");
    SealedPerson sealed = persons.seal(person);
    requireNotHostedOn(sealed, on);
    Optional<Member> home = members.current(sealed.idIndex());
    MobileRegistration registration =
        new MobileRegistration(
            UuidCreator.getTimeOrderedEpoch(),
            sealed,
            persons.seal(wanted.homeDescription()),
            wanted.hostId(),
            home.map(Member::id).orElse(null),
            home.map(Member::organizationId).orElse(null),
            on);
    MobileEvent hosted = registration.hosted();
    registrations.add(registration);
    tell(hosted, registration, on, "host");
    return RegistrationView.of(registration, persons);
  }

  RegistrationView end(UUID id, String reasonCode, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    MobileRegistration registration = registrations.hold(id);
    scopes.requireWithin(registration.hostId);
    preconditions.requireVersion(registration.version);
    MobileEvent ended = registration.end(reasonCode, on);
    registrations.keepEnd(registration);
    tell(ended, registration, on, "end");
    return RegistrationView.of(registration, persons);
  }

  RegistrationView one(UUID id) {
    MobileRegistration registration = registrations.require(id);
    scopes.requireWithin(registration.hostId);
    audit.read(RECORD, id);
    return RegistrationView.of(registration, persons);
  }

  Page<RegistrationView> page(RegistrationFilter filter, PageRequest request) {
    Page<MobileRegistration> page = registrations.page(filter, request);
    audit.read(RECORD, page.items().stream().map(r -> r.id).toList());
    return new Page<>(
        page.items().stream().map(r -> RegistrationView.of(r, persons)).toList(),
        page.nextCursor());
  }

  private LocalDate hostedOn(NewRegistration wanted) {
    if (wanted.hostedOn() != null && wanted.hostedOn().isAfter(clock.today())) {
      throw Problem.violation("hostedOn", "in-the-future");
    }
    return wanted.hostedOn() == null ? clock.today() : wanted.hostedOn();
  }

  private void requireNotHostedOn(SealedPerson person, LocalDate on) {
    registrations
        .earlierEnd(person.idIndex())
        .filter(on::isBefore)
        .ifPresent(
            end -> {
              throw Problem.violation("hostedOn", "before-earlier-end", end);
            });
  }

  private void tell(MobileEvent event, MobileRegistration told, LocalDate on, String action) {
    outbox.append(event, on);
    audit.write(action, RECORD, told.id);
  }
}
