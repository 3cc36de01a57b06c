package org.jiceng.member.mobile;

import static org.jiceng.member.mobile.AbsenceState.CONFIRMED;
import static org.jiceng.member.mobile.AbsenceState.DECLINED;
import static org.jiceng.member.mobile.AbsenceState.ENDED;
import static org.jiceng.member.mobile.AbsenceState.REPORTED_BY_MEMBER;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.events.MemberEvent.AbsenceEnded;
import org.jiceng.events.MemberEvent.AbsenceMatched;
import org.jiceng.events.MemberEvent.AbsenceReported;
import org.jiceng.events.MemberEvent.AbsentMemberContacted;
import org.jiceng.kit.problem.Problem;
import org.jiceng.member.membership.Member;

/**
 * A member is away from home; the affiliation is unchanged. It counts from the home's word on: what
 * the member reports waits for that.
 */
final class Absence {
  final UUID id;
  final UUID memberId;
  final UUID homeId;
  final LocalDate since;
  final LocalDate reportedOn;
  AbsenceState state;
  String reasonCode;
  byte[] whereabouts;

  /** Whom the home asks to host, or who does; null: nobody here. */
  UUID hostId;

  /** The hosting that is about the same person; null: none is known. */
  UUID registrationId;

  LocalDate mobileFrom;
  LocalDate transferFrom;
  LocalDate firstDue;
  LocalDate contactedOn;
  LocalDate contactDue;
  LocalDate endedOn;
  String endReason;
  long version;

  Absence(
      UUID id,
      UUID memberId,
      UUID homeId,
      LocalDate since,
      LocalDate reportedOn,
      AbsenceState state) {
    this.id = id;
    this.memberId = memberId;
    this.homeId = homeId;
    this.since = since;
    this.reportedOn = reportedOn;
    this.state = state;
  }

  /** A new one of a present member, since they are affiliated to the home or later. */
  static Absence of(
      UUID id,
      Member member,
      LocalDate since,
      LocalDate today,
      AbsenceState state,
      AbsencePolicy policy) {
    member.requireCurrent();
    requireNotBefore("since", member.affiliatedOn(), since);
    Absence absence = new Absence(id, member.id(), member.organizationId(), since, today, state);
    absence.mobileFrom = policy.mobileFrom(since);
    absence.transferFrom = policy.transferFrom(since);
    absence.firstDue = policy.contactBy(since);
    absence.contactDue = absence.firstDue;
    return absence;
  }

  /** The same, with someone of the district asked to host; nobody is hosted where affiliated. */
  Absence askingOf(UUID wantedHost) {
    if (homeId.equals(wantedHost)) {
      throw new Problem(MobileProblems.HOSTED_AT_HOME).at("hostId");
    }
    hostId = wantedHost;
    return this;
  }

  /** What there is to tell of a new one: nothing before the home has said so. */
  Optional<AbsenceReported> reported() {
    return state == CONFIRMED
        ? Optional.of(new AbsenceReported(id, memberId, homeId, hostId))
        : Optional.empty();
  }

  /** The home says that the member's report is right. */
  AbsenceReported confirm() {
    require(REPORTED_BY_MEMBER);
    state = CONFIRMED;
    version++;
    return new AbsenceReported(id, memberId, homeId, hostId);
  }

  /** The home says that the member's report is wrong. */
  void decline(String reason, LocalDate on) {
    require(REPORTED_BY_MEMBER);
    close(DECLINED, reason, on);
  }

  /** It and the hosting are about the same person. */
  AbsenceMatched match(MobileRegistration hosting) {
    require(CONFIRMED);
    registrationId = hosting.id;
    hostId = hosting.hostId;
    version++;
    return new AbsenceMatched(id, hosting.id, memberId, homeId, hostId);
  }

  /** The hosting is over; the member may well be away still. */
  void unmatch() {
    registrationId = null;
    hostId = null;
    version++;
  }

  /** The home was in touch; also told late, and then a later contact keeps its word. */
  AbsentMemberContacted contact(LocalDate on, AbsencePolicy policy) {
    require(CONFIRMED);
    requireNotBefore("on", since, on);
    if (contactedOn == null || on.isAfter(contactedOn)) {
      contactedOn = on;
      contactDue = policy.contactBy(on);
    }
    version++;
    return new AbsentMemberContacted(id, memberId, homeId);
  }

  /** The member is back. */
  AbsenceEnded comeBack(LocalDate on) {
    require(CONFIRMED);
    requireNotBefore("effectiveOn", contactedOn == null ? since : contactedOn, on);
    close(ENDED, "RETURNED", on);
    return new AbsenceEnded(id, memberId, homeId, endReason);
  }

  /** Something else has ended it; a report that never counted is told of by nobody. */
  Optional<AbsenceEnded> overtake(String reason, LocalDate on) {
    boolean counted = state == CONFIRMED;
    close(counted ? ENDED : DECLINED, reason, on);
    return counted ? Optional.of(new AbsenceEnded(id, memberId, homeId, reason)) : Optional.empty();
  }

  /** Refuses unless an organisation of the district hosts the member (409). */
  UUID requireHost() {
    require(CONFIRMED);
    if (registrationId == null) {
      throw new Problem(MobileProblems.NO_HOST);
    }
    return hostId;
  }

  /** Refuses unless someone is asked to host who does not yet (409). */
  UUID requireAsked() {
    require(CONFIRMED);
    if (registrationId != null) {
      throw new Problem(MobileProblems.ALREADY_ACCEPTED);
    }
    return hostId;
  }

  boolean isMatched() {
    return registrationId != null;
  }

  private void close(AbsenceState end, String reason, LocalDate on) {
    state = end;
    endReason = reason;
    endedOn = on.isBefore(since) ? since : on;
    version++;
  }

  private void require(AbsenceState wanted) {
    if (state != wanted) {
      throw new Problem(MobileProblems.OTHER_STATE, state, wanted);
    }
  }

  private static void requireNotBefore(String field, LocalDate first, LocalDate on) {
    if (on.isBefore(first)) {
      throw Problem.violation(field, "before-last-change", first);
    }
  }
}
