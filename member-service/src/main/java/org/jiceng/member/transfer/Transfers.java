package org.jiceng.member.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.events.TransferDirection;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.database.DatabaseRefusal;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;

/** The transfers there are, and were. */
@ApplicationScoped
class Transfers {
  private static final String BY_ID = "select * from transfer where transfer_id = ?";

  private static final String OPEN_OF_MEMBER =
      """
      select * from transfer where member_id = ? and state in ('REQUESTED', 'APPROVED', 'RETURNED')
         for no key update""";

  private static final String OVERDUE_AFTER =
      """
      select transfer_id from transfer
       where act_until < ? and transfer_id > ?
       order by transfer_id limit 100""";

  // The index transfer_one_open decides which of two requests comes first.
  private static final String INSERT =
      """
      insert into transfer (transfer_id, direction, member_id, source_id, destination_id, state,
                            requested_on, waiting_since, act_until, due_on, escalate_on,
                            letter_number, approved_on, valid_until, reason, elsewhere, peer, issue,
                            version)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
      on conflict (member_id) where state in ('REQUESTED', 'APPROVED', 'RETURNED') do nothing""";

  private static final String APPROVE =
      """
      update transfer set state = ?, waiting_since = ?, act_until = ?, due_on = ?, escalate_on = ?,
             reminded_on = null, escalated_on = null, approved_on = ?, valid_until = ?,
             version = ?, issue = ?, closed_on = null, reason_code = null, issuer_id = source_id,
             letter_number = coalesce(?, ? || lpad(nextval('letter_number')::text, 7, '0'))
       where transfer_id = ?
      returning letter_number""";

  private static final String CLOSE =
      """
      update transfer set state = ?, waiting_since = ?, act_until = ?, due_on = ?, escalate_on = ?,
             reminded_on = null, escalated_on = null, closed_on = ?, acknowledged_on = ?,
             reason_code = ?, release_asked_on = ?, version = ?
       where transfer_id = ?""";

  private static final String RENEW =
      """
      update transfer set state = ?, waiting_since = ?, act_until = ?, due_on = ?, escalate_on = ?,
             reminded_on = null, escalated_on = null, letter_number = ?,
             approved_on = ?, valid_until = ?, issue = ?, reason_code = null,
             release_asked_on = null, version = ?
       where transfer_id = ?""";

  private static final String FORGET = "delete from incoming_person where transfer_id = ?";

  private final Database database;
  private final TransferPolicy policy;
  private final BusinessClock clock;

  Transfers(Database database, TransferPolicy policy, BusinessClock clock) {
    this.database = database;
    this.policy = policy;
    this.clock = clock;
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

  /** As {@link #hold}; empty where another has it just now. */
  Optional<Transfer> holdIfFree(UUID id) {
    return database.first(BY_ID + " for no key update skip locked", Transfers::transfer, id);
  }

  Optional<Transfer> holdOpenOf(UUID memberId) {
    return database.first(OPEN_OF_MEMBER, Transfers::transfer, memberId);
  }

  /** On which nobody may act any more; the next hundred after an id. */
  List<UUID> overdueAfter(LocalDate today, UUID after) {
    return database.list(
        OVERDUE_AFTER, row -> row.getObject("transfer_id", UUID.class), today, after);
  }

  /** A new transfer; 409 when the member has another open one. */
  void add(Transfer added) {
    Letter letter = added.letter;
    startClocks(added);
    int inserted =
        database.change(
            INSERT,
            added.id,
            added.direction,
            added.memberId,
            added.sourceId,
            added.destinationId,
            added.state,
            added.requestedOn,
            added.waitingSince,
            added.actUntil,
            added.deadlines.dueOn(),
            added.deadlines.escalateOn(),
            letter == null ? null : letter.number(),
            letter == null ? null : letter.issuedOn(),
            letter == null ? null : letter.validUntil(),
            added.reason,
            added.elsewhere,
            added.peer,
            added.issue);
    if (inserted == 0) {
      throw new Problem(TransferProblems.ALREADY_OPEN).at("memberId");
    }
  }

  /** Keeps the approval and draws the letter's number where none was given. */
  void keepApproval(Transfer approved) {
    Letter letter = approved.letter;
    startClocks(approved);
    try {
      approved.letter =
          database
              .first(
                  APPROVE,
                  row -> new Letter(row.getString(1), letter.issuedOn(), letter.validUntil()),
                  approved.state,
                  approved.waitingSince,
                  approved.actUntil,
                  approved.deadlines.dueOn(),
                  approved.deadlines.escalateOn(),
                  letter.issuedOn(),
                  letter.validUntil(),
                  approved.version,
                  approved.issue,
                  letter.number(),
                  Letter.prefix(letter.issuedOn()),
                  approved.id)
              .orElseThrow();
    } catch (DatabaseRefusal e) {
      if (e.breaks("transfer_letter")) {
        throw new Problem(TransferProblems.LETTER_NUMBER_TAKEN).at("letterNumber");
      }
      if (e.breaks("transfer_one_open")) {
        throw new Problem(TransferProblems.ALREADY_OPEN);
      }
      throw e;
    }
  }

  /** Keeps any other step; whoever was on the way in is forgotten when it is over. */
  void keep(Transfer changed) {
    startClocks(changed);
    database.change(
        CLOSE,
        changed.state,
        changed.waitingSince,
        changed.actUntil,
        changed.deadlines.dueOn(),
        changed.deadlines.escalateOn(),
        changed.closedOn,
        changed.acknowledgedOn,
        changed.reasonCode,
        changed.releaseAskedOn,
        changed.version,
        changed.id);
    if (changed.direction == TransferDirection.IN && !changed.state.isOpen()) {
      database.change(FORGET, changed.id);
    }
  }

  /** Keeps the letter that another district has issued anew. */
  void keepRenewal(Transfer renewed) {
    startClocks(renewed);
    database.change(
        RENEW,
        renewed.state,
        renewed.waitingSince,
        renewed.actUntil,
        renewed.deadlines.dueOn(),
        renewed.deadlines.escalateOn(),
        renewed.letter.number(),
        renewed.letter.issuedOn(),
        renewed.letter.validUntil(),
        renewed.issue,
        renewed.version,
        renewed.id);
  }

  /** Whoever enters a state waits from today on, however far back the fact is dated. */
  private void startClocks(Transfer entering) {
    entering.deadlines =
        entering.state.isWaiting()
            ? Deadlines.from(clock.today(), entering.actUntil, policy)
            : Deadlines.NONE;
  }

  static Transfer transfer(ResultSet row) throws SQLException {
    Transfer transfer =
        new Transfer(
            row.getObject("transfer_id", UUID.class),
            TransferDirection.valueOf(row.getString("direction")),
            row.getObject("member_id", UUID.class),
            row.getObject("source_id", UUID.class),
            row.getObject("destination_id", UUID.class),
            row.getObject("requested_on", LocalDate.class));
    transfer.state = TransferState.valueOf(row.getString("state"));
    transfer.waitingSince = row.getObject("waiting_since", LocalDate.class);
    transfer.actUntil = row.getObject("act_until", LocalDate.class);
    transfer.deadlines = transfer.state.isWaiting() ? Deadlines.of(row) : Deadlines.NONE;
    transfer.letter = letter(row);
    transfer.closedOn = row.getObject("closed_on", LocalDate.class);
    transfer.acknowledgedOn = row.getObject("acknowledged_on", LocalDate.class);
    transfer.reasonCode = row.getString("reason_code");
    transfer.reason = row.getBytes("reason");
    transfer.elsewhere = row.getBytes("elsewhere");
    transfer.batchId = row.getObject("batch_id", UUID.class);
    transfer.peer = row.getString("peer");
    transfer.issue = row.getInt("issue");
    transfer.releaseAskedOn = row.getObject("release_asked_on", LocalDate.class);
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
