package org.jiceng.activity.own;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.ActivityKind;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The activities that the calling member may come to. */
@ApplicationScoped
class OwnActivities {
  // Whatever is held by my organisation, by whoever hosts me, or by one above either. What those
  // lead is found by its day: they have led more in years than anybody wants to see.
  private static final String PAGE =
      """
      with here as (
        select organization_id from member_stay
         where member_id = ? and valid_from <= ? and (valid_to is null or valid_to > ?)
        union
        select host_id from hosted_person
         where member_id = ? and hosted_on <= ? and (ended_on is null or ended_on > ?)),
      holder as (
        select distinct a.organization_id
          from here join organization_node o using (organization_id)
          join organization_node a on a.path @> o.path),
      mine as (
        select v.activity_id from holder join activity v using (organization_id)
         where v.held_on >= ?
        union
        select h.activity_id from holder join activity_holder h using (organization_id)
         where h.position > 0)
      select v.*, l.name as organization_name, s.sign_up_id, s.state = 'WAITING' as waiting,
             v.sign_up_limit - (select count(*) from sign_up t
                                 where t.activity_id = v.activity_id and t.state = 'SIGNED_UP')
               as places,
             exists (select 1 from attendance a
                      where a.activity_id = v.activity_id and a.member_id = ?
                        and a.revoked_on is null) as attended
        from mine join activity v using (activity_id)
        left join organization_node l on l.organization_id = v.organization_id
        left join sign_up s on s.activity_id = v.activity_id and s.member_id = ?
                           and s.state <> 'WITHDRAWN'
       where v.held_on >= ? and v.ends_at > ? and v.state in ('PLANNED', 'HELD')
         and (?::timestamptz is null or (v.starts_at, v.activity_id) > (?::timestamptz, ?::uuid))
       order by v.starts_at, v.activity_id limit ?""";

  private static final int LONGEST_DAYS = 31;

  private final Database database;
  private final Caller caller;
  private final Audit audit;
  private final BusinessClock clock;

  OwnActivities(Database database, Caller caller, Audit audit, BusinessClock clock) {
    this.database = database;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /** Those that are not over, the next first. */
  Page<OwnActivity> page(PageRequest page) {
    UUID me = caller.memberId().orElseThrow(Problem::notFound);
    audit.read("read-own-activities", "member", me);
    LocalDate today = clock.today();
    OffsetDateTime after =
        page.cursor().map(c -> c.instant(0).atOffset(ZoneOffset.UTC)).orElse(null);
    List<OwnActivity> found =
        database.list(
            PAGE,
            OwnActivities::read,
            me,
            today,
            today,
            me,
            today,
            today,
            today.minusDays(LONGEST_DAYS),
            me,
            me,
            today.minusDays(LONGEST_DAYS),
            clock.now().atOffset(ZoneOffset.UTC),
            after,
            after,
            page.cursor().map(c -> c.uuid(1)).orElse(null),
            page.fetchSize());
    return page.page(found, one -> Cursor.of(one.startsAt(), one.id()));
  }

  private static OwnActivity read(ResultSet row) throws SQLException {
    UUID signUp = row.getObject("sign_up_id", UUID.class);
    long places = row.getLong("places");
    boolean unlimited = row.wasNull();
    return new OwnActivity(
        row.getObject("activity_id", UUID.class),
        row.getObject("organization_id", UUID.class),
        row.getString("organization_name"),
        ActivityKind.valueOf(row.getString("kind")),
        row.getString("title"),
        moment(row, "starts_at"),
        moment(row, "ends_at"),
        row.getObject("site_id", UUID.class),
        row.getString("place"),
        unlimited ? null : places,
        moment(row, "sign_up_opens_at"),
        moment(row, "sign_up_closes_at"),
        signUp,
        signUp == null ? null : row.getBoolean("waiting"),
        row.getBoolean("attended"));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
