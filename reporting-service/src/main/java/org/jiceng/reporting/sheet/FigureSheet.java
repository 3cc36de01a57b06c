package org.jiceng.reporting.sheet;

import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * One sheet of a spreadsheet: a head that stays in sight, words that are never a formula, and
 * figures as numbers; no data is an empty cell, and a sign stands for what is hidden.
 */
public final class FigureSheet {
  private static final String HEAD = "D9E2F3";
  private static final double NARROW = 16;

  /** A sheet's name has at most 31 characters; some are left for a number before it. */
  private static final int NAME_LENGTH = 27;

  private final Worksheet sheet;
  private final String hidden;

  /**
   * Begins a sheet.
   *
   * @param prefix what its name begins with
   * @param hidden the sign for figures that are hidden
   */
  public FigureSheet(Workbook workbook, String prefix, String name, String hidden) {
    this.sheet = workbook.newWorksheet(prefix + plain(name));
    this.hidden = hidden;
  }

  private static String plain(String name) {
    String plain = name.replaceAll("[\\[\\]:*?/\\\\]", " ");
    return plain.length() > NAME_LENGTH ? plain.substring(0, NAME_LENGTH) : plain;
  }

  /** The first row. */
  public void head(List<String> names) {
    sheet.freezePane(0, 1);
    for (int i = 0; i < names.size(); i++) {
      sheet.inlineString(0, i, names.get(i));
      sheet.width(i, NARROW);
      sheet.style(0, i).bold().wrapText(true).verticalAlignment("center").fillColor(HEAD).set();
    }
  }

  /** How wide a column is, in characters. */
  public void width(int column, double characters) {
    sheet.width(column, characters);
  }

  /** Words, or nothing where there are none. */
  public void words(int row, int column, String words) {
    if (words != null && !words.isEmpty()) {
      sheet.inlineString(row, column, words);
    }
  }

  /** A figure in its unit; null where there is no data, and where it is hidden. */
  public void figure(int row, int column, BigDecimal value, boolean suppressed, String unit) {
    if (suppressed) {
      sheet.inlineString(row, column, hidden);
      sheet.style(row, column).horizontalAlignment("right").set();
    } else if (value != null) {
      sheet.value(row, column, value);
      sheet.style(row, column).format(Units.format(unit)).set();
    }
  }
}
