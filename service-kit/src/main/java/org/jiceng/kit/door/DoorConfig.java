package org.jiceng.kit.door;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Whether browsers may sign in at this service, and where its page and the others are. */
@ConfigMapping(prefix = "jiceng.door")
public interface DoorConfig {
  /** Whether this service has a page to sign in to; fixed when it is built. */
  @WithDefault("false")
  boolean enabled();

  /** The path of this service's own page, where one is after signing in and out. */
  @WithDefault("/")
  String page();

  /** Where a browser finds the dashboard, for a link to it; none without. */
  Optional<URI> dashboardPage();

  /** Where a browser finds the registrar's page, for a link to it; none without. */
  Optional<URI> registrarPage();

  /** Where a browser finds the secretary's page, for a link to it; none without. */
  Optional<URI> secretaryPage();

  /** Where a browser finds the page of sites, for a link to it; none without. */
  Optional<URI> sitesPage();
}
