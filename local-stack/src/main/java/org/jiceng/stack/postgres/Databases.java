package org.jiceng.stack.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** One database for each service, owned by a user of the same name. */
final class Databases {
  static final List<String> NAMES =
      List.of("jiceng_registry", "jiceng_member", "jiceng_activity", "jiceng_reporting");
  private static final List<String> EXTENSIONS = List.of("ltree", "pg_trgm", "btree_gist");

  private Databases() {}

  /** Names are ours and passwords are base64url, so neither needs quoting. */
  static void create(Connection connection, String name, String password) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!found(connection, "select 1 from pg_roles where rolname = ?", name)) {
        statement.execute("create role %s login password '%s'".formatted(name, password));
      }
      if (!found(connection, "select 1 from pg_database where datname = ?", name)) {
        statement.execute("create database %s owner %s".formatted(name, name));
        statement.execute("revoke connect on database %s from public".formatted(name));
      }
    }
  }

  private static boolean found(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet result = statement.executeQuery()) {
        return result.next();
      }
    }
  }

  /** Extensions that a service's migrations expect and only a superuser may add. */
  static void extend(Connection inside) throws SQLException {
    try (Statement statement = inside.createStatement()) {
      for (String extension : EXTENSIONS) {
        statement.execute("create extension if not exists " + extension);
      }
    }
  }
}
