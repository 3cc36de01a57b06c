package org.jiceng.reporting.history;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.jiceng.events.RecordedEvent;
import org.jiceng.reporting.figures.OwnView;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.ledger.Knowledge;
import org.jiceng.reporting.ledger.Projection;
import org.jiceng.reporting.rebuild.OwnProjection;

/** A history folded into a projection of its own, as the live one is: batch by batch. */
final class Folded implements AutoCloseable {
  private static final String SCHEMA = "projection_of_history";
  private static final int LARGEST_BATCH = 80;

  private final AgroalDataSource dataSource;

  private interface Step {
    void on(Connection connection) throws SQLException;
  }

  Folded(AgroalDataSource dataSource, List<RecordedEvent> arrived, Random random)
      throws SQLException {
    this.dataSource = dataSource;
    committed(connection -> OwnProjection.create(SCHEMA, connection));
    Projection projection = new Projection(SCHEMA);
    for (int from = 0; from < arrived.size(); ) {
      int to = Math.min(arrived.size(), from + 1 + random.nextInt(LARGEST_BATCH));
      List<RecordedEvent> batch = arrived.subList(from, to);
      committed(connection -> projection.take(batch, connection));
      from = to;
    }
  }

  View view(Knowledge knowledge) throws SQLException {
    return OwnView.open(dataSource.getConnection(), SCHEMA, knowledge);
  }

  @Override
  public void close() throws SQLException {
    committed(connection -> OwnProjection.drop(SCHEMA, connection));
  }

  private void committed(Step step) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        step.on(connection);
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }
}
