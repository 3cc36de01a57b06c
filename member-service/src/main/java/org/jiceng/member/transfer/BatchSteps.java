package org.jiceng.member.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.TransferDirection;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.database.DatabaseRefusal;
import org.jiceng.kit.problem.Problem;

/**
 * The steps of all transfers of a batch, each by one statement and by the rules of {@link
 * Transfer}. What another command has taken on is left to it: every transfer takes a step once.
 */
@ApplicationScoped
class BatchSteps {
  private static final String RETURNING =
      " returning t.transfer_id, t.member_id, t.source_id, t.destination_id, t.valid_until";

  private static final String REQUEST =
      """
      insert into transfer as t (transfer_id, direction, member_id, source_id, destination_id,
                                 state, requested_on, waiting_since, act_until, due_on,
                                 escalate_on, reason, batch_id, version)
      select w.transfer_id, 'WITHIN', w.member_id, b.source_id, b.destination_id, 'REQUESTED',
             b.requested_on, b.requested_on, ?, ?, ?, b.reason, b.batch_id, 0
        from transfer_batch b, unnest(?::uuid[], ?::uuid[]) as w (transfer_id, member_id)
       where b.batch_id = ?
      on conflict (member_id) where state in ('REQUESTED', 'APPROVED', 'RETURNED') do nothing"""
          + RETURNING;

  private static final String APPROVE =
      """
      with due as (
        select t.transfer_id
          from transfer t join transfer_batch b using (batch_id)
         where t.batch_id = ? and t.state = 'REQUESTED' and t.source_id = b.source_id
           and t.act_until >= ? and t.requested_on <= ?
         order by t.transfer_id
           for no key update of t)
      update transfer t
         set state = 'APPROVED', waiting_since = ?, act_until = ?, due_on = ?, escalate_on = ?,
             reminded_on = null, escalated_on = null, approved_on = ?, valid_until = ?,
             letter_number = ? || lpad(nextval('letter_number')::text, 7, '0'),
             issuer_id = t.source_id, issue = t.issue + 1, version = t.version + 1
        from due
       where t.transfer_id = due.transfer_id"""
          + RETURNING;

  // Whoever holds both takes the member first.
  private static final String HOLD_MEMBERS =
      """
      select m.member_id from member m join transfer t using (member_id)
       where t.batch_id = ? and t.state = 'APPROVED'
       order by m.member_id
         for no key update of m""";

  // As Members.MOVE, of many: what is closed comes before what is opened, since the insert reads
  // what the updates returned. Each hands on what the next needs: nothing is known of how many rows
  // they return, so that to join two of them would compare each with each.
  private static final String RECEIVE =
      """
      with due as (
        select t.transfer_id, t.member_id, t.destination_id
          from transfer t
          join transfer_batch b using (batch_id)
          join member m on m.member_id = t.member_id
         where t.batch_id = ? and t.state = 'APPROVED' and t.destination_id = b.destination_id
           and t.valid_until >= ? and t.approved_on <= ?
           and m.ended_on is null and m.organization_id = t.source_id
           and m.suspended_on is null and greatest(m.affiliated_on, m.resumed_on) <= ?
         order by t.transfer_id
           for no key update of t),
      left_source as (
        update affiliation a set valid_to = ? from due
         where a.member_id = due.member_id and a.valid_to is null
        returning a.member_id, a.valid_to, due.transfer_id, due.destination_id),
      moved as (
        update member m
           set organization_id = l.destination_id, affiliated_on = l.valid_to,
               version = m.version + 1
          from left_source l
         where m.member_id = l.member_id
        returning m.member_id, m.organization_id, m.affiliated_on, l.transfer_id),
      arrived as (
        insert into affiliation (member_id, organization_id, valid_from)
        select member_id, organization_id, affiliated_on from moved)
      update transfer t
         set state = 'COMPLETED', waiting_since = ?, act_until = null, due_on = ?, escalate_on = ?,
             reminded_on = null, escalated_on = null, closed_on = ?, version = t.version + 1
        from moved
       where t.transfer_id = moved.transfer_id"""
          + RETURNING;

  private final Database database;
  private final TransferPolicy policy;

  BatchSteps(Database database, TransferPolicy policy) {
    this.database = database;
    this.policy = policy;
  }

  /** Transfers of these members; whoever is in another one by now has none. */
  List<Transfer> request(Batch batch, List<UUID> ids, List<UUID> members, LocalDate today) {
    LocalDate until = policy.decideUntil(today);
    Deadlines deadlines = Deadlines.from(today, until, policy);
    return database.list(
        REQUEST,
        row -> transfer(row, batch.requestedOn()),
        until,
        deadlines.dueOn(),
        deadlines.escalateOn(),
        ids,
        members,
        batch.id());
  }

  /** Letters for all who wait for one and may still have it. */
  List<Transfer> approve(Batch batch, LocalDate on, LocalDate today) {
    LocalDate until = policy.validUntil(on);
    Deadlines deadlines = Deadlines.from(today, until, policy);
    try {
      return database.list(
          APPROVE,
          row -> transfer(row, on),
          batch.id(),
          today,
          on,
          on,
          until,
          deadlines.dueOn(),
          deadlines.escalateOn(),
          on,
          until,
          Letter.prefix(on));
    } catch (DatabaseRefusal e) {
      if (e.breaks("transfer_letter")) {
        throw new Problem(TransferProblems.LETTER_NUMBER_TAKEN);
      }
      throw e;
    }
  }

  /** The destination has all whose letters are good. */
  List<Transfer> receive(Batch batch, LocalDate on, LocalDate today) {
    database.list(HOLD_MEMBERS, row -> 1, batch.id());
    Deadlines deadlines = Deadlines.from(today, null, policy);
    return database.list(
        RECEIVE,
        row -> transfer(row, on),
        batch.id(),
        today,
        on,
        on,
        on,
        on,
        deadlines.dueOn(),
        deadlines.escalateOn(),
        on);
  }

  /** As much of a transfer as its events tell. */
  private static Transfer transfer(ResultSet row, LocalDate on) throws SQLException {
    Transfer transfer =
        new Transfer(
            row.getObject("transfer_id", UUID.class),
            TransferDirection.WITHIN,
            row.getObject("member_id", UUID.class),
            row.getObject("source_id", UUID.class),
            row.getObject("destination_id", UUID.class),
            on);
    transfer.letter = new Letter(null, on, row.getObject("valid_until", LocalDate.class));
    return transfer;
  }
}
