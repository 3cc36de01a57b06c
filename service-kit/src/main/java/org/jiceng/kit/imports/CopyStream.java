package org.jiceng.kit.imports;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows into a table by COPY. It gathers about a mebibyte and sends it as one COPY, so that
 * several streams and other statements may take turns on one connection. Not for two threads.
 */
public final class CopyStream implements AutoCloseable {
  private static final int ENOUGH = 1 << 20;

  private final PGConnection connection;
  private final String sql;
  private final int width;
  private final CopyBuffer buffer = new CopyBuffer(ENOUGH + ENOUGH / 8);
  private int column;
  private long rows;

  private CopyStream(PGConnection connection, String sql, int width) {
    this.connection = connection;
    this.sql = sql;
    this.width = width;
  }

  /** Opens a stream into these columns of a table; the names are the caller's own, not input. */
  public static CopyStream into(Connection connection, String table, String... columns)
      throws SQLException {
    return into(connection, table, List.of(columns));
  }

  /** Opens a stream into these columns of a table; the names are the caller's own, not input. */
  public static CopyStream into(Connection connection, String table, List<String> columns)
      throws SQLException {
    String sql = "copy %s (%s) from stdin".formatted(table, String.join(", ", columns));
    return new CopyStream(connection.unwrap(PGConnection.class), sql, columns.size());
  }

  /** The next value of the row; null is SQL's null. */
  public CopyStream add(String value) {
    separate();
    buffer.text(value);
    return this;
  }

  public CopyStream add(long value) {
    separate();
    buffer.ascii(Long.toString(value));
    return this;
  }

  public CopyStream add(boolean value) {
    separate();
    buffer.ascii(value ? "t" : "f");
    return this;
  }

  public CopyStream add(UUID value) {
    return plain(value);
  }

  public CopyStream add(LocalDate value) {
    return plain(value);
  }

  public CopyStream add(Instant value) {
    return plain(value);
  }

  public CopyStream add(BigDecimal value) {
    return plain(value == null ? null : value.toPlainString());
  }

  public CopyStream add(Number value) {
    return plain(value);
  }

  public CopyStream add(Boolean value) {
    return plain(value);
  }

  /** A constant by its name. */
  public CopyStream add(Enum<?> value) {
    return plain(value == null ? null : value.name());
  }

  public CopyStream add(byte[] value) {
    separate();
    buffer.hex(value);
    return this;
  }

  /** Ends the row, which must be full. */
  public void endRow() throws SQLException {
    if (column != width) {
      throw new IllegalStateException("%d values for %d columns".formatted(column, width));
    }
    buffer.newline();
    column = 0;
    rows++;
    if (buffer.size() >= ENOUGH) {
      flush();
    }
  }

  /** Writes a whole row of values that PostgreSQL reads by their text form, such as EventRow's. */
  public void row(List<?> values) throws SQLException {
    for (Object value : values) {
      if (value instanceof byte[] bytes) {
        add(bytes);
      } else {
        add(value == null ? null : value.toString());
      }
    }
    endRow();
  }

  /** Sends what is gathered; call it before a statement that reads what was written. */
  public void flush() throws SQLException {
    if (buffer.size() == 0) {
      return;
    }
    CopyIn copy = connection.getCopyAPI().copyIn(sql);
    try {
      copy.writeToCopy(buffer.bytes(), 0, buffer.size());
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
      buffer.clear();
    }
  }

  /** How many rows were written so far. */
  public long rows() {
    return rows;
  }

  /** Sends what is left. */
  @Override
  public void close() throws SQLException {
    flush();
  }

  private CopyStream plain(Object value) {
    separate();
    buffer.ascii(value == null ? null : value.toString());
    return this;
  }

  private void separate() {
    if (column++ > 0) {
      buffer.tab();
    }
  }
}
