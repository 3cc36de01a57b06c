package org.jiceng.kit.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;

/** What one sees of the deliveries, over all subscribers. */
@ApplicationScoped
class WebhookMeters {
  private final MeterRegistry meters;

  WebhookMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  void attempted(Attempt attempt, Duration took) {
    String result = attempt.result().name().toLowerCase(Locale.ROOT);
    meters.timer("jiceng.webhook.attempts", "result", result).record(took);
  }

  void buried() {
    meters.counter("jiceng.webhook.dead.letters").increment();
  }
}
