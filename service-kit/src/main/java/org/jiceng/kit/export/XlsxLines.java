package org.jiceng.kit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A spreadsheet, written row by row. Text is always text in it, never a formula; what does not fit
 * in one sheet goes on in the next.
 */
final class XlsxLines implements Lines {
  private static final int LAST_ROW = 1_048_575;
  private static final int FLUSH_EVERY = 500;

  private final List<Columns.Place> columns;
  private final Workbook workbook;
  private Worksheet sheet;
  private int sheets;
  private int row;

  XlsxLines(List<Columns.Place> columns, OutputStream out) {
    this.columns = columns;
    workbook = new Workbook(out, "Jiceng", "1.0");
    beginSheet();
  }

  private void beginSheet() {
    sheet = workbook.newWorksheet("data" + (++sheets == 1 ? "" : sheets));
    sheet.freezePane(0, 1);
    row = 0;
    for (int i = 0; i < columns.size(); i++) {
      sheet.inlineString(0, i, columns.get(i).name());
    }
  }

  @Override
  public void add(ResultSet values) throws SQLException, IOException {
    if (row == LAST_ROW) {
      sheet.finish();
      beginSheet();
    }
    row++;
    for (int i = 0; i < columns.size(); i++) {
      write(i, columns.get(i).value(values));
    }
    if (row % FLUSH_EVERY == 0) {
      sheet.flush();
    }
  }

  private void write(int column, Object value) {
    if (value instanceof Number number) {
      sheet.value(row, column, number);
    } else if (value instanceof Boolean truth) {
      sheet.value(row, column, truth);
    } else if (value != null) {
      sheet.inlineString(row, column, value.toString());
    }
  }

  @Override
  public void finish() throws IOException {
    sheet.finish();
    workbook.finish();
  }
}
