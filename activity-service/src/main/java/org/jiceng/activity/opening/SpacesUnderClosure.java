package org.jiceng.activity.opening;

import java.time.Instant;
import java.util.UUID;
import org.jiceng.events.ClosureResolution;

/**
 * Told within the transaction that decides a closure, to whoever keeps something in the spaces: all
 * of the site's, or the one named, cannot be used from a moment to another. No booking comes in
 * while it is told. At most so many bookings may be hit.
 */
public record SpacesUnderClosure(
    UUID siteId,
    UUID spaceId,
    Instant startsAt,
    Instant endsAt,
    ClosureResolution resolution,
    int mostBookings) {}
