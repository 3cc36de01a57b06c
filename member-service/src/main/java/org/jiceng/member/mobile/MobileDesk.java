package org.jiceng.member.mobile;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.events.MemberEvent.MobileEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
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
  private static final String RECORD = Hostings.RECORD;

  private final MobileRegistrations registrations;
  private final Hostings hostings;
  private final MobileMembers pairs;
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
      Hostings hostings,
      MobileMembers pairs,
      Members members,
      Persons persons,
      Organizations organizations,
      Scopes scopes,
      Preconditions preconditions,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.registrations = registrations;
    this.hostings = hostings;
    this.pairs = pairs;
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
    LocalDate on = wanted.hostedOn() == null ? clock.today() : wanted.hostedOn();
    organizations.requireActing(wanted.hostId(), "hostId");
    SealedPerson sealed = persons.seal(person);
    Member home = members.holdCurrent(sealed.idIndex()).orElse(null);
    byte[] described = persons.seal(wanted.homeDescription());
    return RegistrationView.of(
        hostings.begin(sealed, described, wanted.hostId(), home, on), persons);
  }

  RegistrationView end(UUID id, String reasonCode, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Optional<UUID> member = Optional.ofNullable(registrations.require(id).memberId);
    member.ifPresent(members::hold);
    MobileRegistration registration = registrations.hold(id);
    scopes.requireWithin(registration.hostId);
    preconditions.requireVersion(registration.version);
    MobileEvent ended = registration.end(reasonCode, on);
    registrations.keep(registration);
    outbox.append(ended, on);
    audit.write("end", RECORD, id);
    member.ifPresent(pairs::unmatch);
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
}
