package org.jiceng.member.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready until it is known what other districts have released to this one while it was down; for
 * a bounded time, since a district that is dead itself cannot say.
 */
@Readiness
@ApplicationScoped
class ExchangeHealth implements HealthCheck {
  private final Sender sender;

  ExchangeHealth(Sender sender) {
    this.sender = sender;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("releases by other districts")
        .status(sender.isSettled())
        .build();
  }
}
