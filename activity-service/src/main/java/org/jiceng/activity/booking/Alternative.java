package org.jiceng.activity.booking;

import java.time.Instant;
import java.util.UUID;

/** A free slot that was looked up when the wished one was taken; moments in UTC. */
public record Alternative(UUID siteId, UUID spaceId, Instant startsAt, Instant endsAt) {}
