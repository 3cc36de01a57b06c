package org.jiceng.member.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.database.Database;

/**
 * Every place of this service's tables where something identifies a person or may tell of one. A
 * place that is added elsewhere is added here; the test of erasure walks all tables for it.
 */
@ApplicationScoped
class Traces {
  // Second records of the person, and second records of these.
  private static final String RECORDS =
      """
      with recursive mine as (
        select member_id from member where member_id = ?
        union
        select d.member_id from member d join mine on d.merged_into = mine.member_id)
      select m.member_id from member m join mine using (member_id)
       where m.erased_on is null
       order by m.member_id""";

  private static final String HOLD =
      "select 1 from member where member_id = any (?) order by member_id for no key update";

  // Before the members, by whose digest they are found. Whom another record still knows stays
  // known.
  private static final String HOSTINGS =
      """
      update mobile_registration r
         set id_index = null, id_number = null, name = null, phone = null, home_description = null,
             erased_on = ?, version = version + 1
       where r.erased_on is null
         and r.registration_id in
             (select registration_id from mobile_registration where member_id = any (?)
              union
              select o.registration_id
                from member m join mobile_registration o on o.id_index = m.id_index
               where m.member_id = any (?) and o.member_id is null and o.ended_on is not null
                 and not exists (select from member other
                                  where other.id_index = m.id_index
                                    and other.member_id <> all (?)))
      returning registration_id""";

  private static final String TRANSFERS =
      """
      update transfer set reason = null, elsewhere = null, version = version + 1
       where member_id = any (?) and (reason is not null or elsewhere is not null)
      returning transfer_id""";

  private static final String BATCHES =
      """
      update transfer_batch set reason = null
       where reason is not null
         and batch_id in (select batch_id from transfer where member_id = any (?)
                          union
                          select batch_id from transfer_batch_skip where member_id = any (?))""";

  private static final String ABSENCES =
      """
      update absence set whereabouts = null, version = version + 1
       where member_id = any (?) and whereabouts is not null
      returning absence_id""";

  private static final String ARRIVALS =
      """
      delete from incoming_person
       where transfer_id in (select transfer_id from transfer where member_id = any (?))""";

  // Only an offer tells of a person; what else waits about the transfer still has to be heard.
  private static final String OFFERS =
      """
      update exchange_message set state = 'OBSOLETE', body = null, settled_at = ?
       where kind = 'OFFER' and state in ('WAITING', 'DEAD')
         and transfer_id in (select transfer_id from transfer where member_id = any (?))""";

  private static final String MEMBERS =
      """
      update member
         set id_index = null, id_number = null, name = null, phone = null, name_index = null,
             erased_on = ?, erasure_reason = ?, version = version + 1
       where member_id = any (?)""";

  private final Database database;

  Traces(Database database) {
    this.database = database;
  }

  /** What was touched beside the members, by its ids. */
  record Touched(List<UUID> hostings, List<UUID> transfers, List<UUID> absences) {}

  /** The record and the second records of the same person, which are this transaction's now. */
  List<UUID> hold(UUID memberId) {
    List<UUID> held;
    List<UUID> records = database.list(RECORDS, Traces::id, memberId);
    do { // until none was merged while we waited
      held = records;
      database.list(HOLD, row -> 1, held);
      records = database.list(RECORDS, Traces::id, memberId);
    } while (!held.containsAll(records));
    return records;
  }

  /** Nothing tells any more who these members were. */
  Touched erase(Collection<UUID> members, String reasonCode, LocalDate on, Instant now) {
    Touched touched =
        new Touched(
            database.list(HOSTINGS, Traces::id, on, members, members, members),
            database.list(TRANSFERS, Traces::id, members),
            database.list(ABSENCES, Traces::id, members));
    database.change(BATCHES, members, members);
    database.change(ARRIVALS, members);
    database.change(OFFERS, now.atOffset(ZoneOffset.UTC), members);
    database.change(MEMBERS, on, reasonCode, members);
    return touched;
  }

  private static UUID id(ResultSet row) throws SQLException {
    return row.getObject(1, UUID.class);
  }
}
