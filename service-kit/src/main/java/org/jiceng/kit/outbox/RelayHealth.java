package org.jiceng.kit.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while committed events have waited too long to be published. */
@Readiness
@ApplicationScoped
public class RelayHealth implements HealthCheck {
  private static final String OLDEST_WAITING =
      """
      select coalesce(extract(epoch from now() - least(
        (select recorded_at from outbox where position is null order by sequence limit 1),
        (select recorded_at from outbox
          where position > (select published from outbox_relay) order by position limit 1))), 0)""";

  private final AgroalDataSource dataSource;
  private final RelayConfig config;

  RelayHealth(AgroalDataSource dataSource, RelayConfig config) {
    this.dataSource = dataSource;
    this.config = config;
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("outbox relay");
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(OLDEST_WAITING);
        ResultSet rows = select.executeQuery()) {
      rows.next();
      long lag = rows.getLong(1);
      return answer
          .withData("lagSeconds", lag)
          .status(!config.enabled() || lag <= config.maxLag().toSeconds())
          .build();
    } catch (SQLException e) {
      return answer.down().build();
    }
  }
}
