package org.jiceng.member.succession;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.MemberEvent.TransferCancelled;
import org.jiceng.events.MemberEvent.TransferEvent;
import org.jiceng.events.MemberEvent.TransferRedirected;
import org.jiceng.events.TransferDirection;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.outbox.Outbox;

/**
 * An open transfer starts where its member is and leads to where its destination went; when both
 * have become one organisation there is nothing left to transfer. The letter stays good.
 */
@ApplicationScoped
class MovingTransfers {
  private static final String REDIRECT =
      """
      with due as (
        select t.transfer_id, coalesce(m.organization_id, t.source_id) as source,
               coalesce(h.heir_id, t.destination_id) as destination
          from transfer t
          left join member m on m.member_id = t.member_id and t.direction <> 'IN'
          left join succession h on h.organization_id = t.destination_id
                                and h.heir_id is not null and h.reorganization_id = ?
         where t.state in ('REQUESTED', 'APPROVED', 'RETURNED')
           and (h.organization_id is not null
             or (m.organization_id <> t.source_id
                 and t.source_id in (select organization_id from succession
                                      where reorganization_id = ?)))
         order by t.transfer_id
           for no key update of t)
      update transfer t
         set source_id = case when due.source = due.destination then t.source_id
                              else due.source end,
             destination_id = case when due.source = due.destination then t.destination_id
                                   else due.destination end,
             state = case when due.source = due.destination then 'CANCELLED' else t.state end,
             closed_on = case when due.source = due.destination
                              then greatest(r.effective_on, t.requested_on, t.approved_on) end,
             reason_code = case when due.source = due.destination then 'REORGANIZED' end,
             act_until = case when due.source = due.destination then null else t.act_until end,
             version = t.version + 1
        from due, reorganization r
       where t.transfer_id = due.transfer_id and r.reorganization_id = ?
      returning t.transfer_id, t.member_id, t.source_id, t.destination_id,
                coalesce(t.closed_on, greatest(r.effective_on, t.requested_on, t.approved_on)),
                t.closed_on is not null, t.direction""";

  private final Database database;
  private final Outbox outbox;
  private final Audit audit;

  MovingTransfers(Database database, Outbox outbox, Audit audit) {
    this.database = database;
    this.outbox = outbox;
    this.audit = audit;
  }

  private record Turned(
      UUID transfer,
      UUID member,
      UUID source,
      UUID destination,
      LocalDate on,
      boolean over,
      boolean within) {
    static Turned of(ResultSet row) throws SQLException {
      return new Turned(
          row.getObject(1, UUID.class),
          row.getObject(2, UUID.class),
          row.getObject(3, UUID.class),
          row.getObject(4, UUID.class),
          row.getObject(5, LocalDate.class),
          row.getBoolean(6),
          TransferDirection.WITHIN.name().equals(row.getString(7)));
    }

    TransferEvent event(UUID reorganizationId) {
      return over
          ? new TransferCancelled(transfer, member, source, destination)
          : new TransferRedirected(transfer, member, reorganizationId, source, destination);
    }
  }

  long redirect(UUID reorganizationId) {
    List<Turned> turned =
        database.list(REDIRECT, Turned::of, reorganizationId, reorganizationId, reorganizationId);
    // A transfer with an end elsewhere tells of its end here when the member crosses the border.
    turned.stream()
        .filter(Turned::within)
        .forEach(one -> outbox.append(one.event(reorganizationId), one.on()));
    audit.writeAll("redirect", "transfer", turned.stream().map(Turned::transfer).toList());
    return turned.size();
  }
}
