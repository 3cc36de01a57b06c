package org.jiceng.registry.territory;

import java.time.LocalDate;
import java.util.function.Function;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Tables.RowReader;

/**
 * A kind of thing that lies in areas, and how it is read as of a day. Its table or join is called
 * t; the area's hierarchy is that of the day.
 *
 * @param source what follows "from", with a condition that holds on the day
 * @param days how many times that condition takes the day
 * @param key the unique column by which it is listed
 */
record Lying<T>(
    String columns,
    String source,
    int days,
    String key,
    RowReader<T> reader,
    Function<T, Object> keyOf) {

  private static final String IN_AREA =
      """
      and t.area_code in (select area_code from area_within
             where within_code = ? and valid_from <= ? and (valid_to is null or valid_to > ?))""";

  Condition page(String area, LocalDate day) {
    return select(columns, area, day);
  }

  Condition count(String area, LocalDate day) {
    return select("count(*)", area, day);
  }

  private Condition select(String what, String area, LocalDate day) {
    Condition condition = new Condition("select " + what + " from " + source + " " + IN_AREA);
    for (int i = 0; i < days; i++) {
      condition.with(day);
    }
    return condition.with(area).with(day).with(day);
  }
}
