package org.jiceng.reporting.figures;

import java.sql.Connection;
import java.sql.SQLException;
import org.jiceng.reporting.ledger.Knowledge;

/** A view of a projection that a test has for itself and that keeps its sums. */
public final class OwnView {
  private OwnView() {}

  /** The connection is closed with the view. */
  public static View open(Connection connection, String schema, Knowledge knowledge)
      throws SQLException {
    return View.ofLive(connection, schema, knowledge);
  }
}
