package org.jiceng.member.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.MemberEvent.ConfirmationCorrected;
import org.jiceng.events.MemberEvent.MemberConfirmed;
import org.jiceng.events.MemberEvent.MembershipEnded;
import org.jiceng.events.MemberEvent.MembershipEvent;
import org.jiceng.events.MemberEvent.MembershipRestored;
import org.jiceng.events.MemberEvent.MembershipResumed;
import org.jiceng.events.MemberEvent.MembershipSuspended;
import org.jiceng.events.MemberEvent.ProbationExtended;
import org.jiceng.events.MembershipEnd;
import org.jiceng.events.MembershipStatus;
import org.jiceng.kit.policy.DatedPeriod;
import org.jiceng.member.person.SealedPerson;

/** Members for tests of other features, and what may be done with them. */
public final class MemberSample {
  private static final MembershipPolicy POLICY =
      new MembershipPolicy() {
        @Override
        public DatedPeriod probation() {
          return new DatedPeriod("0001-01-01=P1Y");
        }

        @Override
        public DatedPeriod extensionAtLeast() {
          return new DatedPeriod("0001-01-01=P6M");
        }

        @Override
        public DatedPeriod extensionAtMost() {
          return new DatedPeriod("0001-01-01=P1Y");
        }
      };

  private MemberSample() {}

  public static Member at(UUID organization, LocalDate since) {
    return of(organization, since, MembershipStatus.FULL);
  }

  public static Member onProbation(UUID organization, LocalDate since) {
    return of(organization, since, MembershipStatus.PROBATIONARY);
  }

  private static Member of(UUID organization, LocalDate since, MembershipStatus status) {
    return new Member(
        UUID.randomUUID(),
        new SealedPerson(new byte[0], new byte[0], new byte[0], null),
        new Profile("1", "01", "21", 1980),
        status,
        since,
        null,
        organization,
        since);
  }

  public static MemberConfirmed confirm(Member member, LocalDate on) {
    return member.confirm(on, POLICY);
  }

  public static ProbationExtended extend(Member member, LocalDate until, LocalDate on) {
    return member.extendProbation(until, on, POLICY);
  }

  public static MembershipSuspended suspend(Member member, LocalDate on) {
    return member.suspend(on);
  }

  public static MembershipResumed resume(Member member, LocalDate on) {
    return member.resume(on);
  }

  public static MembershipEnded end(Member member, MembershipEnd reason, LocalDate on) {
    return member.end(reason, on);
  }

  public static List<? extends MembershipEvent> unsaid(Member member, List<Affiliation> recorded) {
    return member.unsaid(new Stays(recorded));
  }

  public static MembershipRestored restore(Member member, UUID at, LocalDate on) {
    return member.restore(at, on);
  }

  public static List<MembershipEvent> correct(
      Member member, List<Affiliation> recorded, List<Affiliation> right, LocalDate today) {
    return member.correctStays(new Stays(recorded), Stays.right(right, today));
  }

  public static ConfirmationCorrected correctConfirmation(Member member, LocalDate on) {
    return member.correctConfirmation(on, POLICY);
  }

  public static List<MembershipEvent> takeOver(
      Member kept, Member duplicate, List<Affiliation> own, List<Affiliation> theirs) {
    return kept.takeOver(duplicate, new Stays(own), new Stays(theirs));
  }

  public static List<MembershipEvent> mergeInto(
      Member duplicate, Member kept, List<Affiliation> theirs, LocalDate today) {
    return duplicate.mergeInto(kept, new Stays(theirs), today);
  }

  public static MembershipStatus status(Member member) {
    return member.status;
  }

  public static LocalDate endedOn(Member member) {
    return member.endedOn;
  }

  public static MembershipEnd endReason(Member member) {
    return member.endReason;
  }
}
