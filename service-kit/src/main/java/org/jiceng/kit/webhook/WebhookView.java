package org.jiceng.kit.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A subscription as it goes out.
 *
 * @param secret only in the answer to its registration, never again
 * @param closedReason {@code REQUESTED}, or {@code GONE} when the receiver answered 410
 */
public record WebhookView(
    UUID id,
    String url,
    List<String> types,
    Webhook.State state,
    String createdBy,
    Instant createdAt,
    LocalDate closedOn,
    Webhook.ClosedReason closedReason,
    @JsonInclude(JsonInclude.Include.NON_NULL) String secret,
    long version) {}
