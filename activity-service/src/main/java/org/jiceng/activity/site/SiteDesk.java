package org.jiceng.activity.site;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.activity.organization.Organizations;
import org.jiceng.events.ActivityEvent.SiteEvent;
import org.jiceng.events.ActivityEvent.SpaceAdded;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Preconditions;

/** Where sites are opened, changed and closed: change, event and audit record in one go. */
@ApplicationScoped
public class SiteDesk {
  private final Sites sites;
  private final Organizations organizations;
  private final Scopes scopes;
  private final Preconditions preconditions;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;
  private final Event<SpacesClosed> closings;

  SiteDesk(
      Sites sites,
      Organizations organizations,
      Scopes scopes,
      Preconditions preconditions,
      Outbox outbox,
      Audit audit,
      BusinessClock clock,
      Event<SpacesClosed> closings) {
    this.sites = sites;
    this.organizations = organizations;
    this.scopes = scopes;
    this.preconditions = preconditions;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
    this.closings = closings;
  }

  SiteView open(NewSite wanted) {
    organizations.acting(wanted.organizationId());
    organizations.requireInTerritory(wanted.areaCode());
    LocalDate on = clock.pastOrToday(wanted.effectiveOn());
    Site site = Site.open(newId(), wanted, on);
    var spaces =
        wanted.spaces().stream()
            .map(space -> site.addSpace(newId(), space.name(), space.capacity(), on))
            .toList();
    sites.add(site);
    outbox.append(site.opened(), on);
    for (SpaceAdded added : spaces) {
      outbox.append(added, on);
    }
    audit.write("open", "site", site.id);
    return SiteView.of(site);
  }

  SiteView measure(UUID id, BigDecimal floorArea, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Site site = changing(id);
    return keep(site, site.measure(floorArea, on), on, "measure");
  }

  SiteView addSpace(UUID id, NewSpace wanted) {
    LocalDate on = clock.pastOrToday(wanted.effectiveOn());
    Site site = changing(id);
    return keep(site, site.addSpace(newId(), wanted.name(), wanted.capacity(), on), on, "extend");
  }

  SiteView describe(UUID id, SiteDescription description) {
    Site site = changing(id);
    return keep(site, site.describe(description), clock.today(), "describe");
  }

  SiteView describeSpace(UUID id, UUID spaceId, SpaceDescription description) {
    Site site = changing(id);
    SiteEvent described = site.describeSpace(spaceId, description);
    sites.renew(site);
    return keep(site, described, clock.today(), "describe-space");
  }

  SiteView closeSpace(UUID id, UUID spaceId, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Site site = changing(id);
    sites.hold(id);
    SiteView kept = keep(site, site.closeSpace(spaceId, on), on, "close-space");
    closings.fire(new SpacesClosed(id, spaceId, on));
    return kept;
  }

  SiteView close(UUID id, String reasonCode, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Site site = changing(id);
    sites.hold(id);
    SiteView kept = keep(site, site.close(reasonCode, on), on, "close");
    closings.fire(new SpacesClosed(id, null, on));
    return kept;
  }

  private Site changing(UUID id) {
    Site site = sites.require(id);
    scopes.requireWithin(site.organizationId);
    preconditions.requireVersion(site.version);
    return site;
  }

  private SiteView keep(Site site, SiteEvent event, LocalDate on, String action) {
    sites.flush();
    outbox.append(event, on);
    audit.write(action, "site", site.id);
    return SiteView.of(site);
  }

  private static UUID newId() {
    return UuidCreator.getTimeOrderedEpoch();
  }
}
