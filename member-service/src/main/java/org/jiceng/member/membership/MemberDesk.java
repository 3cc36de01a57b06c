package org.jiceng.member.membership;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.events.MemberEvent.AffiliationRevoked;
import org.jiceng.events.MemberEvent.MembershipEvent;
import org.jiceng.events.MemberEvent.WorkplaceChanged;
import org.jiceng.events.MembershipEnd;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Preconditions;
import org.jiceng.member.organization.Organizations;
import org.jiceng.member.person.Person;
import org.jiceng.member.person.PersonForm;
import org.jiceng.member.person.Persons;
import org.jiceng.member.person.SealedPerson;

/** Where members are admitted, confirmed, changed and taken leave of: all of it in one go. */
@ApplicationScoped
public class MemberDesk {
  private final Members members;
  private final OneMembership one;
  private final Workplaces workplaces;
  private final Affiliations affiliations;
  private final HandOvers handOvers;
  private final LifeHistory histories;
  private final NameIndexing names;
  private final Persons persons;
  private final Organizations organizations;
  private final Scopes scopes;
  private final Preconditions preconditions;
  private final MembershipPolicy policy;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;
  private final Event<MembershipOver> endings;
  private final Event<MemberAffiliated> beginnings;

  MemberDesk(
      Members members,
      OneMembership one,
      Workplaces workplaces,
      Affiliations affiliations,
      HandOvers handOvers,
      LifeHistory histories,
      NameIndexing names,
      Persons persons,
      Organizations organizations,
      Scopes scopes,
      Preconditions preconditions,
      MembershipPolicy policy,
      Outbox outbox,
      Audit audit,
      BusinessClock clock,
      Event<MembershipOver> endings,
      Event<MemberAffiliated> beginnings) {
    this.members = members;
    this.one = one;
    this.workplaces = workplaces;
    this.affiliations = affiliations;
    this.handOvers = handOvers;
    this.histories = histories;
    this.names = names;
    this.persons = persons;
    this.organizations = organizations;
    this.scopes = scopes;
    this.preconditions = preconditions;
    this.policy = policy;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
    this.endings = endings;
    this.beginnings = beginnings;
  }

  MemberView admit(NewMember wanted) {
    Admission admission = Admission.of(wanted, clock.today());
    organizations.requireActing(wanted.organizationId(), "organizationId");
    organizations.requireKnown(wanted.admittedBy(), "admittedBy");
    if (wanted.admittedBy() != null) {
      scopes.requireWithin(wanted.admittedBy());
    }
    Member member =
        admission.member(UuidCreator.getTimeOrderedEpoch(), persons.seal(admission.person()));
    one.requireFree(member.person.idIndex(), member.affiliatedOn, "affiliatedOn");
    members.add(member);
    handOvers.requireKept(member);
    names.index(member);
    tell(member.admitted(), member, member.affiliatedOn, "admit");
    member.workplace().ifPresent(event -> tell(event, member.affiliatedOn));
    beginnings.fire(MemberAffiliated.of(member));
    return view(member);
  }

  MemberView confirm(UUID id, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Member member = changing(id);
    MembershipEvent confirmed = member.confirm(on, policy);
    members.keep(member);
    tell(confirmed, member, on, "confirm");
    return view(member);
  }

  MemberView end(UUID id, MembershipEnd reason, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Member member = changing(id);
    MembershipEvent ended = member.end(reason, on);
    members.keepEnd(member);
    workplaces.end(id, on);
    tell(ended, member, on, "end");
    unsay(member);
    endings.fire(new MembershipOver(id, on));
    return view(member);
  }

  MemberView change(UUID id, ProfileChange change) {
    LocalDate on = clock.pastOrToday(change.effectiveOn());
    Member member = changing(id);
    Person before = persons.open(member.person);
    Person after = PersonForm.changed(before, change.idNumber(), change.name(), change.phone());
    PersonForm.requireBorn(after, clock.today());
    Profile profile =
        Profile.of(
            after.idNumber(),
            orElse(change.ethnicity(), member.profile.ethnicity()),
            orElse(change.education(), member.profile.education()));
    SealedPerson sealed = persons.seal(after);
    requireNobodyElse(member, sealed);
    Optional<? extends MembershipEvent> changed = member.change(sealed, profile);
    Optional<WorkplaceChanged> moved =
        change.tellsWorkplace() ? member.workIn(change.workUnitId(), on) : Optional.empty();
    members.keep(member);
    names.index(member);
    affiliations.requireAlone(member, "idNumber");
    handOvers.requireKept(member);
    changed.ifPresent(event -> outbox.append(event, on));
    moved.ifPresent(event -> tell(event, on));
    audit.write("change", "member", id);
    return view(member);
  }

  private void requireNobodyElse(Member member, SealedPerson sealed) {
    if (member.endedOn == null && !Arrays.equals(member.person.idIndex(), sealed.idIndex())) {
      one.requireNone(sealed.idIndex());
    }
  }

  /** A record that should never have been was no member's on any day. */
  private void unsay(Member member) {
    Stays recorded = affiliations.of(member.id);
    List<AffiliationRevoked> unsaid = member.unsaid(recorded);
    if (!unsaid.isEmpty()) {
      affiliations.replace(member.id, recorded, Stays.NONE);
      handOvers.requireKept(member);
      unsaid.forEach(event -> outbox.append(event, event.from()));
    }
    member.unadmitted().ifPresent(event -> outbox.append(event, histories.admittedOn(member.id)));
  }

  private Member changing(UUID id) {
    Member member = members.hold(id);
    scopes.requireWithin(member.organizationId);
    preconditions.requireVersion(member.version);
    member.requireNotErased();
    return member;
  }

  private void tell(WorkplaceChanged event, LocalDate on) {
    workplaces.change(event, on);
    outbox.append(event, on);
  }

  private void tell(MembershipEvent event, Member member, LocalDate on, String action) {
    outbox.append(event, on);
    audit.write(action, "member", member.id);
  }

  private MemberView view(Member member) {
    return MemberView.of(member, persons.seen(member.person));
  }

  private static String orElse(String wanted, String present) {
    return wanted == null ? present : wanted;
  }
}
