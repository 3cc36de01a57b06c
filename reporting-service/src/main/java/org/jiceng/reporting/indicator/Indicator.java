package org.jiceng.reporting.indicator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;

/**
 * A figure as it is defined, once: its name in both languages, its unit, and its formula over the
 * measures of the ledger.
 *
 * @param unit persons, count, households, m2, hours, CNY or ratio
 */
public record Indicator(
    String indicator, String unit, String name, String nameEn, @JsonIgnore Formula definition) {
  private static final Set<String> OF_PERSONS =
      Set.of("member", "mobileHosted", "mobileAway", "transfer", "attendance");

  /** What it means, in words. */
  @JsonProperty
  public String formula() {
    return definition.words();
  }

  /** By what it can be broken down. */
  @JsonProperty
  public List<String> dimensions() {
    return definition.dimensions().stream().map(Dimension::word).toList();
  }

  /** The measures of the ledger behind it. */
  @JsonProperty
  public List<String> measures() {
    return definition.parts().stream()
        .flatMap(part -> part.sum().measures().stream())
        .distinct()
        .toList();
  }

  /** Whether it tells what happened after the day since, and not only what there is on the day. */
  @JsonProperty
  public boolean overPeriod() {
    return definition.isOverPeriod();
  }

  /** Whether it is one figure by another. */
  @JsonIgnore
  public boolean isQuotient() {
    return definition instanceof Formula.Quotient || definition instanceof Formula.Growth;
  }

  /** Whether it counts persons, or what they did, of whom few must not be told apart. */
  @JsonIgnore
  public boolean countsPersons() {
    return measures().stream().anyMatch(Indicator::isOfPersons);
  }

  /** Whether a measure of the ledger counts persons, or what they did. */
  public static boolean isOfPersons(String measure) {
    return OF_PERSONS.contains(measure.split("\\.")[0]);
  }
}
