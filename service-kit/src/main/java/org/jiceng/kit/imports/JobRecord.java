package org.jiceng.kit.imports;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.time.BusinessClock;

/** Writes down how a job goes and how it ended. */
@ApplicationScoped
class JobRecord {
  private static final String PROGRESS =
      "update import_job set rows_read = ?, rows_rejected = ?, percent = ? where id = ?";
  private static final String CLOSE =
      """
      update import_job
         set state = ?, rows_read = ?, rows_rejected = ?, failure = ?, percent = 100,
             finished_at = ?, position = ?
       where id = ?""";
  private static final String FORGET_REFUSED =
      """
      delete from import_chunk
       where job_id in (select id from import_job where state = 'REJECTED' and finished_at < ?)""";
  private static final String ERROR =
      "insert into import_error (job_id, no, row_no, column_name, code, args) values (?, ?, ?, ?, ?, ?)";

  private final AgroalDataSource dataSource;
  private final BusinessClock clock;
  private final Outbox outbox;

  JobRecord(AgroalDataSource dataSource, BusinessClock clock, Outbox outbox) {
    this.dataSource = dataSource;
    this.clock = clock;
    this.outbox = outbox;
  }

  /** Outside the import's transaction, so that it can be seen meanwhile. */
  void progress(UUID id, long read, long rejected, int percent) {
    QuarkusTransaction.suspendingExisting()
        .run(
            () -> {
              try (Connection connection = dataSource.getConnection();
                  PreparedStatement update = connection.prepareStatement(PROGRESS)) {
                update.setLong(1, read);
                update.setLong(2, rejected);
                update.setInt(3, percent);
                update.setObject(4, id);
                update.executeUpdate();
              } catch (SQLException e) {
                throw new IllegalStateException("the progress could not be written", e);
              }
            });
  }

  /** Within the current transaction: the job is over; a refused file stays to be put right. */
  void close(UUID id, ImportJob.State state, Outcome outcome, String failure) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      try (PreparedStatement update = connection.prepareStatement(CLOSE)) {
        update.setString(1, state.name());
        update.setLong(2, outcome.rows());
        update.setLong(3, outcome.errors().rejectedRows());
        update.setString(4, failure);
        update.setObject(5, OffsetDateTime.ofInstant(clock.now(), ZoneOffset.UTC));
        update.setString(6, outbox.position().orElse(null));
        update.setObject(7, id);
        update.executeUpdate();
      }
      insertErrors(connection, id, outcome.errors().entries());
      if (state != ImportJob.State.REJECTED) {
        forgetFile(connection, id);
      }
    }
  }

  /** Forgets the refused files that nobody has put right in time; how many chunks they had. */
  int forgetRefused(Duration keptFor) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete = connection.prepareStatement(FORGET_REFUSED)) {
      delete.setObject(1, OffsetDateTime.ofInstant(clock.now().minus(keptFor), ZoneOffset.UTC));
      return delete.executeUpdate();
    }
  }

  private static void forgetFile(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from import_chunk where job_id = ?")) {
      delete.setObject(1, id);
      delete.executeUpdate();
    }
  }

  /** A stop of this instance is not the job's fault. */
  void forgetAttempt(UUID id) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update import_job set attempts = attempts - 1 where id = ?")) {
      update.setObject(1, id);
      update.executeUpdate();
    }
  }

  private static void insertErrors(Connection connection, UUID id, List<ErrorLog.Entry> errors)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ERROR)) {
      for (int no = 0; no < errors.size(); no++) {
        ErrorLog.Entry error = errors.get(no);
        insert.setObject(1, id);
        insert.setInt(2, no);
        insert.setLong(3, error.row());
        insert.setString(4, error.column());
        insert.setString(5, error.code());
        insert.setArray(6, connection.createArrayOf("text", error.args().toArray()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
