package org.jiceng.member.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.MemberEvent.TransferReminded;
import org.jiceng.events.Urgency;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.time.BusinessClock;

/** Tells of transfers that wait for too long, each level once for every state that one enters. */
@ApplicationScoped
class Reminders {
  static final String DUE_AFTER =
      """
      select tell_on, transfer_id from transfer
       where tell_on <= ? and (tell_on, transfer_id) > (?, ?)
       order by tell_on, transfer_id limit 200""";

  // Whom another deals with just now need not be reminded; what nobody may act on expires.
  private static final String HOLD =
      """
      select * from transfer
       where transfer_id = any (?) and tell_on <= ? and (act_until is null or act_until >= ?)
       order by transfer_id
         for no key update skip locked""";

  private static final String KEEP =
      """
      update transfer
         set reminded_on = coalesce(reminded_on, case when due_on <= ? then ?::date end),
             escalated_on = coalesce(escalated_on, case when escalate_on <= ? then ?::date end)
       where transfer_id = any (?)""";

  private final Database database;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  Reminders(Database database, Outbox outbox, Audit audit, BusinessClock clock) {
    this.database = database;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** A transfer of which something is to be told, from that day on. */
  record Due(LocalDate on, UUID transferId) {
    static final Due FIRST = new Due(LocalDate.of(1, 1, 1), new UUID(0, 0));
  }

  /** The next two hundred after one. */
  List<Due> dueAfter(Due last) {
    return database.list(
        DUE_AFTER,
        row -> new Due(row.getObject(1, LocalDate.class), row.getObject(2, UUID.class)),
        clock.today(),
        last.on(),
        last.transferId());
  }

  /** Tells of all of these in the current transaction. */
  void tell(List<UUID> ids) {
    LocalDate today = clock.today();
    List<Transfer> due = database.list(HOLD, Transfers::transfer, ids, today, today);
    List<UUID> told = due.stream().map(transfer -> transfer.id).toList();
    database.change(KEEP, today, today, today, today, told);
    due.forEach(transfer -> tell(transfer, today));
    audit.writeAll("remind", "transfer", told);
  }

  private void tell(Transfer transfer, LocalDate today) {
    Deadlines deadlines = transfer.deadlines;
    for (Urgency urgency : deadlines.untold(today)) {
      outbox.append(
          new TransferReminded(
              transfer.id, transfer.memberId, transfer.turn(), urgency, deadlines.dueOn()),
          deadlines.of(urgency));
    }
  }
}
