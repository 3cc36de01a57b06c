package org.jiceng.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An event with all that travels beside it.
 *
 * @param id unique for ever; a redelivery has the same
 * @param recordedAt when we knew (UTC)
 * @param effectiveOn when it is true in the world, a business date in the district's zone
 * @param sequence the position in its service's log, dense and in the order of publication; 0 while
 *     the relay has not yet given one
 * @param traceparent the W3C trace context of the request that caused it, or null
 * @param correlationId the id of the request that caused it, as that request's log lines, audit
 *     records and answer carry it, or null
 * @param data what happened
 */
public record RecordedEvent(
    UUID id,
    Instant recordedAt,
    LocalDate effectiveOn,
    long sequence,
    String traceparent,
    String correlationId,
    DomainEvent data) {}
