package org.jiceng.kit.imports;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import org.jiceng.kit.codes.InvalidCode;
import org.jiceng.kit.personal.PersonalCipher;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;

/** Takes in the file of one job, whole or not at all. */
@ApplicationScoped
class Intake {
  private final AgroalDataSource dataSource;
  private final Imports imports;
  private final JobRecord record;
  private final ImportsConfig config;
  private final BusinessClock clock;
  private final PersonalCipher cipher;

  Intake(
      AgroalDataSource dataSource,
      Imports imports,
      JobRecord record,
      ImportsConfig config,
      BusinessClock clock,
      PersonalCipher cipher) {
    this.dataSource = dataSource;
    this.imports = imports;
    this.record = record;
    this.config = config;
    this.clock = clock;
    this.cipher = cipher;
  }

  /** Reads the file in one transaction; what is wrong or was only tried is rolled back. */
  Outcome take(ClaimedJob job, BooleanSupplier stopped) {
    try {
      return QuarkusTransaction.requiringNew()
          .timeout((int) config.timeout().toSeconds())
          .call(() -> kept(job, read(job, stopped)));
    } catch (NothingKept e) {
      return e.outcome;
    }
  }

  private Outcome kept(ClaimedJob job, Outcome outcome) throws SQLException {
    if (outcome.errors().any() || job.dryRun()) {
      throw new NothingKept(outcome);
    }
    record.close(job.id(), ImportJob.State.COMPLETED, outcome, null);
    return outcome;
  }

  /** Rolls the transaction back and brings out what was seen. */
  private static final class NothingKept extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    NothingKept(Outcome outcome) {
      super("nothing is kept", null, false, false);
      this.outcome = outcome;
    }
  }

  private Outcome read(ClaimedJob job, BooleanSupplier stopped) throws SQLException, IOException {
    ErrorLog errors = new ErrorLog();
    Progress progress = new Progress(job.id(), record, errors, stopped);
    try (Connection connection = dataSource.getConnection();
        RowSource rows =
            StoredFile.open(job, connection, cipher, config.maxUnpackedSize().asLongValue())) {
      ImportKind kind = imports.kind(job.kind());
      if (!rows.next()) {
        errors.add(0, null, "file-no-header");
        return new Outcome(0, errors);
      }
      Header header = new Header(kind.columns(), rows.cells(), errors);
      if (!errors.any()) {
        try (ImportSession session = kind.open(connection, context(job))) {
          readRows(session, header, rows, errors, progress);
          progress.finishing();
          session.finish(errors);
        }
      }
    } catch (FileFault e) {
      errors.add(e.row(), null, e.code());
    }
    return new Outcome(progress.rows(), errors);
  }

  private static void readRows(
      ImportSession session, Header header, RowSource rows, ErrorLog errors, Progress progress)
      throws SQLException {
    while (rows.next()) {
      Cells cells = rows.cells();
      RowErrors ofRow = errors.of(rows.number());
      if (cells.size() > header.width() && reachesBeyond(cells, header.width())) {
        ofRow.add(null, "too-many-cells", header.width());
      }
      take(session, new Row(header, rows.number(), cells, ofRow), ofRow);
      progress.row(rows.percent());
    }
    if (progress.rows() == 0) {
      errors.add(0, null, "file-no-rows");
    }
  }

  /** A rule that refuses by an exception spoils its row, not the reading of the others. */
  private static void take(ImportSession session, Row row, RowErrors errors) throws SQLException {
    try {
      session.row(row, errors);
    } catch (Problem e) {
      errors.add(null, e.type().code());
    } catch (InvalidCode e) {
      errors.add(null, e.code());
    }
  }

  private static boolean reachesBeyond(Cells cells, int width) {
    for (int i = width; i < cells.size(); i++) {
      if (cells.text(i) != null && !cells.text(i).isBlank()) {
        return true;
      }
    }
    return false;
  }

  private ImportContext context(ClaimedJob job) {
    Instant now = clock.now();
    return new ImportContext(
        job.id(),
        job.dryRun(),
        job.subject(),
        job.roles(),
        job.scopePath(),
        now,
        LocalDate.ofInstant(now, clock.zone()),
        job.parameters().values());
  }
}
