package org.jiceng.activity.opening;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jiceng.events.ActivityEvent.HolidaySet;
import org.jiceng.events.ActivityEvent.HolidayWithdrawn;
import org.jiceng.events.ActivityEvent.SiteEvent;
import org.jiceng.events.HolidayKind;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.CommonProblems;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Preconditions;

/**
 * Where the district keeps its calendar. Every date is there, an ordinary one in version 0 until
 * somebody says otherwise; each change works out that day for every site.
 */
@ApplicationScoped
class HolidayDesk {
  private final Holidays holidays;
  private final OpenTimes openTimes;
  private final Preconditions preconditions;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  HolidayDesk(
      Holidays holidays,
      OpenTimes openTimes,
      Preconditions preconditions,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.holidays = holidays;
    this.openTimes = openTimes;
    this.preconditions = preconditions;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  HolidayView set(LocalDate date, NewHoliday wanted) {
    if (wanted.hoursOf() != null && wanted.kind() != HolidayKind.WORKDAY) {
      throw Problem.violation("hoursOf", "null");
    }
    Holiday was = read(date);
    Holiday is =
        new Holiday(date, wanted.kind(), wanted.name(), wanted.hoursOf(), was.version() + 1);
    return keep(is, new HolidaySet(date, wanted.kind()), "set-holiday");
  }

  HolidayView withdraw(LocalDate date) {
    Holiday was = read(date);
    if (was.kind() == null) {
      throw Problem.notFound();
    }
    Holiday is = new Holiday(date, null, null, null, was.version() + 1);
    return keep(is, new HolidayWithdrawn(date), "withdraw-holiday");
  }

  private Holiday read(LocalDate date) {
    Holiday was = holidays.on(date);
    preconditions.requireVersion(was.version());
    return was;
  }

  private HolidayView keep(Holiday is, SiteEvent event, String action) {
    if (!holidays.keep(is)) {
      throw new Problem(CommonProblems.STALE);
    }
    openTimes.workOut(is.date());
    outbox.append(event, clock.today());
    audit.write(action, "holiday", is.date());
    return HolidayView.of(is);
  }
}
