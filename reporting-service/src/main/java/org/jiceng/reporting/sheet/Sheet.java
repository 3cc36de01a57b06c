package org.jiceng.reporting.sheet;

import java.math.BigDecimal;
import java.util.List;

/**
 * A table as it leaves as a spreadsheet.
 *
 * @param file its name without ending
 * @param words what stands above the words by which rows are told apart
 * @param figures what stands above the figures
 * @param notes what the figures are of, on a sheet of its own
 */
public record Sheet(
    String file,
    Heading title,
    List<Heading> words,
    List<Heading> figures,
    List<Row> rows,
    List<Note> notes) {

  /** Words and figures, as many as there are headings of each. */
  public record Row(List<String> words, List<Cell> cells) {}

  /** A figure in its unit; null where there is no data, and where it is hidden. */
  public record Cell(BigDecimal value, boolean suppressed, String unit) {}

  /** A fact about the table. */
  public record Note(Heading about, String text) {}
}
