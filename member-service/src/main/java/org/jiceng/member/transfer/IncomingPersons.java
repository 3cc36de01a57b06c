package org.jiceng.member.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.MembershipStatus;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;
import org.jiceng.member.membership.Discretion;
import org.jiceng.member.membership.Profile;
import org.jiceng.member.person.SealedPerson;

/** Who is on the way in from other districts; forgotten as soon as the transfer is over. */
@ApplicationScoped
class IncomingPersons {
  // The index incoming_once decides which of two announcements comes first.
  private static final String INSERT =
      """
      insert into incoming_person (transfer_id, id_index, id_number, name, phone, sex, ethnicity,
                                   education, birth_year, status, joined_on)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (id_index) do nothing""";

  private static final String ANNOUNCED =
      """
      select t.transfer_id, t.destination_id
        from incoming_person p join transfer t using (transfer_id) where p.id_index = ?""";

  private static final String PERSON = "idNumber";

  private final Database database;
  private final Discretion discretion;

  IncomingPersons(Database database, Discretion discretion) {
    this.database = database;
    this.discretion = discretion;
  }

  /** Someone new; 409 when already announced. */
  void add(UUID transferId, IncomingPerson added) {
    SealedPerson person = added.person();
    Profile profile = added.profile();
    int inserted =
        database.change(
            INSERT,
            transferId,
            person.idIndex(),
            person.idNumber(),
            person.name(),
            person.phone(),
            profile.sex(),
            profile.ethnicity(),
            profile.education(),
            profile.birthYear(),
            added.status(),
            added.joinedOn());
    if (inserted == 0) {
      throw announced(person);
    }
  }

  private Problem announced(SealedPerson person) {
    Problem reason = new Problem(TransferProblems.ALREADY_ANNOUNCED).at(PERSON);
    return database
        .first(ANNOUNCED, Announced::of, person.idIndex())
        .map(a -> discretion.about(reason, PERSON, "transfer", a.transferId, a.destinationId))
        .orElse(reason);
  }

  private record Announced(UUID transferId, UUID destinationId) {
    static Announced of(ResultSet row) throws SQLException {
      return new Announced(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
    }
  }

  /** The same one as another letter has it. */
  void replace(UUID transferId, IncomingPerson corrected) {
    database.change("delete from incoming_person where transfer_id = ?", transferId);
    add(transferId, corrected);
  }

  /** Who comes by a transfer; 409 when it is over and they are forgotten. */
  IncomingPerson require(Transfer transfer) {
    return database
        .first(
            "select * from incoming_person where transfer_id = ?",
            IncomingPersons::person,
            transfer.id)
        .orElseThrow(
            () ->
                new Problem(TransferProblems.OTHER_STATE, transfer.state, TransferState.APPROVED));
  }

  private static IncomingPerson person(ResultSet row) throws SQLException {
    return new IncomingPerson(
        SealedPerson.of(row),
        Profile.of(row),
        MembershipStatus.valueOf(row.getString("status")),
        row.getObject("joined_on", LocalDate.class));
  }
}
