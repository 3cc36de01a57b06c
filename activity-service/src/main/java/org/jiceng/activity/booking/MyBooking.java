package org.jiceng.activity.booking;

import java.time.Instant;
import java.util.UUID;

/** A booking as a phone shows it; moments in UTC. */
public record MyBooking(
    UUID id, String site, String space, Instant startsAt, Instant endsAt, String state) {}
