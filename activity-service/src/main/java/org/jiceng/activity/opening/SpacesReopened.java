package org.jiceng.activity.opening;

import java.time.Instant;
import java.util.UUID;

/**
 * Told within the transaction that calls a closure off: all of the site's spaces, or the one named,
 * can be used again from a moment to another, unless something else forbids it.
 */
public record SpacesReopened(UUID siteId, UUID spaceId, Instant startsAt, Instant endsAt) {}
