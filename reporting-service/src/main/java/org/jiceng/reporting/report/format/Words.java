package org.jiceng.reporting.report.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jiceng.reporting.report.content.ReportContent.Cell;
import org.jiceng.reporting.report.content.ReportContent.Column;
import org.jiceng.reporting.report.content.ReportContent.Label;
import org.jiceng.reporting.sheet.Units;

/** How figures and labels read where people look at them. */
final class Words {
  /** Stands for a figure that is hidden, so that it tells of no single person. */
  static final String HIDDEN = "＊";

  /** Stands for no data. */
  static final String NO_DATA = "—";

  private static final String TOTAL = "合计";
  private static final String TOTAL_EN = "Total";
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private Words() {}

  /** A figure, with separators of thousands; a ratio in per cent. */
  static String of(Cell cell, String unit) {
    if (cell.suppressed()) {
      return HIDDEN;
    }
    if (cell.value() == null) {
      return NO_DATA;
    }
    return isRatio(unit)
        ? cell.value().multiply(HUNDRED).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%"
        : new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
            .format(cell.value());
  }

  static boolean isRatio(String unit) {
    return unit.equals("ratio");
  }

  /** The name with its unit where figures of it could be taken for something else. */
  static String name(Column column) {
    return Units.beside(column.name(), column.nameEn(), column.unit()).zh();
  }

  /** The English name with its unit. */
  static String nameEn(Column column) {
    return Units.beside(column.name(), column.nameEn(), column.unit()).en();
  }

  static String name(Label label) {
    return label.code() == null ? TOTAL : orCode(label.name(), label);
  }

  static String nameEn(Label label) {
    return label.code() == null ? TOTAL_EN : orCode(label.nameEn(), label);
  }

  private static String orCode(String name, Label label) {
    return name == null ? label.code() : name;
  }
}
