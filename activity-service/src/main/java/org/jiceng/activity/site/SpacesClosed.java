package org.jiceng.activity.site;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Told within the closing transaction to whoever keeps something in the spaces: all of the site's,
 * or the one named, can no longer be used from the start of the business date on.
 */
public record SpacesClosed(UUID siteId, UUID spaceId, LocalDate on) {}
