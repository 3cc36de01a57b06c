package org.jiceng.activity.space;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jiceng.activity.opening.OpenTime;

/** When a space can be used from a moment to another. */
public record SpaceAvailability(
    UUID spaceId, UUID siteId, Instant from, Instant until, List<OpenTime> free) {}
