package org.jiceng.activity.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.web.Preconditions;

/**
 * How features beside the site change what belongs to it, such as its hours: by whoever manages it,
 * in the version that the caller has read, as a new version of the site.
 */
@ApplicationScoped
public class ManagedSites {
  private final Sites sites;
  private final Scopes scopes;
  private final Preconditions preconditions;

  ManagedSites(Sites sites, Scopes scopes, Preconditions preconditions) {
    this.sites = sites;
    this.scopes = scopes;
    this.preconditions = preconditions;
  }

  /**
   * Takes the site for a change: 404 outside the caller's scope, 412 in another version, 409 when
   * it is closed. Nobody else changes it until the transaction ends.
   */
  public ManagedSite change(UUID siteId) {
    Site site = sites.require(siteId);
    scopes.requireWithin(site.organizationId);
    preconditions.requireVersion(site.version);
    site.requireInUse();
    sites.renew(site);
    return new ManagedSite(siteId, site.version);
  }

  /** Refuses with 404 a site outside the caller's scope, with 409 one that is closed. */
  public void requireManaged(UUID siteId) {
    Site site = sites.require(siteId);
    scopes.requireWithin(site.organizationId);
    site.requireInUse();
  }

  /** Keeps bookings away from the site's spaces until the transaction ends. */
  public void hold(UUID siteId) {
    sites.hold(siteId);
  }

  /** The site's version; 404 if there is no such site. */
  public long version(UUID siteId) {
    return sites.require(siteId).version;
  }
}
