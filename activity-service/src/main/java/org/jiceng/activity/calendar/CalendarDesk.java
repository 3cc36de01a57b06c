package org.jiceng.activity.calendar;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jiceng.activity.organization.Organizations;
import org.jiceng.activity.site.Sites;
import org.jiceng.events.ActivityEvent.CalendarEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.kit.web.Preconditions;

/** Where feeds are opened and revoked: of a site by whoever manages it, else by whose they are. */
@ApplicationScoped
public class CalendarDesk {
  private final Calendars calendars;
  private final Sites sites;
  private final Organizations organizations;
  private final Scopes scopes;
  private final Preconditions preconditions;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  CalendarDesk(
      Calendars calendars,
      Sites sites,
      Organizations organizations,
      Scopes scopes,
      Preconditions preconditions,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.calendars = calendars;
    this.sites = sites;
    this.organizations = organizations;
    this.scopes = scopes;
    this.preconditions = preconditions;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  CalendarView open(NewCalendar wanted) {
    UUID siteId = wanted.requireOne().siteId();
    UUID owner =
        siteId == null
            ? wanted.organizationId()
            : sites.managing(siteId).orElseThrow(Problem::notFound);
    organizations.acting(owner);
    CalendarSecret secret = CalendarSecret.random();
    Calendar calendar =
        new Calendar(UuidCreator.getTimeOrderedEpoch(), siteId, owner, secret, clock.now());
    calendars.persistAndFlush(calendar);
    tell(calendar.opened(), calendar.id, "open");
    return CalendarView.of(calendar, secret);
  }

  CalendarView revoke(UUID id) {
    Calendar calendar = mine(id);
    preconditions.requireVersion(calendar.version);
    CalendarEvent event = calendar.revoke(clock.now());
    calendars.flush();
    tell(event, id, "revoke");
    return CalendarView.of(calendar, null);
  }

  CalendarView one(UUID id) {
    return CalendarView.of(mine(id), null);
  }

  Page<CalendarView> page(UUID organizationId, PageRequest page) {
    if (organizationId == null) {
      throw Problem.malformed("organizationId", "not-null");
    }
    scopes.requireWithin(organizationId);
    return calendars.page(organizationId, page);
  }

  private Calendar mine(UUID id) {
    Calendar calendar = calendars.require(id);
    scopes.requireWithin(calendar.organizationId);
    return calendar;
  }

  private void tell(CalendarEvent event, UUID id, String action) {
    outbox.append(event, clock.today());
    audit.write(action, "calendar", id);
  }
}
