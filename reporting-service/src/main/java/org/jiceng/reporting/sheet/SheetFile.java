package org.jiceng.reporting.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;

/** Writes a table as a spreadsheet: the table first, then what it is of. */
public final class SheetFile {
  /** Stands for a figure that is hidden, so that it tells of no single person. */
  public static final String HIDDEN = "***";

  private static final double WIDE = 24;
  private static final double TEXT = 80;
  private static final Heading ABOUT = new Heading("说明", "About");
  private static final List<Sheet.Note> SIGNS =
      List.of(
          new Sheet.Note(
              new Heading(HIDDEN, "Hidden"),
              "为保护个人信息不予显示，并不等于 0 / Not shown, to protect persons: not 0"),
          new Sheet.Note(
              new Heading("空白", "Empty"),
              "当日尚无记录，并不等于 0 / Nothing was on record by that day: not 0"));

  private SheetFile() {}

  /** The whole file. */
  public static byte[] of(Sheet table) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Jiceng", "1.0")) {
      write(table, new FigureSheet(workbook, "", table.title().zh(), HIDDEN));
      notes(table, new FigureSheet(workbook, "", ABOUT.zh() + " " + ABOUT.en(), HIDDEN));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void write(Sheet table, FigureSheet sheet) {
    sheet.head(
        Stream.concat(table.words().stream(), table.figures().stream())
            .map(Heading::both)
            .toList());
    int words = table.words().size();
    for (int column = 0; column < words; column++) {
      sheet.width(column, WIDE);
    }
    int at = 1;
    for (Sheet.Row row : table.rows()) {
      for (int i = 0; i < words; i++) {
        sheet.words(at, i, row.words().get(i));
      }
      for (int i = 0; i < row.cells().size(); i++) {
        Sheet.Cell cell = row.cells().get(i);
        sheet.figure(at, words + i, cell.value(), cell.suppressed(), cell.unit());
      }
      at++;
    }
  }

  private static void notes(Sheet table, FigureSheet sheet) {
    sheet.head(List.of("项目", "Item", "内容 Content"));
    sheet.width(0, WIDE);
    sheet.width(1, WIDE);
    sheet.width(2, TEXT);
    List<Sheet.Note> notes = new ArrayList<>(table.notes());
    notes.addAll(SIGNS);
    for (int i = 0; i < notes.size(); i++) {
      sheet.words(i + 1, 0, notes.get(i).about().zh());
      sheet.words(i + 1, 1, notes.get(i).about().en());
      sheet.words(i + 1, 2, notes.get(i).text());
    }
  }
}
