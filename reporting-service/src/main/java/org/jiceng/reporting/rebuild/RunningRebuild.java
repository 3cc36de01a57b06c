package org.jiceng.reporting.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The rebuild that runs, as those who work on it see it in their transactions. */
record RunningRebuild(
    UUID id, Rebuild.Phase phase, boolean repair, boolean summed, boolean indexed) {
  private static final Logger LOG = Logger.getLogger(RunningRebuild.class);

  private static final String RUNNING =
      "select id, phase, repair, summed, indexed from rebuild where state = 'RUNNING'";

  // Not against a cancellation, which must not wait, but against whoever clears up.
  private static final String HOLD =
      "select from rebuild where id = ? and state = 'RUNNING' and phase = ? for key share";
  private static final String HOLD_ALONE =
      "select from rebuild where id = ? and state = 'RUNNING' for update";
  private static final String ENTER =
      "update rebuild set phase = ? where id = ? and state = 'RUNNING' and phase = ?";
  private static final String SUMMED =
      """
      update rebuild set summed = true, phase = case when indexed then 'COMPARING' else phase end
       where id = ? and state = 'RUNNING' and phase = 'SUMMING'""";
  private static final String INDEXED =
      """
      update rebuild set indexed = true, phase = case when summed then 'COMPARING' else phase end
       where id = ? and state = 'RUNNING' and phase = 'SUMMING'""";
  private static final String NOTE = "update rebuild set differences = ?::jsonb where id = ?";
  private static final String END =
      """
      update rebuild
         set state = ?, failure = left(?, 500), finished_at = now(),
             events = (select coalesce(sum(events), 0) from replay_partition where replay_id = id)
       where id = ? and state = 'RUNNING'""";

  static Optional<RunningRebuild> find(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(RUNNING);
        ResultSet row = select.executeQuery()) {
      return row.next()
          ? Optional.of(
              new RunningRebuild(
                  row.getObject(1, UUID.class),
                  Rebuild.Phase.valueOf(row.getString(2)),
                  row.getBoolean(3),
                  row.getBoolean(4),
                  row.getBoolean(5)))
          : Optional.empty();
    }
  }

  /** Whether it still runs and stands in this phase; if so it stays on record for this while. */
  boolean hold(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(HOLD)) {
      select.setObject(1, id);
      select.setString(2, phase.name());
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /** The same, after everyone else has ended what they are at. */
  boolean holdAlone(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(HOLD_ALONE)) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Goes on to a phase, unless another has done so or it runs no more. */
  void enter(Rebuild.Phase next, Connection connection) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(ENTER)) {
      update.setString(1, next.name());
      update.setObject(2, id);
      update.setString(3, phase.name());
      if (update.executeUpdate() == 1) {
        LOG.infof("the rebuild %s goes on to %s", id, next);
      }
    }
  }

  /** The sums are there; with the indexes, it goes on to be compared. */
  void summedUp(Connection connection) throws SQLException {
    change(SUMMED, connection);
  }

  /** The indexes are there; with the sums, it goes on to be compared. */
  void isIndexed(Connection connection) throws SQLException {
    change(INDEXED, connection);
  }

  private void change(String sql, Connection connection) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setObject(1, id);
      update.executeUpdate();
    }
  }

  /** Writes down what differs. */
  void note(String differences, Connection connection) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(NOTE)) {
      update.setString(1, differences);
      update.setObject(2, id);
      update.executeUpdate();
    }
  }

  /** Ends as this; false when it has ended already. */
  boolean end(Rebuild.State state, String failure, Connection connection) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(END)) {
      update.setString(1, state.name());
      update.setString(2, failure);
      update.setObject(3, id);
      return update.executeUpdate() == 1;
    }
  }
}
