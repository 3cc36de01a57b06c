package org.jiceng.kit.database;

import java.util.ArrayList;
import java.util.List;

/** A list's query that ends in a condition, grown by what the caller has asked for. */
public final class Conditions {
  private final StringBuilder sql;
  private final List<Object> arguments;

  /** The query so far, with its arguments. */
  public Conditions(String query, Object... arguments) {
    this.sql = new StringBuilder(query);
    this.arguments = new ArrayList<>(List.of(arguments));
  }

  /** One more condition with its arguments; null asks for nothing. */
  public Conditions and(String condition, Object... values) {
    if (values[0] != null) {
      sql.append(" and ").append(condition);
      arguments.addAll(List.of(values));
    }
    return this;
  }

  /** The query as it has grown. */
  public String sql() {
    return sql.toString();
  }

  /** What stands for its question marks. */
  public List<Object> arguments() {
    return List.copyOf(arguments);
  }

  /** Up to so many rows in that order. */
  public <T> List<T> list(Database database, String order, int limit, Database.Reading<T> reading) {
    return list(database, order, limit, "", reading);
  }

  /** As above, with a locking clause. */
  public <T> List<T> list(
      Database database, String order, int limit, String locking, Database.Reading<T> reading) {
    arguments.add(limit);
    String query = sql + " order by " + order + " limit ? " + locking;
    return database.list(query, reading, arguments.toArray());
  }
}
