package org.jiceng.activity.life;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.ActivityEvent.AttendanceEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.kit.web.Preconditions;

/**
 * Where activities are planned, held, minuted and cancelled, by the office of whoever leads them.
 */
@ApplicationScoped
public class ActivityDesk {
  private static final String RECORD = "activity";

  private final Activities activities;
  private final Holders holders;
  private final Venues venues;
  private final MinutesBook minutes;
  private final ActivityPolicy policy;
  private final Scopes scopes;
  private final Preconditions preconditions;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  ActivityDesk(
      Activities activities,
      Holders holders,
      Venues venues,
      MinutesBook minutes,
      ActivityPolicy policy,
      Scopes scopes,
      Preconditions preconditions,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.activities = activities;
    this.holders = holders;
    this.venues = venues;
    this.minutes = minutes;
    this.policy = policy;
    this.scopes = scopes;
    this.preconditions = preconditions;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** Of one that took place already. */
  ActivityView report(NewActivity wanted) {
    List<UUID> together = holders.of(wanted.organizationId(), wanted.jointlyWith());
    if (wanted.heldOn().isAfter(clock.today())) {
      throw Problem.violation("heldOn", "in-the-future");
    }
    Activity activity = Activity.held(UuidCreator.getTimeOrderedEpoch(), wanted, together);
    activities.persist(activity);
    return keep(activity, activity.told(), activity.day, "hold");
  }

  ActivityView plan(NewPlan wanted) {
    List<UUID> together = holders.of(wanted.organizationId(), wanted.jointlyWith());
    Span span = Span.toCome(wanted.startsAt(), wanted.endsAt(), clock.now(), policy);
    Venue venue = venues.of(wanted, span, together);
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Activity activity = Activity.plan(id, wanted, together, span, day(span.startsAt()), venue);
    activities.persist(activity);
    return keep(activity, List.of(activity.planned()), clock.today(), "plan");
  }

  ActivityView reschedule(UUID id, Instant startsAt, Instant endsAt) {
    Activity activity = changing(id);
    activity.requirePlanned();
    Span span = Span.toCome(startsAt, endsAt, clock.now(), policy);
    if (activity.bookingId != null) {
      venues.booked(activity.bookingId, span, activity.holders);
    }
    AttendanceEvent told = activity.reschedule(span, day(span.startsAt()));
    return keep(activity, List.of(told), clock.today(), "reschedule");
  }

  ActivityView cancel(UUID id, String reasonCode) {
    Activity activity = changing(id);
    return keep(activity, List.of(activity.cancel(reasonCode)), clock.today(), "cancel");
  }

  ActivityView hold(UUID id) {
    Activity activity = changing(id);
    return keep(activity, activity.hold(clock.now()), activity.day, "hold");
  }

  /** Somebody has come by the code of an activity: if it is planned still, it takes place. */
  public void begun(Activity activity) {
    if (activity.state == ActivityState.PLANNED) {
      keep(activity, activity.begin(), activity.day, "hold");
    }
  }

  ActivityView minute(UUID id, String text) {
    Activity activity = changing(id);
    AttendanceEvent told = activity.minute();
    minutes.write(id, text, clock.now());
    return keep(activity, List.of(told), activity.day, "minute");
  }

  /** An office takes an organisation of its own out of a plan that others have made with it. */
  ActivityView leave(UUID id, UUID organization) {
    scopes.requireWithin(organization);
    Activity activity = activities.require(id);
    preconditions.requireVersion(activity.version);
    return keep(activity, List.of(activity.leave(organization)), clock.today(), "leave");
  }

  ActivityView one(UUID id) {
    requireSeen(activities.require(id));
    return activities.view(id);
  }

  Minutes minutes(UUID id) {
    requireSeen(activities.require(id));
    audit.read("minutes", id);
    return minutes.latest(id).orElseThrow(Problem::notFound);
  }

  Page<ActivityView> page(ActivityFilter filter, PageRequest page) {
    return activities.page(filter, scopes.pathPrefix().orElse(null), page);
  }

  private Activity changing(UUID id) {
    Activity activity = activities.require(id);
    scopes.requireWithin(activity.organizationId);
    preconditions.requireVersion(activity.version);
    return activity;
  }

  private void requireSeen(Activity activity) {
    if (activity.holders.stream().noneMatch(scopes::contains)) {
      throw Problem.notFound();
    }
  }

  private ActivityView keep(
      Activity activity, List<? extends AttendanceEvent> told, LocalDate on, String action) {
    activities.flush();
    outbox.appendAll(told, on);
    audit.write(action, RECORD, activity.id);
    return activities.view(activity.id);
  }

  private LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, clock.zone());
  }
}
