package org.jiceng.activity.life;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.ActivityEvent.AttendanceEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/**
 * Where it is recorded what took place, by the office of whoever led it, and seen by all who did.
 */
@ApplicationScoped
public class ActivityDesk {
  private final ActivityBook book;
  private final Activities activities;
  private final Holders holders;
  private final ExpectedMembers members;
  private final MinutesBook minutes;
  private final Scopes scopes;
  private final Audit audit;
  private final BusinessClock clock;

  ActivityDesk(
      ActivityBook book,
      Activities activities,
      Holders holders,
      ExpectedMembers members,
      MinutesBook minutes,
      Scopes scopes,
      Audit audit,
      BusinessClock clock) {
    this.book = book;
    this.activities = activities;
    this.holders = holders;
    this.members = members;
    this.minutes = minutes;
    this.scopes = scopes;
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
    return book.add(activity, activity.told(members.of(activity)), activity.day, "hold");
  }

  ActivityView hold(UUID id) {
    Activity activity = book.changing(id);
    return book.keep(
        activity, activity.hold(clock.now(), members.of(activity)), activity.day, "hold");
  }

  /** Somebody has come by the code of an activity: if it is planned still, it takes place. */
  public void begun(Activity activity) {
    if (activity.state == ActivityState.PLANNED) {
      book.keep(activity, activity.begin(members.of(activity)), activity.day, "hold");
    }
  }

  ActivityView minute(UUID id, String text) {
    Activity activity = book.changing(id);
    AttendanceEvent told = activity.minute();
    minutes.write(id, activity.minutesNumber, text, clock.now());
    return book.keep(activity, List.of(told), activity.day, "minute");
  }

  /** As all see it who hold it. */
  public ActivityView one(UUID id) {
    return activities.view(book.seen(id).id);
  }

  Minutes minutes(UUID id) {
    Activity activity = book.seen(id);
    audit.read("minutes", id);
    return minutes.latest(activity.id).orElseThrow(Problem::notFound);
  }

  Page<ActivityView> page(ActivityFilter filter, PageRequest page) {
    return activities.page(filter, scopes.pathPrefix().orElse(null), page);
  }
}
