package org.jiceng.member.mobile;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.MemberEvent.MobileEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.membership.Discretion;
import org.jiceng.member.membership.Member;
import org.jiceng.member.membership.Members;
import org.jiceng.member.person.SealedPerson;

/**
 * Where hostings begin, on the host's own word or at the home's request. Whether the caller may, is
 * the desk's to ask; a member of the district is the transaction's to change by then.
 */
@ApplicationScoped
class Hostings {
  static final String RECORD = "mobile-registration";

  private final MobileRegistrations registrations;
  private final MobileMembers pairs;
  private final Members members;
  private final Discretion discretion;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  Hostings(
      MobileRegistrations registrations,
      MobileMembers pairs,
      Members members,
      Discretion discretion,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.registrations = registrations;
    this.pairs = pairs;
    this.members = members;
    this.discretion = discretion;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The person is hosted from that day on.
   *
   * @param home the present member that the person is, or null where the home is elsewhere
   * @param homeDescription where the person is affiliated, in the host's words
   */
  MobileRegistration begin(
      SealedPerson person, byte[] homeDescription, UUID hostId, Member home, LocalDate on) {
    requireFree(person, hostId, home, on);
    MobileRegistration begun =
        new MobileRegistration(
            UuidCreator.getTimeOrderedEpoch(),
            person,
            homeDescription,
            hostId,
            home == null ? null : home.id(),
            home == null ? null : home.organizationId(),
            on);
    MobileEvent hosted = begun.hosted();
    registrations.add(begun);
    outbox.append(hosted, on);
    audit.write("host", RECORD, begun.id);
    return home == null ? begun : matched(begun);
  }

  private MobileRegistration matched(MobileRegistration begun) {
    pairs.match(begun.memberId);
    return registrations.require(begun.id);
  }

  private void requireFree(SealedPerson person, UUID hostId, Member home, LocalDate on) {
    if (on.isAfter(clock.today())) {
      throw Problem.violation("hostedOn", "in-the-future");
    }
    registrations
        .earlier(person.idIndex())
        .filter(earlier -> on.isBefore(earlier.endedOn))
        .ifPresent(earlier -> refuse(beforeEnd(earlier.endedOn), earlier));
    registrations
        .open(person.idIndex())
        .ifPresent(open -> refuse(new Problem(MobileProblems.ALREADY_HOSTED).at("idNumber"), open));
    if (home != null) {
      requireNotBefore(members.lastAt(home.id(), hostId).orElse(on), on);
    }
  }

  private void refuse(Problem reason, MobileRegistration because) {
    throw discretion.about(reason, "idNumber", RECORD, because.id, because.hostId);
  }

  private static void requireNotBefore(LocalDate end, LocalDate on) {
    if (on.isBefore(end)) {
      throw beforeEnd(end);
    }
  }

  private static Problem beforeEnd(LocalDate end) {
    return Problem.violation("hostedOn", "before-earlier-end", end);
  }
}
