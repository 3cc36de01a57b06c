package org.jiceng.kit.ops;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Refuses to start in the profile {@code prod} while a secret is missing or is one that the world
 * knows. It speaks before the migrations do, since they are the first to connect.
 */
@ApplicationScoped
public class ProductionGuard implements FlywayConfigurationCustomizer {
  private static final List<String> SECRETS =
      List.of(
          "jiceng.personal.keys",
          "jiceng.personal.index-key",
          "jiceng.audit.key",
          "quarkus.datasource.password");
  private static final String ISSUER = "quarkus.oidc.auth-server-url";

  private final Config config;

  ProductionGuard(Config config) {
    this.config = config;
  }

  @Override
  public void customize(FluentConfiguration configuration) {
    check();
  }

  void onStart(@Observes @Priority(1) StartupEvent starting) {
    check();
  }

  private void check() {
    if (ConfigUtils.isProfileActive("prod")) {
      complaint(config)
          .ifPresent(
              sentence -> {
                throw new ConfigurationException(sentence);
              });
    }
  }

  /** What production cannot start with, in one sentence; empty if it can. */
  static Optional<String> complaint(Config config) {
    for (String setting : SECRETS) {
      Optional<String> value = value(config, setting);
      if (value.isEmpty()) {
        return Optional.of(
            "Jiceng does not start in production: %s is not set.".formatted(setting));
      }
      if (parts(value.get()).stream().anyMatch(SampleSecrets::isPublic)) {
        return Optional.of(
            "Jiceng does not start in production: %s has a sample value that everyone knows."
                .formatted(setting));
      }
    }
    return value(config, ISSUER).isEmpty()
        ? Optional.of("Jiceng does not start in production: %s is not set.".formatted(ISSUER))
        : Optional.empty();
  }

  private static Optional<String> value(Config config, String setting) {
    return config.getOptionalValue(setting, String.class).filter(value -> !value.isBlank());
  }

  /** A list of keys with ids counts key by key. */
  private static List<String> parts(String value) {
    return Arrays.stream(value.split(",")).map(p -> p.substring(p.indexOf(':') + 1)).toList();
  }
}
