package org.jiceng.activity.life;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Preconditions;

/** Where activities are planned, moved and cancelled, by the office of whoever leads them. */
@ApplicationScoped
public class PlanDesk {
  private final ActivityBook book;
  private final Activities activities;
  private final Holders holders;
  private final Venues venues;
  private final ActivityPolicy policy;
  private final Scopes scopes;
  private final Preconditions preconditions;
  private final BusinessClock clock;

  PlanDesk(
      ActivityBook book,
      Activities activities,
      Holders holders,
      Venues venues,
      ActivityPolicy policy,
      Scopes scopes,
      Preconditions preconditions,
      BusinessClock clock) {
    this.book = book;
    this.activities = activities;
    this.holders = holders;
    this.venues = venues;
    this.policy = policy;
    this.scopes = scopes;
    this.preconditions = preconditions;
    this.clock = clock;
  }

  ActivityView plan(NewPlan wanted) {
    List<UUID> together = holders.of(wanted.organizationId(), wanted.jointlyWith());
    Span span = Span.toCome(wanted.startsAt(), wanted.endsAt(), clock.now(), policy);
    Venue venue = venues.of(wanted, span, together);
    UUID id = UuidCreator.getTimeOrderedEpoch();
    LocalDate today = clock.today();
    Activity activity =
        Activity.plan(id, wanted, together, span, day(span.startsAt()), venue, today);
    return book.add(activity, List.of(activity.planned()), today, "plan");
  }

  ActivityView reschedule(UUID id, Instant startsAt, Instant endsAt) {
    Activity activity = book.changing(id);
    activity.requirePlanned();
    Span span = Span.toCome(startsAt, endsAt, clock.now(), policy);
    if (activity.bookingId != null) {
      venues.booked(activity.bookingId, span, activity.holders);
    }
    var told = activity.reschedule(span, day(span.startsAt()));
    return book.keep(activity, List.of(told), clock.today(), "reschedule");
  }

  ActivityView cancel(UUID id, String reasonCode) {
    Activity activity = book.changing(id);
    return book.keep(activity, List.of(activity.cancel(reasonCode)), clock.today(), "cancel");
  }

  /** An office takes an organisation of its own out of a plan that others have made with it. */
  ActivityView leave(UUID id, UUID organization) {
    scopes.requireWithin(organization);
    Activity activity = activities.hold(id);
    if (!activity.holders.contains(organization)) {
      throw Problem.notFound();
    }
    preconditions.requireVersion(activity.version);
    return book.keep(activity, List.of(activity.leave(organization)), clock.today(), "leave");
  }

  /** Members sign up by another rule from now on. */
  public void allowSignUp(Activity activity, SignUpRule rule) {
    scopes.requireWithin(activity.organizationId);
    preconditions.requireVersion(activity.version);
    activity.allowSignUp(rule);
    book.keep(activity, List.of(activity.planned()), clock.today(), "allow-sign-up");
  }

  private LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, clock.zone());
  }
}
