package org.jiceng.kit.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The jobs that are not done, oldest first. Whoever works on one holds an advisory lock of its
 * session: when the instance dies the lock goes with it, and the job is taken up again.
 */
@ApplicationScoped
class JobQueue {
  private static final int LOCK = 0x1AB0;
  private static final String OPEN =
      "select id from import_job where state in ('QUEUED', 'RUNNING') order by created_at, id limit 50";
  private static final String CLAIM =
      """
      update import_job
         set state = 'RUNNING', attempts = attempts + 1, started_at = coalesce(started_at, now()),
             rows_read = 0, rows_rejected = 0, percent = 0
       where id = ? and state in ('QUEUED', 'RUNNING')
      returning kind, dry_run, format, charset, size, subject, roles, scope_path, attempts,
                parameters""";

  /** Takes the oldest job that nobody works on; the connection holds it until it is let go. */
  Optional<ClaimedJob> claim(Connection connection) throws SQLException {
    for (UUID id : open(connection)) {
      if (call(connection, "select pg_try_advisory_lock(?, hashtext(?))", id)) {
        Optional<ClaimedJob> job = begin(connection, id);
        if (job.isPresent()) {
          return job;
        }
        letGo(connection, id);
      }
    }
    return Optional.empty();
  }

  void letGo(Connection connection, UUID id) throws SQLException {
    call(connection, "select pg_advisory_unlock(?, hashtext(?))", id);
  }

  private static List<UUID> open(Connection connection) throws SQLException {
    List<UUID> ids = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(OPEN);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
    }
    return ids;
  }

  private static boolean call(Connection connection, String sql, UUID id) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setInt(1, LOCK);
      select.setString(2, id.toString());
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  private static Optional<ClaimedJob> begin(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(CLAIM)) {
      update.setObject(1, id);
      try (ResultSet row = update.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(
            new ClaimedJob(
                id,
                row.getString(1),
                row.getBoolean(2),
                FileFormat.valueOf(row.getString(3)),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                Set.of((String[]) row.getArray(7).getArray()),
                Optional.ofNullable(row.getString(8)),
                row.getInt(9),
                Parameters.of(row.getArray(10))));
      }
    }
  }
}
