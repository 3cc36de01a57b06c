package org.jiceng.kit.imports;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** The jobs as their senders see them. */
@ApplicationScoped
class ImportJobs {
  private static final String SELECT =
      """
      select id, kind, dry_run, state, rows_read, rows_rejected, percent, failure, created_at,
             finished_at
        from import_job
       where id = ?""";

  private final AgroalDataSource dataSource;

  ImportJobs(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  Optional<ImportJob> find(UUID id) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(job(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the job could not be read", e);
    }
  }

  /** Who sent the file. */
  Optional<String> senderOf(UUID id) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select subject from import_job where id = ?")) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the job could not be read", e);
    }
  }

  private static ImportJob job(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    ImportJob.State state = ImportJob.State.valueOf(row.getString("state"));
    long total = row.getLong("rows_read");
    long rejected = row.getLong("rows_rejected");
    boolean nothingKept = state == ImportJob.State.REJECTED || state == ImportJob.State.FAILED;
    return new ImportJob(
        id,
        row.getString("kind"),
        row.getBoolean("dry_run"),
        state,
        total,
        nothingKept ? 0 : total - rejected,
        rejected,
        row.getInt("percent"),
        row.getString("failure"),
        instant(row, "created_at"),
        instant(row, "finished_at"),
        "/api/v1/imports/" + id + "/errors");
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
