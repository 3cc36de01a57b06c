package org.jiceng.kit.test;

import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL in a container. */
final class ContainerDatabase implements TestDatabase {
  private final PostgreSQLContainer container = new PostgreSQLContainer("postgres:18");

  ContainerDatabase() {
    container.start();
  }

  @Override
  public String jdbcUrl() {
    return container.getJdbcUrl();
  }

  @Override
  public String user() {
    return container.getUsername();
  }

  @Override
  public String password() {
    return container.getPassword();
  }

  @Override
  public void stop() {
    container.stop();
  }
}
