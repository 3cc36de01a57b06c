package org.jiceng.kit.inbox;

import java.sql.SQLException;

/** Failures of the machinery, which pass, as against failures of an event, which do not. */
public final class Transient {
  private Transient() {}

  /** Whether trying the same again later may well succeed: connection, lock, resource, shutdown. */
  public static boolean is(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && (sql.getSQLState() == null || passes(sql))) {
        return true;
      }
    }
    return false;
  }

  private static boolean passes(SQLException e) {
    String state = e.getSQLState();
    return state.startsWith("08")
        || state.startsWith("40")
        || state.startsWith("53")
        || state.startsWith("55")
        || state.startsWith("57");
  }
}
