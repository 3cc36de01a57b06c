package org.jiceng.reporting.breakdown;

import java.time.LocalDate;

/**
 * The age bands of the annual bulletin. Age is the year of the day asked about less the year of
 * birth, as no day of birth is known here.
 */
final class AgeBands {
  private static final int YOUNGEST = 30;
  private static final int OLDEST = 60;
  private static final int WIDTH = 5;

  private AgeBands() {}

  /** The SQL expression for the band of someone who was born in the year of a column. */
  static String sql(String birthYear, LocalDate asOf) {
    String age = "(%d - %s)".formatted(asOf.getYear(), birthYear);
    StringBuilder sql = new StringBuilder("case when " + age + " <= 30 then '0-30'");
    for (int from = YOUNGEST + 1; from < OLDEST; from += WIDTH) {
      int to = from + WIDTH - 1;
      sql.append(" when %s <= %d then '%d-%d'".formatted(age, to, from, to));
    }
    return sql.append(" when " + age + " > 60 then '61+' end").toString();
  }
}
