package org.jiceng.activity.opening;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.activity.opening.OpeningView.DayView;
import org.jiceng.activity.opening.OpeningView.WeekView;
import org.jiceng.activity.site.ManagedSite;
import org.jiceng.activity.site.ManagedSites;
import org.jiceng.events.ActivityEvent.OpeningExceptionSet;
import org.jiceng.events.ActivityEvent.OpeningExceptionWithdrawn;
import org.jiceng.events.ActivityEvent.OpeningHoursSet;
import org.jiceng.events.ActivityEvent.SiteEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;

/**
 * Where the hours of a site are set. What is booked already stays: whoever shortens the hours and
 * wants the bookings gone decides a closure.
 */
@ApplicationScoped
class OpeningDesk {
  private final ManagedSites sites;
  private final Openings openings;
  private final Holidays holidays;
  private final OpenTimes openTimes;
  private final OpeningPolicy policy;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  OpeningDesk(
      ManagedSites sites,
      Openings openings,
      Holidays holidays,
      OpenTimes openTimes,
      OpeningPolicy policy,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.sites = sites;
    this.openings = openings;
    this.holidays = holidays;
    this.openTimes = openTimes;
    this.policy = policy;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  OpeningView days(UUID siteId, DaysAsked asked) {
    LocalDate from = asked.from(clock.today());
    LocalDate until = asked.until(clock.today(), policy.mostDaysAsked());
    long version = sites.version(siteId);
    Map<LocalDate, OpeningWeek> weeks = openings.weeks(siteId, from, until);
    Map<LocalDate, DayHours> exceptions = openings.exceptions(siteId, from, until);
    Map<LocalDate, Holiday> said = holidays.between(from, until);
    OpeningRules rules = new OpeningRules(weeks, said, exceptions);
    return new OpeningView(
        siteId,
        clock.zone().getId(),
        weeks.entrySet().stream().map(e -> WeekView.of(e.getKey(), e.getValue())).toList(),
        from.datesUntil(until)
            .map(day -> DayView.of(day, said.get(day), exceptions.get(day), rules, clock.zone()))
            .toList(),
        version);
  }

  long set(UUID siteId, NewOpeningHours wanted) {
    LocalDate on = wanted.effectiveOn() == null ? clock.today() : wanted.effectiveOn();
    requireAhead("effectiveOn", on);
    OpeningWeek week = wanted.asWeek();
    ManagedSite site = sites.change(siteId);
    openings.set(siteId, on, week);
    tell(
        new OpeningHoursSet(siteId, week.holidayRule(), week.openMinutes()),
        on,
        "set-opening-hours");
    return site.version();
  }

  long except(UUID siteId, LocalDate date, List<Hours> hours) {
    requireAhead("date", date);
    DayHours wanted = DayHours.asked("hours", hours);
    ManagedSite site = sites.change(siteId);
    openings.except(siteId, date, wanted);
    tell(
        new OpeningExceptionSet(siteId, date, wanted.minutes()),
        clock.today(),
        "set-opening-exception");
    return site.version();
  }

  long withdrawException(UUID siteId, LocalDate date) {
    requireAhead("date", date);
    ManagedSite site = sites.change(siteId);
    if (!openings.withdrawException(siteId, date)) {
      throw Problem.notFound();
    }
    tell(new OpeningExceptionWithdrawn(siteId, date), clock.today(), "withdraw-opening-exception");
    return site.version();
  }

  private void requireAhead(String field, LocalDate date) {
    if (date.isBefore(clock.today())) {
      throw Problem.violation(field, "in-the-past");
    }
    if (date.isAfter(clock.today().plusDays(policy.daysAhead()))) {
      throw Problem.violation(field, "too-far-ahead", policy.daysAhead());
    }
  }

  private void tell(SiteEvent event, LocalDate on, String action) {
    UUID siteId = UUID.fromString(event.aggregateId());
    openTimes.workOut(siteId);
    outbox.append(event, on);
    audit.write(action, "site", siteId);
  }
}
