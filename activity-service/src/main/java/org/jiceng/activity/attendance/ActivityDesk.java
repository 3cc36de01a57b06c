package org.jiceng.activity.attendance;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jiceng.activity.organization.Organizations;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** Where it is recorded what took place and who came; for the office of whoever held it. */
@ApplicationScoped
public class ActivityDesk {
  private static final String RECORD = "activity";
  private static final String ATTENDANCE = "attendance";

  private final Activities activities;
  private final Attendances attendances;
  private final WhoMayAttend people;
  private final Organizations organizations;
  private final Scopes scopes;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  ActivityDesk(
      Activities activities,
      Attendances attendances,
      WhoMayAttend people,
      Organizations organizations,
      Scopes scopes,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.activities = activities;
    this.attendances = attendances;
    this.people = people;
    this.organizations = organizations;
    this.scopes = scopes;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  ActivityView hold(NewActivity wanted) {
    organizations.acting(wanted.organizationId());
    if (wanted.heldOn().isAfter(clock.today())) {
      throw Problem.violation("heldOn", "in-the-future");
    }
    Activity activity = Activity.held(UuidCreator.getTimeOrderedEpoch(), wanted);
    activities.persistAndFlush(activity);
    outbox.append(activity.held(), activity.heldOn);
    audit.write("hold", RECORD, activity.id);
    return activities.view(activity.id);
  }

  ActivityView one(UUID id) {
    scopes.requireWithin(activities.require(id).organizationId);
    return activities.view(id);
  }

  Page<ActivityView> page(ActivityFilter filter, PageRequest page) {
    return activities.page(filter, scopes.pathPrefix().orElse(null), page);
  }

  /** Adds to the list; who stands on it already stands on it once. */
  ActivityView attended(UUID id, Attendees who) {
    Activity activity = activities.require(id);
    scopes.requireWithin(activity.organizationId);
    List<Attendance> recorded = attendances.add(activity, people.among(activity, who));
    outbox.appendAll(recorded.stream().map(Attendance::recorded).toList(), activity.heldOn);
    audit.writeAll("attend", ATTENDANCE, recorded.stream().map(Attendance::id).toList());
    return activities.view(id);
  }

  /** Somebody on the list did not attend. */
  ActivityView revoke(UUID activityId, UUID attendanceId, String reasonCode) {
    Activity activity = activities.require(activityId);
    scopes.requireWithin(activity.organizationId);
    Attendance revoked = attendances.revoke(activityId, attendanceId, reasonCode, clock.today());
    outbox.append(revoked.revoked(reasonCode), activity.heldOn);
    audit.write("revoke", ATTENDANCE, attendanceId);
    return activities.view(activityId);
  }

  /** At the activities of one's own, and of one's own members wherever they are hosted. */
  Page<AttendanceView> attendances(AttendanceFilter filter, PageRequest page) {
    Page<AttendanceView> found = attendances.page(filter, scopes.pathPrefix().orElse(null), page);
    audit.read(ATTENDANCE, found.items().stream().map(AttendanceView::id).toList());
    return found;
  }
}
