package org.jiceng.member.mobile;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;

/** The absences there are, and were, with their contacts. */
@ApplicationScoped
class Absences {
  private static final String BY_ID = "select * from absence where absence_id = ?";

  private static final String OPEN_OF_MEMBER =
      """
      select * from absence where member_id = ? and state in ('REPORTED_BY_MEMBER', 'CONFIRMED')
         for no key update""";

  private static final String EARLIER_END =
      "select max(ended_on) from absence where member_id = ? and state = 'ENDED'";

  // The index absence_one_open decides which of two reports comes first.
  private static final String INSERT =
      """
      insert into absence (absence_id, member_id, home_id, state, away_since, reported_on,
                           reason_code, whereabouts, host_id, mobile_from, transfer_from, first_due,
                           contact_due, version)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
      on conflict (member_id) where state in ('REPORTED_BY_MEMBER', 'CONFIRMED') do nothing""";

  private static final String KEEP =
      """
      update absence set state = ?, host_id = ?, registration_id = ?, contacted_on = ?,
             contact_due = ?, ended_on = ?, end_reason = ?, version = ?
       where absence_id = ?""";

  private static final String CONTACT =
      """
      insert into absence_contact (contact_id, absence_id, contacted_on, means, due_on)
      values (?, ?, ?, ?, ?)""";

  private static final String CONTACTS =
      """
      select contacted_on, means from absence_contact
       where absence_id = ? order by contacted_on, contact_id""";

  private final Database database;

  Absences(Database database) {
    this.database = database;
  }

  /** When a member who is away was contacted, and how. */
  public record Contact(LocalDate on, ContactMeans how) {}

  Absence require(UUID id) {
    return database.first(BY_ID, Absences::absence, id).orElseThrow(Problem::notFound);
  }

  /** The absence, which is this transaction's to change until it ends; or 404. */
  Absence hold(UUID id) {
    return database
        .first(BY_ID + " for no key update", Absences::absence, id)
        .orElseThrow(Problem::notFound);
  }

  /** The member's open one, if there is one, which is this transaction's to change. */
  Optional<Absence> holdOpenOf(UUID memberId) {
    return database.first(OPEN_OF_MEMBER, Absences::absence, memberId);
  }

  /** Refuses a day before the end of an earlier absence (422). */
  void requireNotAway(UUID memberId, LocalDate since) {
    LocalDate end =
        database.list(EARLIER_END, row -> row.getObject(1, LocalDate.class), memberId).get(0);
    if (end != null && since.isBefore(end)) {
      throw Problem.violation("since", "before-earlier-end", end);
    }
  }

  /** A new absence; 409 when the member has another open one. */
  void add(Absence added) {
    int inserted =
        database.change(
            INSERT,
            added.id,
            added.memberId,
            added.homeId,
            added.state,
            added.since,
            added.reportedOn,
            added.reasonCode,
            added.whereabouts,
            added.hostId,
            added.mobileFrom,
            added.transferFrom,
            added.firstDue,
            added.contactDue);
    if (inserted == 0) {
      throw new Problem(MobileProblems.ALREADY_AWAY).at("memberId");
    }
  }

  /** Keeps what has changed about it. */
  void keep(Absence changed) {
    database.change(
        KEEP,
        changed.state,
        changed.hostId,
        changed.registrationId,
        changed.contactedOn,
        changed.contactDue,
        changed.endedOn,
        changed.endReason,
        changed.version,
        changed.id);
  }

  /** One more contact, and until when the next is due after it. */
  void addContact(UUID id, LocalDate on, ContactMeans means, LocalDate due) {
    database.change(CONTACT, UuidCreator.getTimeOrderedEpoch(), id, on, means, due);
  }

  /** All contacts, from the first on. */
  List<Contact> contacts(UUID id) {
    return database.list(
        CONTACTS,
        row ->
            new Contact(row.getObject(1, LocalDate.class), ContactMeans.valueOf(row.getString(2))),
        id);
  }

  static Absence absence(ResultSet row) throws SQLException {
    Absence absence =
        new Absence(
            row.getObject("absence_id", UUID.class),
            row.getObject("member_id", UUID.class),
            row.getObject("home_id", UUID.class),
            row.getObject("away_since", LocalDate.class),
            row.getObject("reported_on", LocalDate.class),
            AbsenceState.valueOf(row.getString("state")));
    absence.reasonCode = row.getString("reason_code");
    absence.whereabouts = row.getBytes("whereabouts");
    absence.hostId = row.getObject("host_id", UUID.class);
    absence.registrationId = row.getObject("registration_id", UUID.class);
    absence.mobileFrom = row.getObject("mobile_from", LocalDate.class);
    absence.transferFrom = row.getObject("transfer_from", LocalDate.class);
    absence.firstDue = row.getObject("first_due", LocalDate.class);
    absence.contactedOn = row.getObject("contacted_on", LocalDate.class);
    absence.contactDue = row.getObject("contact_due", LocalDate.class);
    absence.endedOn = row.getObject("ended_on", LocalDate.class);
    absence.endReason = row.getString("end_reason");
    absence.version = row.getLong("version");
    return absence;
  }
}
