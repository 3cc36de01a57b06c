package org.jiceng.kit.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.jiceng.kit.time.BusinessClock;

/**
 * Serves one subscriber for a while: first the dead letters that are asked for again, then the log
 * from where it stands. One event is under way at a time, so that none overtakes another; what is
 * sent and not noted down, because we died between, is sent again under the same id.
 */
final class Turn {
  private static final String BEHIND = "behind";

  private final Webhook webhook;
  private final Deliveries deliveries;
  private final WebhookTable table;
  private final WebhookSender sender;
  private final WebhookMeters meters;
  private final WebhooksConfig config;
  private final BusinessClock clock;
  private final BooleanSupplier mayGoOn;
  private final Set<String> deadKeys = new HashSet<>();

  Turn(
      Webhook webhook,
      Deliveries deliveries,
      WebhookTable table,
      WebhookSender sender,
      WebhookMeters meters,
      WebhooksConfig config,
      BusinessClock clock,
      BooleanSupplier mayGoOn) {
    this.webhook = webhook;
    this.deliveries = deliveries;
    this.table = table;
    this.sender = sender;
    this.meters = meters;
    this.config = config;
    this.clock = clock;
    this.mayGoOn = mayGoOn;
  }

  void take() throws InterruptedException {
    if (!redeliver()) {
      return;
    }
    Delivery standing = deliveries.of(webhook.id());
    long at = standing.position();
    int failures = standing.attempts();
    Deliveries.Batch batch = deliveries.after(webhook, at, config.batch());
    for (Deliveries.Next next : batch.events()) {
      if (!mayGoOn.getAsBoolean() || !step(at, next, failures)) {
        return;
      }
      at = next.position();
      failures = 0;
    }
    if (batch.end() > at) {
      deliveries.pass(webhook.id(), at, batch.end(), null);
    }
  }

  /** One event; false if the turn ends with it. */
  private boolean step(long at, Deliveries.Next next, int failures) throws InterruptedException {
    if (next.behind() || deadKeys.contains(next.event().partitionkey())) {
      return bury(at, next, 0, BEHIND);
    }
    Attempt attempt = attempt(next, failures);
    return switch (attempt.result()) {
      case DELIVERED -> deliveries.pass(webhook.id(), at, next.position(), clock.now());
      case GONE -> end();
      case FAILED ->
          failures + 1 < config.attempts()
              ? postpone(at, failures + 1, attempt)
              : bury(at, next, failures + 1, attempt.failure());
    };
  }

  private Attempt attempt(Deliveries.Next next, int failures) throws InterruptedException {
    Instant begun = clock.now();
    Attempt attempt = sender.send(webhook, next.event(), failures);
    meters.attempted(attempt, Duration.between(begun, clock.now()));
    return attempt;
  }

  private boolean postpone(long at, int failures, Attempt attempt) {
    Duration wait =
        new Backoff(config.firstDelay(), config.longestDelay())
            .after(failures, ThreadLocalRandom.current());
    Duration asked =
        attempt.retryAfter().compareTo(config.longestDelay()) > 0
            ? config.longestDelay()
            : attempt.retryAfter();
    Duration longer = asked.compareTo(wait) > 0 ? asked : wait;
    deliveries.postpone(webhook.id(), at, attempt.failure(), clock.now().plus(longer));
    return false;
  }

  private boolean bury(long at, Deliveries.Next next, int attempts, String failure) {
    deadKeys.add(next.event().partitionkey());
    meters.buried();
    return deliveries.bury(webhook.id(), at, next, attempts, failure, clock.now());
  }

  private boolean end() {
    table.gone(webhook.id(), clock.today());
    return false;
  }

  /** Sends each dead letter that is due once; false if the subscriber is gone. */
  private boolean redeliver() throws InterruptedException {
    Set<String> refused = new HashSet<>();
    for (Deliveries.Next letter : deliveries.due(webhook.id(), config.batch())) {
      String key = letter.event().partitionkey();
      if (!mayGoOn.getAsBoolean()) {
        return false;
      }
      if (refused.contains(key)) {
        continue;
      }
      Attempt attempt = attempt(letter, 0);
      switch (attempt.result()) {
        case DELIVERED -> deliveries.resolve(webhook.id(), letter, clock.now());
        case GONE -> {
          return end();
        }
        case FAILED -> {
          deliveries.buryAgain(webhook.id(), letter, attempt.failure());
          refused.add(key);
        }
      }
    }
    return true;
  }
}
