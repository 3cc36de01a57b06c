package org.jiceng.activity.space;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** Finds spaces that can be used: the nearest where a point is named, else the smallest. */
@ApplicationScoped
class Finding {
  private final NearestSpaces nearest;
  private final SmallestSpaces smallest;
  private final SpacePolicy policy;
  private final BusinessClock clock;

  Finding(NearestSpaces nearest, SmallestSpaces smallest, SpacePolicy policy, BusinessClock clock) {
    this.nearest = nearest;
    this.smallest = smallest;
    this.policy = policy;
    this.clock = clock;
  }

  Page<FoundSpace> page(SpaceFilter filter, PageRequest page) {
    Instant from = filter.from(clock.now(), policy.furthestAhead());
    Instant until = filter.until(from, policy.usualLength(), policy.longest());
    filter.straightWithin();
    Use use = new Use(from, until, filter.organizationId);
    Page<Ranked> found =
        filter.near() == null ? smallest.page(use, filter, page) : nearest.page(use, filter, page);
    return new Page<>(found.items().stream().map(Ranked::space).toList(), found.nextCursor());
  }
}
