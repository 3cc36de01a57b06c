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
import org.jiceng.kit.web.Preconditions;
import org.jiceng.member.membership.Member;
import org.jiceng.member.membership.Members;
import org.jiceng.member.organization.Organizations;
import org.jiceng.member.person.Persons;
import org.jiceng.member.transfer.NewTransfer;
import org.jiceng.member.transfer.TransferDesk;
import org.jiceng.member.transfer.TransferView;

/**
 * Where members who are away are reported, kept in touch with, and come back. Every command holds
 * the member first, so that home, host and member take turns.
 */
@ApplicationScoped
public class AbsenceDesk {
  static final String RECORD = "absence";

  private final Absences absences;
  private final AbsenceList list;
  private final AbsenceOffices offices;
  private final MobileMembers pairs;
  private final Hostings hostings;
  private final TransferDesk transfers;
  private final Members members;
  private final Organizations organizations;
  private final Persons persons;
  private final Preconditions preconditions;
  private final AbsencePolicy policy;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  AbsenceDesk(
      Absences absences,
      AbsenceList list,
      AbsenceOffices offices,
      MobileMembers pairs,
      Hostings hostings,
      TransferDesk transfers,
      Members members,
      Organizations organizations,
      Persons persons,
      Preconditions preconditions,
      AbsencePolicy policy,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.absences = absences;
    this.list = list;
    this.offices = offices;
    this.pairs = pairs;
    this.hostings = hostings;
    this.transfers = transfers;
    this.members = members;
    this.organizations = organizations;
    this.persons = persons;
    this.preconditions = preconditions;
    this.policy = policy;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  AbsenceView report(NewAbsence wanted) {
    LocalDate since = pastOrToday("since", wanted.since());
    Member member = members.hold(wanted.memberId());
    AbsenceState word = offices.word(member);
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Absence absence =
        Absence.of(id, member, since, clock.today(), word, policy).askingOf(wanted.hostId());
    absence.reasonCode = wanted.reasonCode();
    absence.whereabouts = persons.seal(wanted.whereabouts());
    absences.requireNotAway(absence.memberId, since);
    requireActive(wanted.hostId());
    absences.add(absence);
    absence.reported().ifPresent(event -> outbox.append(event, since));
    audit.write("report", RECORD, id);
    pairs.match(absence.memberId);
    return list.view(id);
  }

  AbsenceView confirm(UUID id) {
    Absence absence = homes(id);
    preconditions.requireVersion(absence.version);
    MobileEvent reported = absence.confirm();
    absences.keep(absence);
    tell(reported, absence, absence.since, "confirm");
    pairs.match(absence.memberId);
    return list.view(id);
  }

  AbsenceView decline(UUID id, String reasonCode) {
    Absence absence = homes(id);
    preconditions.requireVersion(absence.version);
    absence.decline(reasonCode, clock.today());
    absences.keep(absence);
    audit.write("decline", RECORD, id);
    return list.view(id);
  }

  AbsenceView contact(UUID id, LocalDate day, ContactMeans means) {
    LocalDate on = pastOrToday("on", day);
    Absence absence = homes(id);
    MobileEvent contacted = absence.contact(on, policy);
    absences.keep(absence);
    absences.addContact(id, on, means, policy.contactBy(on));
    tell(contacted, absence, on, "contact");
    return list.view(id);
  }

  AbsenceView accept(UUID id, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Absence found = absences.require(id);
    Member member = members.hold(found.memberId);
    Absence absence = absences.hold(id);
    offices.requireHost(absence);
    preconditions.requireVersion(absence.version);
    UUID host = absence.requireAsked();
    organizations.requireActive("hostId", host);
    hostings.begin(member.person(), null, host, member, on);
    audit.write("accept", RECORD, id);
    return list.view(id);
  }

  AbsenceView comeBack(UUID id, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Absence absence = homes(id);
    preconditions.requireVersion(absence.version);
    MobileEvent ended = absence.comeBack(on);
    absences.keep(absence);
    tell(ended, absence, on, "return");
    return list.view(id);
  }

  /** Asks for the member's transfer to the host, by either end. */
  TransferView convert(UUID id, String reason, LocalDate effectiveOn) {
    Absence found = absences.require(id);
    members.hold(found.memberId);
    Absence absence = absences.hold(id);
    offices.requireSight(absence);
    preconditions.requireVersion(absence.version);
    UUID host = absence.requireHost();
    audit.write("convert", RECORD, id);
    return transfers.request(new NewTransfer(absence.memberId, host, reason, effectiveOn));
  }

  /** The absence, for its home. */
  private Absence homes(UUID id) {
    members.hold(absences.require(id).memberId);
    Absence absence = absences.hold(id);
    offices.requireHome(absence);
    return absence;
  }

  private LocalDate pastOrToday(String field, LocalDate day) {
    if (day.isAfter(clock.today())) {
      throw Problem.violation(field, "in-the-future");
    }
    return day;
  }

  private void requireActive(UUID hostId) {
    if (hostId != null) {
      organizations.requireActive("hostId", hostId);
    }
  }

  private void tell(MobileEvent event, Absence absence, LocalDate on, String action) {
    outbox.append(event, on);
    audit.write(action, RECORD, absence.id);
  }
}
