package org.jiceng.kit.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A subscription as it goes out.
 *
 * @param oldSecretUntil until when the secret before also signs; null if it was never changed
 * @param secret only in the answer to its registration or change, never again
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
    Instant oldSecretUntil,
    @JsonInclude(JsonInclude.Include.NON_NULL) String secret,
    long version) {

  /** Without the secret, which belongs in no log. */
  @Override
  public String toString() {
    return "WebhookView[id=" + id + ", version=" + version + "]";
  }
}
