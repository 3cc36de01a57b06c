package org.jiceng.member.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.kit.problem.Problem;
import org.jiceng.member.database.Database;
import org.jiceng.member.database.DatabaseRefusal;

/** The transfers there are, and were. */
@ApplicationScoped
class Transfers {
  private static final String BY_ID = "select * from transfer where transfer_id = ?";

  private static final String OPEN_OF_MEMBER =
      """
      select * from transfer where member_id = ? and state in ('REQUESTED', 'APPROVED')
         for no key update""";

  private static final String DUE_AFTER =
      """
      select * from transfer
       where state = 'APPROVED' and valid_until < ? and transfer_id > ?
       order by transfer_id limit 100""";

  // The index transfer_one_open decides which of two requests comes first.
  private static final String INSERT =
      """
      insert into transfer (transfer_id, member_id, source_id, destination_id, state, requested_on,
                            reason, version)
      values (?, ?, ?, ?, ?, ?, ?, 0)
      on conflict (member_id) where state in ('REQUESTED', 'APPROVED') do nothing""";

  private static final String APPROVE =
      """
      update transfer set state = ?, approved_on = ?, valid_until = ?, version = ?,
             issuer_id = source_id,
             letter_number = coalesce(?, ? || lpad(nextval('letter_number')::text, 7, '0'))
       where transfer_id = ?
      returning letter_number""";

  private static final String CLOSE =
      """
      update transfer set state = ?, closed_on = ?, reason_code = ?, version = ?
       where transfer_id = ?""";

  private final Database database;

  Transfers(Database database) {
    this.database = database;
  }

  Transfer require(UUID id) {
    return database.first(BY_ID, Transfers::transfer, id).orElseThrow(Problem::notFound);
  }

  /** The transfer, which is this transaction's to change until it ends; or 404. */
  Transfer hold(UUID id) {
    return database
        .first(BY_ID + " for no key update", Transfers::transfer, id)
        .orElseThrow(Problem::notFound);
  }

  /** As {@link #hold}; empty where another has it, or it is gone from that state. */
  Optional<Transfer> holdDue(UUID id, LocalDate today) {
    return database.first(
        BY_ID + " and state = 'APPROVED' and valid_until < ? for no key update skip locked",
        Transfers::transfer,
        id,
        today);
  }

  Optional<Transfer> holdOpenOf(UUID memberId) {
    return database.first(OPEN_OF_MEMBER, Transfers::transfer, memberId);
  }

  /** Whose letters have run out; the next hundred after an id. */
  List<UUID> dueAfter(LocalDate today, UUID after) {
    return database.list(DUE_AFTER, row -> row.getObject("transfer_id", UUID.class), today, after);
  }

  /** A new transfer; 409 when the member has another open one. */
  void add(Transfer added) {
    int inserted =
        database.change(
            INSERT,
            added.id,
            added.memberId,
            added.sourceId,
            added.destinationId,
            added.state,
            added.requestedOn,
            added.reason);
    if (inserted == 0) {
      throw new Problem(TransferProblems.ALREADY_OPEN).at("memberId");
    }
  }

  /** Keeps the approval and draws the letter's number where none was given. */
  void keepApproval(Transfer approved) {
    Letter letter = approved.letter;
    try {
      approved.letter =
          database
              .first(
                  APPROVE,
                  row -> new Letter(row.getString(1), letter.issuedOn(), letter.validUntil()),
                  approved.state,
                  letter.issuedOn(),
                  letter.validUntil(),
                  approved.version,
                  letter.number(),
                  "JC" + letter.issuedOn().getYear() + "-",
                  approved.id)
              .orElseThrow();
    } catch (DatabaseRefusal e) {
      if (e.breaks("transfer_letter")) {
        throw new Problem(TransferProblems.LETTER_NUMBER_TAKEN).at("letterNumber");
      }
      throw e;
    }
  }

  void keepEnd(Transfer closed) {
    database.change(
        CLOSE, closed.state, closed.closedOn, closed.reasonCode, closed.version, closed.id);
  }

  static Transfer transfer(ResultSet row) throws SQLException {
    Transfer transfer =
        new Transfer(
            row.getObject("transfer_id", UUID.class),
            row.getObject("member_id", UUID.class),
            row.getObject("source_id", UUID.class),
            row.getObject("destination_id", UUID.class),
            row.getObject("requested_on", LocalDate.class));
    transfer.state = TransferState.valueOf(row.getString("state"));
    transfer.letter = letter(row);
    transfer.closedOn = row.getObject("closed_on", LocalDate.class);
    transfer.reasonCode = row.getString("reason_code");
    transfer.reason = row.getBytes("reason");
    transfer.version = row.getLong("version");
    return transfer;
  }

  private static Letter letter(ResultSet row) throws SQLException {
    String number = row.getString("letter_number");
    return number == null
        ? null
        : new Letter(
            number,
            row.getObject("approved_on", LocalDate.class),
            row.getObject("valid_until", LocalDate.class));
  }
}
