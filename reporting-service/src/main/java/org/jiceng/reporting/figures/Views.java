package org.jiceng.reporting.figures;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.jiceng.reporting.ledger.Knowledge;
import org.jiceng.reporting.ledger.LedgerHandler;

/** Opens views of the live projection; who opens one closes it, and opens none in a transaction. */
@ApplicationScoped
public class Views {
  private final AgroalDataSource dataSource;

  Views(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** A view of what is taken to be on record. */
  public View open(Knowledge knowledge) {
    try {
      Connection connection = dataSource.getConnection();
      try {
        return View.ofLive(connection, LedgerHandler.LIVE, knowledge);
      } catch (SQLException | RuntimeException e) {
        giveBack(connection);
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the projection cannot be read", e);
    }
  }

  private static void giveBack(Connection connection) throws SQLException {
    try (connection) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}
