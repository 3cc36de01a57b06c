package org.jiceng.member.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.MemberEvent.AffiliationEntered;
import org.jiceng.events.MemberEvent.AffiliationRevoked;
import org.jiceng.events.MemberEvent.ConfirmationCorrected;
import org.jiceng.events.MemberEvent.MembershipEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Preconditions;
import org.jiceng.member.organization.Organizations;
import org.jiceng.member.person.Persons;

/**
 * Where what was recorded wrongly is put right: by new facts, told from now on, and beside the old
 * ones, which stay readable. Whoever corrects must hold every organisation that gains or loses a
 * day.
 */
@ApplicationScoped
public class CorrectionDesk {
  private final Members members;
  private final Affiliations affiliations;
  private final HandOvers handOvers;
  private final LifeHistory histories;
  private final Persons persons;
  private final Organizations organizations;
  private final Scopes scopes;
  private final Preconditions preconditions;
  private final MembershipPolicy policy;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;
  private final Event<AffiliationCorrected> corrections;

  CorrectionDesk(
      Members members,
      Affiliations affiliations,
      HandOvers handOvers,
      LifeHistory histories,
      Persons persons,
      Organizations organizations,
      Scopes scopes,
      Preconditions preconditions,
      MembershipPolicy policy,
      Outbox outbox,
      Audit audit,
      BusinessClock clock,
      Event<AffiliationCorrected> corrections) {
    this.members = members;
    this.affiliations = affiliations;
    this.handOvers = handOvers;
    this.histories = histories;
    this.persons = persons;
    this.organizations = organizations;
    this.scopes = scopes;
    this.preconditions = preconditions;
    this.policy = policy;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
    this.corrections = corrections;
  }

  MemberView correct(UUID id, NewCorrection wanted) {
    Member member = members.hold(id);
    scopes.requireWithin(member.organizationId);
    preconditions.requireVersion(member.version);
    member.requireNotErased();
    Stays recorded = affiliations.of(id);
    requireSense(wanted, member);
    Stays right = wanted.right(recorded, clock.today());
    if (right.equals(recorded) && wanted.confirmation() == null && wanted.joinedOn() == null) {
      throw Problem.violation("affiliations", "nothing-to-correct");
    }
    histories.correct(
        id,
        wanted.reasonCode(),
        wanted.joinedOn() == null ? null : member.joinedOn,
        wanted.joinedOn());
    if (wanted.joinedOn() != null) {
      LocalDate birth = persons.open(member.person).idNumber().birthDate();
      member.correctJoining(wanted.joinedOn(), birth);
    }
    if (!right.equals(recorded)) {
      correctStays(member, recorded, right);
    }
    if (wanted.confirmation() != null) {
      correctConfirmation(member, wanted.confirmation().on());
    }
    if (wanted.joinedOn() != null) {
      member.requireOrder(right, policy);
      members.keep(member);
    }
    affiliations.requireAlone(member, "affiliations");
    handOvers.requireKept(member);
    audit.write("correct", "member", id);
    return MemberView.of(member, persons.seen(member.person));
  }

  private static void requireSense(NewCorrection wanted, Member member) {
    if (wanted.affiliations() != null && wanted.endedOn() != null) {
      throw Problem.violation("endedOn", "either-or");
    }
    if (wanted.endedOn() != null && member.endedOn == null) {
      throw new Problem(MembershipProblems.NOT_ENDED).at("endedOn");
    }
  }

  private void correctStays(Member member, Stays recorded, Stays right) {
    UUID before = member.organizationId;
    for (UUID organization : right.organizationsOfDifferences(recorded)) {
      organizations.requireKnown(organization, "affiliations");
    }
    scopes.requireWithin(right.organizationsOfDifferences(recorded));
    for (Affiliation stay : right.without(recorded)) {
      organizations.requireThere(
          stay.organizationId(), stay.validFrom(), stay.validTo(), "affiliations");
    }
    var told = member.correctStays(recorded, right);
    if (member.endedOn == null && !before.equals(member.organizationId)) {
      organizations.requireActive("affiliations", member.organizationId);
    }
    members.keep(member);
    affiliations.replace(member.id, recorded, right);
    told.forEach(this::tell);
    if (!before.equals(member.organizationId)) {
      corrections.fire(new AffiliationCorrected(member.id, clock.today()));
    }
  }

  private void correctConfirmation(Member member, LocalDate on) {
    if (on != null && on.isAfter(clock.today())) {
      throw Problem.violation("confirmation.on", "in-the-future");
    }
    LocalDate wrong = member.confirmedOn == null ? member.joinedOn : member.confirmedOn;
    ConfirmationCorrected corrected = member.correctConfirmation(on, policy);
    members.keep(member);
    outbox.append(corrected, on == null ? wrong : on);
  }

  private void tell(MembershipEvent event) {
    if (event instanceof AffiliationRevoked revoked) {
      outbox.append(revoked, revoked.from());
    } else if (event instanceof AffiliationEntered entered) {
      outbox.append(entered, entered.from());
    }
  }
}
