package org.jiceng.kit.imports;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The jobs as their senders see them. */
@ApplicationScoped
class ImportJobs {
  private static final String COLUMNS =
      """
      select id, kind, dry_run, state, rows_read, rows_rejected, percent, failure, created_at,
             finished_at, position
        from import_job
      """;
  private static final String BY_ID = COLUMNS + " where id = ?";

  /** Ids are ordered by time, so that the newest come first. */
  private static final String LATEST =
      COLUMNS
          + """
             where (?::text is null or subject = ?) and (?::text is null or kind = ?)
               and (?::uuid is null or id < ?)
             order by id desc
             limit ?""";

  private final AgroalDataSource dataSource;

  ImportJobs(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  Optional<ImportJob> find(UUID id) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(BY_ID)) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(job(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the job could not be read", e);
    }
  }

  /** The jobs of a sender (of all, if null) and of a kind (of any, if null), newest first. */
  List<ImportJob> latest(String sender, String kind, UUID before, int limit) {
    List<ImportJob> found = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(LATEST)) {
      select.setString(1, sender);
      select.setString(2, sender);
      select.setString(3, kind);
      select.setString(4, kind);
      select.setObject(5, before);
      select.setObject(6, before);
      select.setInt(7, limit);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(job(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("the jobs could not be read", e);
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
        row.getString("position"),
        "/api/v1/imports/" + id + "/errors");
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
