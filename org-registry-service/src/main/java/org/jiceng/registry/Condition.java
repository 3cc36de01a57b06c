package org.jiceng.registry;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A select that grows by the filters a caller has given; a filter that is null adds nothing. */
public final class Condition {
  private final StringBuilder sql;
  private final List<Object> values = new ArrayList<>();

  public Condition(String select) {
    sql = new StringBuilder(select);
  }

  /** A select that goes on, after the conditions so far and their values. */
  public Condition(Condition before, String more) {
    this(before.sql() + more);
    values.addAll(before.values);
  }

  /** A value of the select itself. */
  public Condition with(Object value) {
    values.add(value);
    return this;
  }

  /** One more condition with one parameter. */
  public Condition and(String condition, Object value) {
    if (value != null) {
      sql.append(" and ").append(condition);
      values.add(value instanceof Enum<?> constant ? constant.name() : value);
    }
    return this;
  }

  /** One more condition with several parameters, if there is a value for the first. */
  public Condition and(String condition, Object value, Object... more) {
    and(condition, value);
    if (value != null) {
      values.addAll(List.of(more));
    }
    return this;
  }

  public String sql() {
    return sql.toString();
  }

  /** The values of the parameters, in order. */
  public List<Object> values() {
    return List.copyOf(values);
  }

  public void bind(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
  }
}
