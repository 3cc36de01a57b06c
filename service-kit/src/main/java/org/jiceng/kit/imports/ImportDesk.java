package org.jiceng.kit.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.personal.PersonalCipher;
import org.jiceng.kit.problem.CommonProblems;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;

/** Where a received file becomes a job: the job, its chunks and the audit record in one commit. */
@ApplicationScoped
class ImportDesk {
  private static final int CHUNK = 1 << 20;

  private final AgroalDataSource dataSource;
  private final Caller caller;
  private final Scopes scopes;
  private final Audit audit;
  private final BusinessClock clock;
  private final PersonalCipher cipher;

  ImportDesk(
      AgroalDataSource dataSource,
      Caller caller,
      Scopes scopes,
      Audit audit,
      BusinessClock clock,
      PersonalCipher cipher) {
    this.dataSource = dataSource;
    this.caller = caller;
    this.scopes = scopes;
    this.audit = audit;
    this.clock = clock;
    this.cipher = cipher;
  }

  /** What is asked for with the file. */
  record Request(
      String kind,
      boolean dryRun,
      FileFormat format,
      Charset charset,
      String key,
      Parameters parameters) {}

  /** The job of a file; replayed when the same file had come under the same key before. */
  record Receipt(UUID jobId, boolean replayed) {}

  @Transactional
  Receipt file(Request request, Upload upload) throws SQLException, IOException {
    try (Connection connection = dataSource.getConnection()) {
      if (request.key() != null) {
        holdKey(connection, request);
        UUID before = jobUnderKey(connection, request, upload);
        if (before != null) {
          return new Receipt(before, true);
        }
      }
      UUID id = UuidCreator.getTimeOrderedEpoch();
      insertJob(connection, id, request, upload);
      insertChunks(connection, id, upload);
      audit.write(request.dryRun() ? "import-dry-run" : "import", request.kind(), id);
      return new Receipt(id, false);
    }
  }

  /**
   * One file at a time under one key; while the first is being filed, a second is told so (409).
   */
  private void holdKey(Connection connection, Request request) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")) {
      lock.setString(1, String.join("\n", caller.subject(), request.kind(), request.key()));
      try (ResultSet rows = lock.executeQuery()) {
        rows.next();
        if (!rows.getBoolean(1)) {
          throw new Problem(CommonProblems.REQUEST_IN_PROGRESS);
        }
      }
    }
  }

  private UUID jobUnderKey(Connection connection, Request request, Upload upload)
      throws SQLException {
    String sql =
        "select id, digest, dry_run, parameters from import_job where subject = ? and kind = ? and idempotency_key = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, caller.subject());
      select.setString(2, request.kind());
      select.setString(3, request.key());
      try (ResultSet rows = select.executeQuery()) {
        if (!rows.next()) {
          return null;
        }
        if (!MessageDigest.isEqual(rows.getBytes(2), upload.digest())
            || rows.getBoolean(3) != request.dryRun()
            || !Parameters.of(rows.getArray(4)).equals(request.parameters())) {
          throw new Problem(CommonProblems.KEY_REUSED);
        }
        return rows.getObject(1, UUID.class);
      }
    }
  }

  private void insertJob(Connection connection, UUID id, Request request, Upload upload)
      throws SQLException {
    String sql =
        """
        insert into import_job (id, kind, dry_run, format, charset, size, digest, idempotency_key,
                                subject, roles, scope_path, state, created_at, parameters)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', ?, ?)""";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setObject(1, id);
      insert.setString(2, request.kind());
      insert.setBoolean(3, request.dryRun());
      insert.setString(4, request.format().name());
      insert.setString(5, request.charset().name());
      insert.setLong(6, upload.size());
      insert.setBytes(7, upload.digest());
      insert.setString(8, request.key());
      insert.setString(9, caller.subject());
      insert.setArray(10, connection.createArrayOf("text", caller.roles().toArray()));
      insert.setString(11, scopes.pathPrefix().orElse(null));
      insert.setObject(12, OffsetDateTime.ofInstant(clock.now(), ZoneOffset.UTC));
      insert.setArray(13, request.parameters().in(connection));
      insert.executeUpdate();
    }
  }

  private void insertChunks(Connection connection, UUID id, Upload upload)
      throws SQLException, IOException {
    try (InputStream content = upload.content();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into import_chunk (job_id, no, content) values (?, ?, ?)")) {
      byte[] chunk;
      for (int no = 0; (chunk = content.readNBytes(CHUNK)).length > 0; no++) {
        insert.setObject(1, id);
        insert.setInt(2, no);
        insert.setBytes(3, cipher.encrypt(chunk));
        insert.executeUpdate();
      }
    }
  }
}
