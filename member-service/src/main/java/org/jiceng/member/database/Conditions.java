package org.jiceng.member.database;

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

  /** One more condition with its argument; null asks for nothing. */
  public Conditions and(String condition, Object argument) {
    if (argument != null) {
      sql.append(" and ").append(condition);
      arguments.add(argument);
    }
    return this;
  }

  /** One more condition without an argument, where it is asked for. */
  public Conditions and(String condition, boolean asked) {
    if (asked) {
      sql.append(" and ").append(condition);
    }
    return this;
  }

  /** Up to so many rows in that order. */
  public <T> List<T> list(Database database, String order, int limit, Database.Reading<T> reading) {
    arguments.add(limit);
    return database.list(sql + " order by " + order + " limit ?", reading, arguments.toArray());
  }
}
