package org.jiceng.member.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.MemberEvent.AffiliationEntered;
import org.jiceng.events.MemberEvent.AffiliationRevoked;
import org.jiceng.events.MemberEvent.MembershipEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Preconditions;
import org.jiceng.member.person.Persons;

/** Where a second record of a person is merged into the one that is kept. */
@ApplicationScoped
public class DuplicateDesk {
  private static final String REASON = "DUPLICATE_MERGED";

  private final Members members;
  private final Affiliations affiliations;
  private final HandOvers handOvers;
  private final LifeHistory histories;
  private final Persons persons;
  private final Scopes scopes;
  private final Preconditions preconditions;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;
  private final Event<MembershipOver> endings;
  private final Event<MemberMerged> mergers;

  DuplicateDesk(
      Members members,
      Affiliations affiliations,
      HandOvers handOvers,
      LifeHistory histories,
      Persons persons,
      Scopes scopes,
      Preconditions preconditions,
      Outbox outbox,
      Audit audit,
      BusinessClock clock,
      Event<MembershipOver> endings,
      Event<MemberMerged> mergers) {
    this.members = members;
    this.affiliations = affiliations;
    this.handOvers = handOvers;
    this.histories = histories;
    this.persons = persons;
    this.scopes = scopes;
    this.preconditions = preconditions;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
    this.endings = endings;
    this.mergers = mergers;
  }

  MemberView merge(UUID keptId, UUID duplicateId) {
    if (keptId.equals(duplicateId)) {
      throw new Problem(MembershipProblems.WITH_ITSELF).at("duplicateId");
    }
    members.holdBoth(keptId, duplicateId);
    Member kept = members.require(keptId);
    Member duplicate = members.require(duplicateId);
    scopes.requireWithin(List.of(kept.organizationId, duplicate.organizationId));
    preconditions.requireVersion(kept.version);
    Stays own = affiliations.of(keptId);
    Stays theirs = affiliations.of(duplicateId);
    scopes.requireWithin(theirs.organizationsOfDifferences(Stays.NONE));
    takeOver(kept, duplicate, own, theirs);
    close(duplicate, kept);
    affiliations.requireAlone(kept, "duplicateId");
    handOvers.requireKept(kept);
    handOvers.requireKept(duplicate);
    mergers.fire(new MemberMerged(duplicateId, keptId));
    return MemberView.of(kept, persons.seen(kept.person));
  }

  private void takeOver(Member kept, Member duplicate, Stays own, Stays theirs) {
    List<MembershipEvent> told = kept.takeOver(duplicate, own, theirs);
    histories.correct(kept.id, REASON);
    members.keep(kept);
    affiliations.replace(kept.id, own, own.with(theirs));
    told.forEach(this::tell);
    audit.write("merge", "member", kept.id);
  }

  private void close(Member duplicate, Member kept) {
    LocalDate today = clock.today();
    boolean wasPresent = duplicate.endedOn == null;
    List<MembershipEvent> told = duplicate.mergeInto(kept, affiliations.of(duplicate.id), today);
    members.keepEnd(duplicate);
    affiliations.replace(duplicate.id, affiliations.of(duplicate.id), Stays.NONE);
    histories.correct(duplicate.id, REASON);
    told.forEach(this::tell);
    duplicate
        .unadmittedBeside(kept)
        .ifPresent(event -> outbox.append(event, histories.admittedOn(duplicate.id)));
    audit.write("merge", "member", duplicate.id);
    if (wasPresent) {
      endings.fire(new MembershipOver(duplicate.id, today));
    }
  }

  /** A stay is told of on its first day, the merging itself today. */
  private void tell(MembershipEvent event) {
    LocalDate on = clock.today();
    if (event instanceof AffiliationRevoked revoked) {
      on = revoked.from();
    } else if (event instanceof AffiliationEntered entered) {
      on = entered.from();
    }
    outbox.append(event, on);
  }
}
