package org.jiceng.reporting.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jiceng.reporting.indicator.Formula;
import org.jiceng.reporting.indicator.Indicator;

/** Which postings of its measures an indicator counts, as a condition with its arguments. */
public record Counted(List<Formula.Part> parts, LocalDate since) {
  private static final String PART =
      """
      (%1$smeasure = any (?) and (cardinality(?::text[]) = 0 or %1$ssector = any (?))
        and (cardinality(?::text[]) = 0 or %1$stype = any (?)) and %1$seffective_on > ?::date)""";

  public static Counted of(Indicator indicator, LocalDate asOf, LocalDate since) {
    return new Counted(indicator.definition().parts(), since == null ? asOf.minusYears(3) : since);
  }

  /** What a sum counts, on whatever day. */
  static Counted of(Formula.Sum sum) {
    return new Counted(sum.parts(), null);
  }

  String sql() {
    return sql("");
  }

  /** On columns under an alias, as {@code p.}. */
  public String sql(String alias) {
    return parts.stream()
        .map(part -> PART.formatted(alias))
        .collect(Collectors.joining(" or ", "(", ")"));
  }

  /** Its arguments and then others, in the order of the query. */
  public Object[] and(Object... others) {
    List<Object> arguments = new ArrayList<>();
    for (Formula.Part part : parts) {
      Formula.Sum sum = part.sum();
      arguments.addAll(
          Arrays.asList(
              sum.measures(),
              sum.sectors(),
              sum.sectors(),
              sum.types(),
              sum.types(),
              part.ofPeriod() ? since : LocalDate.MIN));
    }
    arguments.addAll(Arrays.asList(others));
    return arguments.toArray();
  }
}
