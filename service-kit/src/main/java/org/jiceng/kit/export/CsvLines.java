package org.jiceng.kit.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jiceng.kit.imports.Formulas;

/**
 * CSV in UTF-8 with a byte order mark, by which Excel knows that it is. Text that a spreadsheet
 * would take for a formula has an apostrophe before it; the import takes it off again.
 */
final class CsvLines implements Lines {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final List<Columns.Place> columns;
  private final Writer text;
  private final CsvWriter csv;

  CsvLines(List<Columns.Place> columns, OutputStream out) throws IOException {
    this.columns = columns;
    text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 16 * 1024);
    text.write(BYTE_ORDER_MARK);
    csv = CsvWriter.builder().build(text);
    csv.writeRecord(columns.stream().map(Columns.Place::name).toList());
  }

  @Override
  public void add(ResultSet row) throws SQLException {
    String[] cells = new String[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cell(columns.get(i).value(row));
    }
    csv.writeRecord(cells);
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof String words ? Formulas.guard(words) : value.toString();
  }

  @Override
  public void finish() throws IOException {
    csv.flush();
    text.flush();
  }
}
