package org.jiceng.member.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.MemberEvent.MembershipEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Preconditions;
import org.jiceng.member.organization.Organizations;
import org.jiceng.member.person.Persons;

/** Where probation is extended, rights rest and are whole again, and an end is lifted. */
@ApplicationScoped
public class LifeDesk {
  private final Members members;
  private final OneMembership one;
  private final Affiliations affiliations;
  private final HandOvers handOvers;
  private final Persons persons;
  private final Organizations organizations;
  private final Scopes scopes;
  private final Preconditions preconditions;
  private final MembershipPolicy policy;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;
  private final Event<MemberAffiliated> beginnings;

  LifeDesk(
      Members members,
      OneMembership one,
      Affiliations affiliations,
      HandOvers handOvers,
      Persons persons,
      Organizations organizations,
      Scopes scopes,
      Preconditions preconditions,
      MembershipPolicy policy,
      Outbox outbox,
      Audit audit,
      BusinessClock clock,
      Event<MemberAffiliated> beginnings) {
    this.members = members;
    this.one = one;
    this.affiliations = affiliations;
    this.handOvers = handOvers;
    this.persons = persons;
    this.organizations = organizations;
    this.scopes = scopes;
    this.preconditions = preconditions;
    this.policy = policy;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
    this.beginnings = beginnings;
  }

  MemberView extendProbation(UUID id, LocalDate until, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Member member = changing(id);
    MembershipEvent extended = member.extendProbation(until, on, policy);
    members.keep(member);
    return answer(extended, member, on, "extend-probation");
  }

  MemberView suspend(UUID id, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Member member = changing(id);
    MembershipEvent suspended = member.suspend(on);
    members.keepSuspension(member);
    return answer(suspended, member, on, "suspend");
  }

  MemberView resume(UUID id, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Member member = changing(id);
    MembershipEvent resumed = member.resume(on);
    members.keepResumption(member);
    return answer(resumed, member, on, "resume");
  }

  MemberView restore(UUID id, UUID organizationId, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Member member = changing(id);
    organizations.requireActing(organizationId, "organizationId");
    MembershipEvent restored = member.restore(organizationId, on);
    one.requireNone(member.person.idIndex());
    members.keepRestoration(member);
    affiliations.requireAlone(member, "effectiveOn");
    handOvers.requireKept(member);
    beginnings.fire(MemberAffiliated.of(member));
    return answer(restored, member, on, "restore");
  }

  private Member changing(UUID id) {
    Member member = members.hold(id);
    scopes.requireWithin(member.organizationId);
    preconditions.requireVersion(member.version);
    return member;
  }

  private MemberView answer(MembershipEvent event, Member member, LocalDate on, String action) {
    outbox.append(event, on);
    audit.write(action, "member", member.id);
    return MemberView.of(member, persons.seen(member.person));
  }
}
