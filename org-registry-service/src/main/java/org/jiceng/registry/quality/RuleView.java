package org.jiceng.registry.quality;

import java.time.LocalDate;
import java.util.Map;

/** A rule as it goes out; its parameters are whole numbers by name. */
public record RuleView(
    String code,
    String title,
    String titleEn,
    Severity severity,
    Map<String, Integer> parameters,
    boolean enabled,
    LocalDate since,
    long version) {

  /** How much a fault matters. */
  public enum Severity {
    HIGH,
    MEDIUM,
    LOW
  }
}
