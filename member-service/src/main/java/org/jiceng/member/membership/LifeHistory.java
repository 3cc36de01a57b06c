package org.jiceng.member.membership;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.time.BusinessClock;

/**
 * What was ever recorded of members. It is what was told: events are kept for ever, so there is no
 * second account that could differ.
 */
@ApplicationScoped
class LifeHistory {
  // Whoever caused an event left an audit record of the same request.
  private static final String OF_MEMBER =
      """
      select what, effective_on, recorded_at, recorded_by, data from (
        select regexp_replace(o.type, '^org\\.jiceng\\.member\\.(.*)\\.v[0-9]+$', '\\1') as what,
               o.effective_on, o.recorded_at, o.payload::text as data, o.sequence as place, 0 as nth,
               (select a.who from audit_log a
                 where a.record_type in ('member', 'transfer')
                   and a.record_id in (o.partition_key, o.aggregateid)
                   and a.correlation_id = o.correlation_id and a.action <> 'read'
                 order by abs(extract(epoch from a.at - o.recorded_at)), a.seq
                 limit 1) as recorded_by
          from outbox o where o.partition_key = ?
        union all
        select 'correction', null, recorded_at,
               jsonb_strip_nulls(jsonb_build_object(
                 'reasonCode', reason_code, 'wrongJoinedOn', wrong_joined_on,
                 'joinedOn', right_joined_on))::text,
               after_event, 1, recorded_by
          from correction where member_id = ?) life
       order by place, nth""";

  private static final String ADMITTED =
      """
      select effective_on from outbox
       where partition_key = ? and type = 'org.jiceng.member.member-admitted.v1'
       order by sequence limit 1""";

  private static final String CORRECT =
      """
      insert into correction (correction_id, member_id, reason_code, recorded_at, recorded_by,
                              wrong_joined_on, right_joined_on, after_event)
      select ?, ?, ?, ?, ?, ?, ?, coalesce(max(sequence), 0) from outbox where partition_key = ?""";

  private static final int LONGEST_SUBJECT = 255;

  private final Database database;
  private final Caller caller;
  private final BusinessClock clock;

  LifeHistory(Database database, Caller caller, BusinessClock clock) {
    this.database = database;
    this.caller = caller;
    this.clock = clock;
  }

  List<LifeEntry> of(UUID memberId) {
    return database.list(OF_MEMBER, LifeEntry::of, memberId.toString(), memberId);
  }

  /** From which day on the member was told to be one. */
  LocalDate admittedOn(UUID memberId) {
    return database
        .first(ADMITTED, row -> row.getObject(1, LocalDate.class), memberId.toString())
        .orElseThrow();
  }

  /** Why the events that follow put right what was recorded before. */
  void correct(UUID memberId, String reasonCode) {
    correct(memberId, reasonCode, null, null);
  }

  /** The same, where the day of joining is put right too. */
  void correct(UUID memberId, String reasonCode, LocalDate wrongJoinedOn, LocalDate joinedOn) {
    String subject = caller.subject();
    database.change(
        CORRECT,
        UuidCreator.getTimeOrderedEpoch(),
        memberId,
        reasonCode,
        clock.now().atOffset(ZoneOffset.UTC),
        subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT)),
        wrongJoinedOn,
        joinedOn,
        memberId.toString());
  }
}
