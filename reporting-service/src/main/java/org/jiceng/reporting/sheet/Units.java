package org.jiceng.reporting.sheet;

import java.util.Map;

/** The units of figures: how they read beside a name, and how numbers of them are shown. */
public final class Units {
  private static final String PLAIN = "#,##0.##";
  private static final Map<String, String> NAMES =
      Map.of("persons", "人", "m2", "平方米", "CNY", "元", "hours", "小时", "households", "户");
  private static final Map<String, String> FORMATS =
      Map.of(
          "ratio",
          "0.0%",
          "persons",
          "#,##0",
          "count",
          "#,##0",
          "households",
          PLAIN,
          "CNY",
          "#,##0.00",
          "m2",
          PLAIN,
          "hours",
          "#,##0.0",
          "number",
          "#,##0.00");

  private Units() {}

  /** The name with its unit where figures of it could be taken for something else. */
  public static Heading beside(String name, String nameEn, String unit) {
    String word = NAMES.get(unit);
    return word == null
        ? new Heading(name, nameEn)
        : new Heading(name + "（" + word + "）", nameEn + " (" + unit + ")");
  }

  /** The form of a spreadsheet's numbers. */
  static String format(String unit) {
    return FORMATS.getOrDefault(unit, PLAIN);
  }
}
