package org.jiceng.activity.calendar;

import java.time.Instant;
import java.util.UUID;

/**
 * A booking as a feed shows it; moments in UTC.
 *
 * @param changedAt when it was last changed as far as anybody can see
 * @param state its state as the clock has it
 */
record FeedEntry(
    UUID bookingId,
    Instant startsAt,
    Instant endsAt,
    String state,
    Instant changedAt,
    int version,
    String siteName,
    String spaceName,
    String organizationName) {}
