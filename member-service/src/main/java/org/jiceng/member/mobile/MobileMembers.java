package org.jiceng.member.mobile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.member.membership.AffiliationCorrected;
import org.jiceng.member.membership.MemberAffiliated;
import org.jiceng.member.membership.Members;
import org.jiceng.member.membership.MembershipOver;
import org.jiceng.member.mobile.MobileMember.Told;

/**
 * Keeps what home and host have said about one person together. Whoever calls holds the member, so
 * that of two reports at once the second sees the first.
 */
@ApplicationScoped
class MobileMembers {
  // What no command could see: an ID number that was put right, a roster taken in by file.
  private static final String UNSETTLED =
      """
      select a.member_id
        from absence a
        join member m on m.member_id = a.member_id and m.ended_on is null
        join mobile_registration r on r.id_index = m.id_index and r.ended_on is null
       where a.state = 'CONFIRMED' and a.registration_id is null and r.host_id <> a.home_id
      union
      select m.member_id
        from mobile_registration r
        join member m on m.id_index = r.id_index and m.ended_on is null
                     and m.organization_id = r.host_id
       where r.ended_on is null
       order by 1 limit 100""";

  private final Absences absences;
  private final MobileRegistrations registrations;
  private final Members members;
  private final Database database;
  private final Outbox outbox;
  private final Audit audit;

  MobileMembers(
      Absences absences,
      MobileRegistrations registrations,
      Members members,
      Database database,
      Outbox outbox,
      Audit audit) {
    this.absences = absences;
    this.registrations = registrations;
    this.members = members;
    this.database = database;
    this.outbox = outbox;
    this.audit = audit;
  }

  /** Both offices know of each other from now on, if both have reported the member. */
  void match(UUID memberId) {
    MobileMember pair = pair(memberId);
    pair.match()
        .ifPresent(
            matched -> {
              tell(pair, List.of(matched));
              audit.write("match", AbsenceDesk.RECORD, pair.absence().id);
            });
  }

  /** The member's hosting has ended; the absence goes on without. */
  void unmatch(UUID memberId) {
    absences
        .holdOpenOf(memberId)
        .ifPresent(
            absence -> {
              new MobileMember(absence, null).unmatch();
              absences.keep(absence);
            });
  }

  void affiliated(@Observes MemberAffiliated moved) {
    MobileMember pair = pair(moved.memberId());
    tell(pair, pair.affiliated(moved.memberId(), moved.organizationId(), moved.on()));
  }

  void corrected(@Observes AffiliationCorrected corrected) {
    settle(corrected.memberId());
  }

  void over(@Observes MembershipOver over) {
    MobileMember pair = pair(over.memberId());
    tell(pair, pair.over(over.on()));
  }

  /** Members whose two records do not fit each other yet; a hundred at most. */
  List<UUID> unsettled() {
    return database.list(UNSETTLED, row -> row.getObject(1, UUID.class));
  }

  /** Makes them fit. */
  void settle(UUID memberId) {
    MemberAffiliated stands = MemberAffiliated.of(members.hold(memberId));
    MobileMember pair = pair(memberId);
    tell(pair, pair.settled(stands.organizationId(), stands.on()));
  }

  private MobileMember pair(UUID memberId) {
    return new MobileMember(
        absences.holdOpenOf(memberId).orElse(null),
        registrations.holdOpenOf(memberId).orElse(null));
  }

  private void tell(MobileMember pair, List<Told> told) {
    if (pair.absence() != null) {
      absences.keep(pair.absence());
    }
    if (pair.hosting() != null) {
      registrations.keep(pair.hosting());
    }
    told.forEach(one -> outbox.append(one.event(), one.on()));
  }
}
