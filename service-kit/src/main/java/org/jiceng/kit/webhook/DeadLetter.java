package org.jiceng.kit.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that was not taken in all attempts, or that waits behind such a one of its key.
 *
 * @param position of the event in the service's log
 * @param attempts how often it was sent; 0 for one that waits behind another
 * @param failure what befell it last, such as {@code http-500}, {@code timeout}, {@code behind}
 * @param due whether it is about to be sent once more
 */
public record DeadLetter(
    long position,
    UUID eventId,
    String type,
    String subject,
    int attempts,
    String failure,
    Instant deadAt,
    boolean due) {}
