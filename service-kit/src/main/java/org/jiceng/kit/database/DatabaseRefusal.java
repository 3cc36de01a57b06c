package org.jiceng.kit.database;

import java.sql.SQLException;

/** The database has refused; the kit's mappers tell the caller what that means by the SQLSTATE. */
public final class DatabaseRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseRefusal(SQLException cause) {
    super("the database has refused: " + cause.getSQLState(), cause);
  }

  /** Whether the constraint or unique index of that name was broken. */
  public boolean breaks(String constraint) {
    return getCause() instanceof org.postgresql.util.PSQLException refused
        && refused.getServerErrorMessage() != null
        && constraint.equals(refused.getServerErrorMessage().getConstraint());
  }
}
