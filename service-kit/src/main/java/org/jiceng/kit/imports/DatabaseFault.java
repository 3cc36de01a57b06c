package org.jiceng.kit.imports;

import java.sql.SQLException;

/** What kind of trouble made an import fail. */
enum DatabaseFault {
  /** The data breaks a constraint, perhaps since someone else was quicker. */
  CONFLICT,
  /** The database was away, busy or chose a victim: the job is begun again. */
  PASSING,
  OTHER;

  static DatabaseFault of(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && sql.getSQLState() != null) {
        return ofState(sql.getSQLState());
      }
    }
    return OTHER;
  }

  private static DatabaseFault ofState(String state) {
    return switch (state.substring(0, 2)) {
      case "23" -> CONFLICT;
      case "08", "40", "53", "55", "57" -> PASSING;
      default -> OTHER;
    };
  }
}
