package org.jiceng.kit.export;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import org.jiceng.kit.audit.FoundReads;

/** Reads all rows as they stood at one moment, some at a time, as fast as they are taken. */
@ApplicationScoped
class Snapshot {
  private static final int FETCH = 1000;

  private final AgroalDataSource dataSource;
  private final ExportsConfig config;

  Snapshot(AgroalDataSource dataSource, ExportsConfig config) {
    this.dataSource = dataSource;
    this.config = config;
  }

  /** Whose data is in it is on record before the first byte leaves: exactly those of the file. */
  void write(Export export, ExportFormat format, Optional<FoundReads> looks, OutputStream out)
      throws SQLException, IOException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement begin = connection.createStatement()) {
        begin.execute("set transaction isolation level repeatable read, read only");
        if (looks.isPresent()) {
          record(connection, export, looks.get());
        }
        copy(connection, export, format, out);
      } finally {
        connection.rollback();
      }
    }
  }

  private void record(Connection reading, Export export, FoundReads looks) throws SQLException {
    try (Connection writing = dataSource.getConnection()) {
      writing.setAutoCommit(false);
      try (Statement begin = writing.createStatement()) {
        begin.execute("set transaction isolation level repeatable read");
        begin.execute("set transaction snapshot '" + shared(reading) + "'");
        looks.keep(writing, export.persons().ids(), export.values());
        writing.commit();
      } finally {
        writing.rollback();
      }
    }
  }

  private static String shared(Connection reading) throws SQLException {
    try (Statement share = reading.createStatement();
        ResultSet row = share.executeQuery("select pg_export_snapshot()")) {
      row.next();
      return row.getString(1);
    }
  }

  private void copy(Connection connection, Export export, ExportFormat format, OutputStream out)
      throws SQLException, IOException {
    Instant end = Instant.now().plus(config.timeout());
    try (PreparedStatement select = connection.prepareStatement(export.sql())) {
      select.setFetchSize(FETCH);
      for (int i = 0; i < export.values().size(); i++) {
        select.setObject(i + 1, export.values().get(i));
      }
      try (ResultSet rows = select.executeQuery()) {
        Lines lines = format.lines(Columns.of(rows.getMetaData(), export), out);
        long count = 0;
        while (rows.next()) {
          lines.add(rows);
          if (++count % FETCH == 0 && Instant.now().isAfter(end)) {
            throw new IOException("not taken within " + config.timeout());
          }
        }
        lines.finish();
      }
    }
  }
}
