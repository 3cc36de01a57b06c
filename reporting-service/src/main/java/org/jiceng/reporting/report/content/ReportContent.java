package org.jiceng.reporting.report.content;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is sealed: the figures, what they are of, and how far each log counts. Nothing of when it
 * was sealed or by whom, so that whoever asks the same of the same logs gets the same bytes.
 *
 * @param format how the content is built; a change of it is another word
 * @param from the first day of the period
 * @param asOf its last day, as of which the figures are
 * @param positions how far each log counts, by its topic
 * @param protectedBelow counts of persons above zero and below this are hidden
 */
public record ReportContent(
    String format,
    Origin template,
    Place area,
    String period,
    LocalDate from,
    LocalDate asOf,
    Map<String, Long> positions,
    int protectedBelow,
    List<Table> sections) {
  /** The present way to build it. */
  public static final String FORMAT = "jiceng.report.v2";

  /** The way before: ratios of persons were hidden always, as if they were few persons. */
  public static final String FORMAT_OF_HIDDEN_RATIOS = "jiceng.report.v1";

  /**
   * The template as it was.
   *
   * @param digest SHA-256 over its canonical form, in hex
   */
  @Schema(name = "ReportOrigin")
  public record Origin(String template, String name, String nameEn, String digest) {}

  /** The area, as it was called. */
  @Schema(name = "ReportPlace")
  public record Place(String code, String level, String name, String nameEn) {}

  /** One section. */
  @Schema(name = "ReportTable")
  public record Table(
      String section,
      String name,
      String nameEn,
      List<Key> keys,
      List<Column> figures,
      List<Row> rows) {}

  /** What the rows of a section are told apart by. */
  @Schema(name = "ReportKey")
  public record Key(String key, String name, String nameEn) {}

  /** What the cells of a column are. */
  @Schema(name = "ReportColumn")
  public record Column(String figure, String name, String nameEn, String unit) {}

  /** A label for each key, a cell for each figure. */
  @Schema(name = "ReportRow")
  public record Row(List<Label> labels, List<Cell> cells) {}

  /**
   * What a row is about.
   *
   * @param code null for the sum over the key
   */
  @Schema(name = "ReportLabel")
  public record Label(String code, String name, String nameEn) {}

  /**
   * A figure.
   *
   * @param value null where there is no data, and where it is hidden
   * @param suppressed whether it is hidden, since it could tell of single persons
   */
  @Schema(name = "ReportCell")
  public record Cell(BigDecimal value, boolean suppressed) {
    /** Where a figure is hidden. */
    public static final Cell HIDDEN = new Cell(null, true);
  }
}
