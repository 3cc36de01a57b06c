package org.jiceng.activity.list;

import io.quarkus.panache.common.Parameters;

/** The condition of a list's query, grown by what the caller has asked for; null adds nothing. */
public final class Conditions {
  private final StringBuilder query = new StringBuilder("1 = 1");
  private final Parameters parameters = new Parameters();

  /** One more condition, which names its parameter; none when the value is null. */
  public Conditions and(String condition, String parameter, Object value) {
    if (value != null) {
      query.append(" and ").append(condition);
      parameters.and(parameter, value);
    }
    return this;
  }

  /** One more condition without a parameter. */
  public Conditions and(String condition) {
    query.append(" and ").append(condition);
    return this;
  }

  /** One more parameter of a condition that has several. */
  public Conditions with(String parameter, Object value) {
    parameters.and(parameter, value);
    return this;
  }

  /** The query's text. */
  public String text() {
    return query.toString();
  }

  /** Its parameters. */
  public Parameters parameters() {
    return parameters;
  }
}
