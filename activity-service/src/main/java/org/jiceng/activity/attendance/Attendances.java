package org.jiceng.activity.attendance;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiceng.activity.life.Activity;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The attendances there are; those that were revoked are kept and never shown. */
@ApplicationScoped
class Attendances {
  // One attends once: the two unique indexes say so, whoever records it at the same moment.
  private static final String ADD =
      """
      insert into attendance as a (attendance_id, activity_id, organization_id, held_on,
                                   registration_id, member_id, home_id, came_by, scanned_at)
      select w.id, v.activity_id, v.organization_id, v.held_on, w.registration_id, w.member_id,
             w.home_id, ?, ?
        from activity v, unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[])
               as w (id, registration_id, member_id, home_id)
       where v.activity_id = ?
       order by coalesce(w.member_id, w.registration_id)
      on conflict do nothing
      returning a.*""";

  private static final String REVOKE =
      """
      update attendance a set revoked_on = ?, reason_code = ?
       where attendance_id = ? and activity_id = ? and revoked_on is null
      returning a.*""";

  // Each end has an index of its own; whoever is at both ends sees it once. Whoever holds an
  // activity
  // with others sees who came to it, by asking for it.
  private static final String PAGE =
      """
      with mine as (
        select organization_id from organization_node where ?::ltree is null or path <@ ?::ltree)
      select a.* from attendance a
       where a.revoked_on is null
         and (a.organization_id in (select organization_id from mine)
           or a.home_id in (select organization_id from mine)
           or (a.activity_id = ?::uuid
               and exists (select 1 from activity_holder h join mine using (organization_id)
                            where h.activity_id = a.activity_id)))
         and (?::uuid is null or a.activity_id = ?::uuid)
         and (?::uuid is null or a.organization_id = ?::uuid)
         and (?::uuid is null or a.home_id = ?::uuid)
         and (?::uuid is null or a.member_id = ?::uuid)
         and (?::uuid is null or a.registration_id = ?::uuid)
         and (?::boolean is null or (a.registration_id is not null) = ?::boolean)
         and a.held_on between coalesce(?::date, '-infinity') and coalesce(?::date, 'infinity')
         and (?::date is null or (a.held_on, a.attendance_id) > (?::date, ?::uuid))
       order by a.held_on, a.attendance_id limit ?""";

  private static final String COUNT =
      """
      select count(*) as attendances, count(registration_id) as hosted
        from attendance where activity_id = ? and revoked_on is null""";

  private final Database database;

  Attendances(Database database) {
    this.database = database;
  }

  /** Those that are new of all who attended. */
  List<Attendance> add(
      Activity activity, List<WhoMayAttend.Attendee> attendees, CameBy how, Instant scannedAt) {
    return database.list(
        ADD,
        Attendances::attendance,
        how,
        scannedAt == null ? null : scannedAt.atOffset(ZoneOffset.UTC),
        Stream.generate(UuidCreator::getTimeOrderedEpoch).limit(attendees.size()).toList(),
        attendees.stream().map(WhoMayAttend.Attendee::registrationId).toList(),
        attendees.stream().map(WhoMayAttend.Attendee::memberId).toList(),
        attendees.stream().map(WhoMayAttend.Attendee::homeId).toList(),
        activity.id());
  }

  /** One of that activity, which counts no more (404 if there is none that does). */
  Attendance revoke(UUID activityId, UUID id, String reasonCode, LocalDate today) {
    return database
        .list(REVOKE, Attendances::attendance, today, reasonCode, id, activityId)
        .stream()
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  AttendanceCount count(Activity activity) {
    return database
        .list(
            COUNT,
            row ->
                new AttendanceCount(
                    activity.id(),
                    row.getLong("attendances"),
                    row.getLong("hosted"),
                    activity.version()),
            activity.id())
        .get(0);
  }

  /** Those at either of whose ends a scope lies (by its path; null: the whole district). */
  Page<AttendanceView> page(AttendanceFilter filter, String path, PageRequest page) {
    LocalDate afterDay = page.cursor().map(cursor -> cursor.date(0)).orElse(null);
    UUID after = page.cursor().map(cursor -> cursor.uuid(1)).orElse(null);
    List<AttendanceView> found =
        database.list(
            PAGE,
            Attendances::view,
            path,
            path,
            filter.activityId,
            filter.activityId,
            filter.activityId,
            filter.organizationId,
            filter.organizationId,
            filter.homeId,
            filter.homeId,
            filter.memberId,
            filter.memberId,
            filter.registrationId,
            filter.registrationId,
            filter.hosted,
            filter.hosted,
            filter.from,
            filter.until,
            afterDay,
            afterDay,
            after,
            page.fetchSize());
    return page.page(found, one -> Cursor.of(one.heldOn(), one.id()));
  }

  private static Attendance attendance(ResultSet row) throws SQLException {
    return new Attendance(
        row.getObject("attendance_id", UUID.class),
        row.getObject("activity_id", UUID.class),
        row.getObject("organization_id", UUID.class),
        row.getObject("registration_id", UUID.class),
        row.getObject("member_id", UUID.class),
        row.getObject("home_id", UUID.class));
  }

  private static AttendanceView view(ResultSet row) throws SQLException {
    Attendance one = attendance(row);
    OffsetDateTime scanned = row.getObject("scanned_at", OffsetDateTime.class);
    return new AttendanceView(
        one.id(),
        one.activityId(),
        one.organizationId(),
        row.getObject("held_on", LocalDate.class),
        one.registrationId() != null,
        one.registrationId(),
        one.memberId(),
        one.homeId(),
        CameBy.valueOf(row.getString("came_by")),
        scanned == null ? null : scanned.toInstant());
  }
}
