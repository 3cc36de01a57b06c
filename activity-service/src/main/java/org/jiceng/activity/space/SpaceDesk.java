package org.jiceng.activity.space;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jiceng.activity.site.Place;
import org.jiceng.activity.site.Sites;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** Where spaces are looked for, for an organisation of one's own or for nobody yet. */
@ApplicationScoped
class SpaceDesk {
  private final Finding finding;
  private final FreeTimes freeTimes;
  private final Sites sites;
  private final Scopes scopes;
  private final SpacePolicy policy;
  private final BusinessClock clock;

  SpaceDesk(
      Finding finding,
      FreeTimes freeTimes,
      Sites sites,
      Scopes scopes,
      SpacePolicy policy,
      BusinessClock clock) {
    this.finding = finding;
    this.freeTimes = freeTimes;
    this.sites = sites;
    this.scopes = scopes;
    this.policy = policy;
    this.clock = clock;
  }

  Page<FoundSpace> find(SpaceFilter filter, PageRequest page) {
    requireOwn(filter.organizationId);
    return finding.page(filter, page);
  }

  SpaceAvailability availability(UUID spaceId, AvailabilityFilter filter) {
    Instant from = filter.from(clock.now(), policy.furthestAhead());
    Instant until = filter.until(from, policy.longestLook(), policy.longestLook());
    requireOwn(filter.organizationId);
    Place place = sites.place(spaceId).orElseThrow(Problem::notFound);
    return new SpaceAvailability(
        spaceId,
        place.siteId(),
        from,
        until,
        freeTimes.of(place, filter.organizationId, from, until));
  }

  private void requireOwn(UUID organizationId) {
    if (organizationId != null) {
      scopes.requireWithin(organizationId);
    }
  }
}
