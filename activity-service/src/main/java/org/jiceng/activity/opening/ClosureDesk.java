package org.jiceng.activity.opening;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.UUID;
import org.jiceng.activity.site.ManagedSites;
import org.jiceng.events.ActivityEvent.SiteEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Preconditions;

/**
 * Where spaces are closed for a while. Bookings stand still until it is decided what becomes of
 * those it hits.
 */
@ApplicationScoped
class ClosureDesk {
  private final ManagedSites sites;
  private final Closures closures;
  private final Event<SpacesUnderClosure> told;
  private final Event<SpacesReopened> reopened;
  private final OpeningPolicy policy;
  private final Preconditions preconditions;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  ClosureDesk(
      ManagedSites sites,
      Closures closures,
      Event<SpacesUnderClosure> told,
      Event<SpacesReopened> reopened,
      OpeningPolicy policy,
      Preconditions preconditions,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.sites = sites;
    this.closures = closures;
    this.told = told;
    this.reopened = reopened;
    this.policy = policy;
    this.preconditions = preconditions;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  ClosureView decide(UUID siteId, NewClosure wanted) {
    sites.requireManaged(siteId);
    if (wanted.spaceId() != null) {
      closures.requireSpace(siteId, wanted.spaceId());
    }
    Closure closure =
        Closure.decide(UuidCreator.getTimeOrderedEpoch(), siteId, wanted, clock.now(), policy);
    sites.hold(siteId);
    closures.persistAndFlush(closure);
    tell(closure.decided(), closure, "decide");
    told.fire(
        new SpacesUnderClosure(
            siteId,
            closure.spaceId,
            closure.startsAt,
            closure.endsAt,
            closure.resolution,
            policy.mostBookingsHit()));
    return ClosureView.of(closure);
  }

  ClosureView cancel(UUID siteId, UUID id) {
    sites.requireManaged(siteId);
    Closure closure = closures.require(siteId, id);
    preconditions.requireVersion(closure.version);
    SiteEvent cancelled = closure.cancel(clock.now());
    closures.flush();
    tell(cancelled, closure, "cancel");
    reopened.fire(new SpacesReopened(siteId, closure.spaceId, closure.startsAt, closure.endsAt));
    return ClosureView.of(closure);
  }

  private void tell(SiteEvent event, Closure closure, String action) {
    outbox.append(event, clock.today());
    audit.write(action, "closure", closure.id);
  }
}
