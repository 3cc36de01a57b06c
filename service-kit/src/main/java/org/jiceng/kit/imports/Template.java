package org.jiceng.kit.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jiceng.kit.codes.CodeList;

/**
 * An empty file to fill in: headers in the language of whoever asks, codes to choose from a list,
 * every cell text, so that a spreadsheet rounds no ID number.
 */
final class Template {
  private static final int ROWS = 10_000;
  private static final double WIDTH = 18;

  private final List<Column> columns;
  private final Locale language;

  Template(List<Column> columns, Locale language) {
    this.columns = columns;
    this.language = language;
  }

  void write(OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "Jiceng", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(Column.isChinese(language) ? "数据" : "data");
      Worksheet codes = workbook.newWorksheet("codes");
      codes.setVisibilityState(VisibilityState.HIDDEN);
      sheet.freezePane(0, 1);
      for (int place = 0; place < columns.size(); place++) {
        Column column = columns.get(place);
        sheet.value(0, place, column.title(language));
        sheet.style(0, place).bold().fillColor(column.required() ? "FFF2CC" : "EDEDED").set();
        sheet.width(place, WIDTH);
        sheet.style(place).format("@").set();
        if (column.list() != null) {
          int last = list(codes, place, column.list());
          sheet
              .range(1, place, ROWS, place)
              .validateWithList(codes.range(0, place, last, place))
              .allowBlank(!column.required());
        }
      }
    }
  }

  private int list(Worksheet codes, int place, CodeList list) {
    int row = 0;
    for (CodeList.Item item : list.items()) {
      codes.value(row++, place, Column.isChinese(language) ? item.zh() : item.en());
    }
    return row - 1;
  }
}
