package org.jiceng.activity.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.activity.life.Activities;
import org.jiceng.activity.life.Activity;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/**
 * Where it is recorded who came: by list, by the office of whoever leads the activity, or by code.
 */
@ApplicationScoped
public class AttendanceDesk {
  private static final String ATTENDANCE = "attendance";

  private final Activities activities;
  private final Attendances attendances;
  private final WhoMayAttend people;
  private final Scopes scopes;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  AttendanceDesk(
      Activities activities,
      Attendances attendances,
      WhoMayAttend people,
      Scopes scopes,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.activities = activities;
    this.attendances = attendances;
    this.people = people;
    this.scopes = scopes;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** Adds to the list; who stands on it already stands on it once. */
  AttendanceCount attended(UUID id, Attendees who) {
    Activity activity = ofOnesOwn(id);
    activity.requireTookPlace();
    record(activity, people.among(activity, who), CameBy.LIST, null);
    return attendances.count(activity);
  }

  /** One came by the code; empty if that one is on the list already. */
  public Optional<UUID> came(
      Activity activity, WhoMayAttend.Attendee who, CameBy how, Instant scannedAt) {
    return record(activity, List.of(who), how, scannedAt).stream().map(Attendance::id).findFirst();
  }

  /** Somebody on the list did not attend. */
  AttendanceCount revoke(UUID activityId, UUID attendanceId, String reasonCode) {
    Activity activity = ofOnesOwn(activityId);
    Attendance revoked = attendances.revoke(activityId, attendanceId, reasonCode, clock.today());
    outbox.append(revoked.revoked(reasonCode), activity.day());
    audit.write("revoke", ATTENDANCE, attendanceId);
    return attendances.count(activity);
  }

  /** At the activities of one's own, and of one's own members wherever they are hosted. */
  Page<AttendanceView> attendances(AttendanceFilter filter, PageRequest page) {
    Page<AttendanceView> found = attendances.page(filter, scopes.pathPrefix().orElse(null), page);
    audit.read(ATTENDANCE, found.items().stream().map(AttendanceView::id).toList());
    return found;
  }

  private Activity ofOnesOwn(UUID id) {
    Activity activity = activities.require(id);
    scopes.requireWithin(activity.leadingOrganizationId());
    return activity;
  }

  private List<Attendance> record(
      Activity activity, List<WhoMayAttend.Attendee> who, CameBy how, Instant scannedAt) {
    List<Attendance> recorded = attendances.add(activity, who, how, scannedAt);
    outbox.appendAll(recorded.stream().map(Attendance::recorded).toList(), activity.day());
    audit.writeAll("attend", ATTENDANCE, recorded.stream().map(Attendance::id).toList());
    return recorded;
  }
}
