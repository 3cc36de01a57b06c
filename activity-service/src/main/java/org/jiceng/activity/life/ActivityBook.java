package org.jiceng.activity.life;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.ActivityEvent.AttendanceEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.web.Preconditions;

/** How an activity is opened for a change and kept with what is told of it, in one go. */
@ApplicationScoped
class ActivityBook {
  private static final String RECORD = "activity";

  private final Activities activities;
  private final Scopes scopes;
  private final Preconditions preconditions;
  private final Outbox outbox;
  private final Audit audit;

  ActivityBook(
      Activities activities,
      Scopes scopes,
      Preconditions preconditions,
      Outbox outbox,
      Audit audit) {
    this.activities = activities;
    this.scopes = scopes;
    this.preconditions = preconditions;
    this.outbox = outbox;
    this.audit = audit;
  }

  /**
   * One that the caller's office leads, in the version that the caller has read; whoever changes it
   * at the same moment comes after, and has then read an earlier one.
   */
  Activity changing(UUID id) {
    Activity activity = activities.hold(id);
    scopes.requireWithin(activity.organizationId);
    preconditions.requireVersion(activity.version);
    return activity;
  }

  /** One that is held by an organisation in the caller's scope, alone or with others. */
  Activity seen(UUID id) {
    Activity activity = activities.require(id);
    if (activity.holders.stream().noneMatch(scopes::contains)) {
      throw Problem.notFound();
    }
    return activity;
  }

  ActivityView add(
      Activity activity, List<? extends AttendanceEvent> told, LocalDate on, String action) {
    activities.persist(activity);
    return keep(activity, told, on, action);
  }

  ActivityView keep(
      Activity activity, List<? extends AttendanceEvent> told, LocalDate on, String action) {
    activities.flush();
    outbox.appendAll(told, on);
    audit.write(action, RECORD, activity.id);
    return activities.view(activity.id);
  }
}
