package org.jiceng.kit.imports;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jiceng.kit.personal.PersonalCipher;
import org.jiceng.kit.problem.Messages;
import org.jiceng.kit.problem.Problem;

/**
 * A refused file as it was sent, with what is wrong written behind each row and the cells coloured:
 * to be put right in place and sent again.
 */
@ApplicationScoped
class MarkedFile {
  private static final String FILE =
      """
      select j.kind, j.format, j.charset, j.size from import_job j
       where j.id = ? and exists (select 1 from import_chunk c where c.job_id = j.id)""";
  private static final String ERRORS =
      "select row_no, column_name, code, args from import_error where job_id = ? order by row_no, no";
  private static final int FLUSH_EVERY = 500;
  private static final String WRONG = "F8CBAD";

  private final AgroalDataSource dataSource;
  private final Imports imports;
  private final PersonalCipher cipher;
  private final ImportsConfig config;

  MarkedFile(
      AgroalDataSource dataSource, Imports imports, PersonalCipher cipher, ImportsConfig config) {
    this.dataSource = dataSource;
    this.imports = imports;
    this.cipher = cipher;
    this.config = config;
  }

  /** What is kept of a refused file. */
  private record Kept(String kind, FileFormat format, Charset charset, long size) {}

  /** What is wrong in a row: the columns, and all of it in words. */
  private record Wrong(List<String> columns, List<String> words) {}

  /** Refuses a file that is not kept any more, or never was (404). */
  void requireKept(UUID job) {
    try (Connection connection = dataSource.getConnection()) {
      if (kept(connection, job).isEmpty()) {
        throw Problem.notFound();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the file could not be looked for", e);
    }
  }

  void write(UUID job, Messages messages, OutputStream out) throws IOException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      Kept file = kept(connection, job).orElseThrow(() -> new IOException("no longer kept"));
      Map<Long, Wrong> errors = errors(connection, job, messages);
      List<Column> columns = imports.kind(file.kind()).columns();
      try (RowSource rows =
          StoredFile.open(
              new StoredFile.Place(job, file.format(), file.charset(), file.size()),
              connection,
              cipher,
              config.maxUnpackedSize().asLongValue())) {
        copy(rows, columns, errors, messages, out);
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new IOException("the file could not be read", e);
    }
  }

  private static void copy(
      RowSource rows,
      List<Column> columns,
      Map<Long, Wrong> errors,
      Messages messages,
      OutputStream out)
      throws IOException {
    Workbook workbook = new Workbook(out, "Jiceng", "1.0");
    Worksheet sheet = workbook.newWorksheet("data");
    sheet.freezePane(0, 1);
    rows.next();
    Cells titles = rows.cells();
    Header header = new Header(columns, titles, new ErrorLog());
    int width = titles.size();
    for (int i = 0; i < width; i++) {
      sheet.inlineString(0, i, text(titles, i));
    }
    sheet.inlineString(0, width, messages.text("import.errors", List.of()));
    about(sheet, width, errors.get(0L), errors.get(Header.ROW));
    int at = 1;
    while (rows.next()) {
      Wrong wrong = errors.get(rows.number());
      Cells cells = rows.cells();
      for (int i = 0; i < Math.min(width, cells.size()); i++) {
        sheet.inlineString(at, i, shown(columns, header, cells, i));
      }
      if (wrong != null) {
        mark(sheet, at, width, header, wrong);
      }
      if (++at % FLUSH_EVERY == 0) {
        sheet.flush();
      }
    }
    sheet.finish();
    workbook.finish();
  }

  /** What is wrong with the file as a whole stands behind its header. */
  private static void about(Worksheet sheet, int width, Wrong... wrongs) {
    for (Wrong wrong : wrongs) {
      if (wrong != null) {
        sheet.comment(0, width, String.join("\n", wrong.words()));
      }
    }
  }

  private static void mark(Worksheet sheet, int at, int width, Header header, Wrong wrong) {
    sheet.inlineString(at, width, String.join("\n", wrong.words()));
    for (String column : wrong.columns()) {
      int place = header.indexOf(column);
      if (place >= 0) {
        sheet.style(at, place).fillColor(WRONG).set();
      }
    }
  }

  /** A spreadsheet keeps dates as serial days, which nobody reads. */
  private static String shown(List<Column> columns, Header header, Cells cells, int place) {
    String text = text(cells, place);
    boolean day =
        cells.isNumber(place)
            && columns.stream().anyMatch(c -> c.date() && header.indexOf(c.name()) == place);
    return day ? CellDates.ofSerial(text, cells).map(Object::toString).orElse(text) : text;
  }

  private static String text(Cells cells, int place) {
    String text = cells.text(place);
    return text == null ? "" : text;
  }

  private static Optional<Kept> kept(Connection connection, UUID job) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FILE)) {
      select.setObject(1, job);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Kept(
                    row.getString(1),
                    FileFormat.valueOf(row.getString(2)),
                    Charset.forName(row.getString(3)),
                    row.getLong(4)))
            : Optional.empty();
      }
    }
  }

  private static Map<Long, Wrong> errors(Connection connection, UUID job, Messages messages)
      throws SQLException {
    Map<Long, Wrong> found = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(ERRORS)) {
      select.setObject(1, job);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Wrong wrong =
              found.computeIfAbsent(
                  rows.getLong(1), row -> new Wrong(new ArrayList<>(), new ArrayList<>()));
          String column = rows.getString(2);
          Object[] args = (Object[]) rows.getArray(4).getArray();
          String words = ErrorReport.text(messages, rows.getString(3), args);
          wrong.words().add(column == null ? words : column + ": " + words);
          if (column != null) {
            wrong.columns().add(column);
          }
        }
      }
    }
    return found;
  }
}
