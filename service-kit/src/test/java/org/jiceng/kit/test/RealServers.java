package org.jiceng.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * A real PostgreSQL and a real Kafka for a service's tests: containers where a Docker engine
 * answers, embedded servers where none does. Started once in a test JVM and shared by all its
 * tests.
 */
public class RealServers implements QuarkusTestResourceLifecycleManager {
  /** The key that is current in tests, of either kind. */
  public static final String KEY = "test:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  /** The key before it, of either kind, which is still configured. */
  public static final String FORMER_KEY = "former:Zm9ybWVyIGtleSBvZiB0ZXN0cywgMzIgYnl0ZXMgbG8=";

  private static final String SAMPLE_KEY = KEY.substring(KEY.indexOf(':') + 1);

  private TestDatabase database;
  private TestBroker broker;

  @Override
  public Map<String, String> start() {
    boolean docker = DockerEngine.answers();
    database = docker ? new ContainerDatabase() : new EmbeddedDatabase();
    broker = docker ? new ContainerBroker() : new EmbeddedBroker();
    Map<String, String> config = new HashMap<>();
    config.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
    config.put("quarkus.datasource.username", database.user());
    config.put("quarkus.datasource.password", database.password());
    config.put("kafka.bootstrap.servers", broker.bootstrapServers());
    config.put("quarkus.oidc.public-key", Tokens.publicKeyForThisRun());
    config.put("quarkus.oidc.token.issuer", Tokens.ISSUER);
    config.put("quarkus.oidc.token.audience", Tokens.AUDIENCE);
    config.put("jiceng.personal.keys", KEY + "," + FORMER_KEY);
    config.put("jiceng.personal.index-key", KEY + "," + FORMER_KEY);
    config.put("jiceng.rotation.look-every", "1s");
    config.put("jiceng.audit.key", SAMPLE_KEY);
    config.put("quarkus.otel.sdk.disabled", "true");
    return config;
  }

  @Override
  public void stop() {
    if (broker != null) {
      broker.stop();
    }
    if (database != null) {
      database.stop();
    }
  }
}
