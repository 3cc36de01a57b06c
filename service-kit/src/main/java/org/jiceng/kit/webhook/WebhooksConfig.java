package org.jiceng.kit.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How events are sent to subscribers. */
@ConfigMapping(prefix = "jiceng.webhooks")
public interface WebhooksConfig {
  /** Whether this instance may send at all. */
  @WithDefault("true")
  boolean enabled();

  /** How long it waits at most before it looks for something to send. */
  @WithDefault("1s")
  Duration poll();

  /** How many subscribers are served at the same time. */
  @WithDefault("32")
  int parallel();

  /** How many events a subscriber is sent before another has its turn. */
  @WithDefault("50")
  int batch();

  /** How long a subscriber may take to answer. */
  @WithDefault("10s")
  Duration timeout();

  /** How often an event is sent before it becomes a dead letter. */
  @WithDefault("14")
  int attempts();

  /** How long to wait after the first failure; it doubles from there, less up to half by chance. */
  @WithDefault("5s")
  Duration firstDelay();

  /** How long to wait at most between two attempts. */
  @WithDefault("6h")
  Duration longestDelay();

  /** How long a secret also signs after it was changed, if whoever changes it does not say. */
  @WithDefault("24h")
  Duration secretOverlap();

  /** How many subscriptions may be open. */
  @WithDefault("200")
  int maxOpen();

  /** Whether a subscriber may be reached without TLS: on one's own machine only. */
  @WithDefault("false")
  boolean plainHttp();

  /** Networks that may be reached although they are not public, such as {@code 10.20.0.0/16}. */
  Optional<List<String>> allowedNetworks();

  /** How long an event may wait, with no receiver to blame, before the health check tells. */
  @WithDefault("60s")
  Duration maxLag();
}
