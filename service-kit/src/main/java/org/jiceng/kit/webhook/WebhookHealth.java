package org.jiceng.kit.webhook;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jiceng.kit.time.BusinessClock;

/**
 * Unwell while events wait that no receiver has refused. It does not make the service unready: a
 * caller of the API is served all the same.
 */
@Wellness
@ApplicationScoped
class WebhookHealth implements HealthCheck {
  private final DueWebhooks dueWebhooks;
  private final WebhooksConfig config;
  private final BusinessClock clock;

  WebhookHealth(DueWebhooks dueWebhooks, WebhooksConfig config, BusinessClock clock) {
    this.dueWebhooks = dueWebhooks;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("webhooks");
    try {
      long lag = dueWebhooks.lagSeconds(clock.now());
      return answer
          .withData("lagSeconds", lag)
          .withData("deadLetters", dueWebhooks.deadLetters())
          .status(!config.enabled() || lag <= config.maxLag().toSeconds())
          .build();
    } catch (SQLException e) {
      return answer.down().build();
    }
  }
}
