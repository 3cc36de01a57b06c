package org.jiceng.kit.webhook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;

/** A subscription: which events go where, and under which secret they are signed. */
record Webhook(
    UUID id,
    String url,
    List<String> types,
    Secrets secrets,
    State state,
    String createdBy,
    Instant createdAt,
    LocalDate closedOn,
    ClosedReason closedReason,
    long version) {
  static final ProblemType CLOSED = new ProblemType(409, "webhook-closed");

  /** Whether it is sent anything. */
  public enum State {
    ACTIVE,
    PAUSED,
    CLOSED
  }

  /** Why it is sent nothing any more. */
  public enum ClosedReason {
    REQUESTED,
    GONE
  }

  /** Goes elsewhere, wants other types, pauses or resumes. */
  Webhook changed(WebhookChange change) {
    requireOpen();
    return new Webhook(
        id,
        change.url() == null ? url : change.url(),
        change.types() == null ? types : change.types(),
        secrets,
        change.state() == null ? state : State.valueOf(change.state().name()),
        createdBy,
        createdAt,
        null,
        null,
        version + 1);
  }

  /** Is sent nothing any more, for ever. */
  Webhook closed(ClosedReason reason, LocalDate on) {
    requireOpen();
    return new Webhook(
        id, url, types, secrets, State.CLOSED, createdBy, createdAt, on, reason, version + 1);
  }

  /** Is signed with another secret; the present one goes on signing until a moment. */
  Webhook withSecret(String secret, Instant presentUntil) {
    requireOpen();
    return new Webhook(
        id,
        url,
        types,
        secrets.changed(secret, presentUntil),
        state,
        createdBy,
        createdAt,
        null,
        null,
        version + 1);
  }

  void requireOpen() {
    if (state == State.CLOSED) {
      throw new Problem(CLOSED);
    }
  }

  WebhookView view() {
    return view(null);
  }

  /** As its owner sees it, once, with the secret. */
  WebhookView viewWithSecret() {
    return view(secrets.present());
  }

  private WebhookView view(String shown) {
    return new WebhookView(
        id,
        url,
        types,
        state,
        createdBy,
        createdAt,
        closedOn,
        closedReason,
        secrets.formerUntil(),
        shown,
        version);
  }
}
