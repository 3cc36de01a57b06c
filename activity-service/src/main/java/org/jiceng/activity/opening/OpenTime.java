package org.jiceng.activity.opening;

import java.time.Instant;

/** From a moment (inclusive) to another (exclusive), UTC. */
public record OpenTime(Instant startsAt, Instant endsAt) {}
