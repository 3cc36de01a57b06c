package org.jiceng.kit.webhook;

import java.time.Instant;

/**
 * How far a subscriber has been served.
 *
 * @param position everything up to here is delivered, among the dead letters, or not asked for
 * @param placed how far the service's log goes
 * @param attempts how often the next event was sent in vain
 * @param nextAttemptAt when it is sent again, if it failed
 * @param lastFailure what befell the last attempt; null after a success
 */
public record Delivery(
    long position,
    long placed,
    int attempts,
    Instant nextAttemptAt,
    String lastFailure,
    Instant lastDeliveredAt,
    long deadLetters) {}
