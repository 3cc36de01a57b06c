package org.jiceng.reporting.report.template;

import jakarta.enterprise.context.ApplicationScoped;
import org.jiceng.reporting.indicator.Indicators;

/** What a template may name. */
@ApplicationScoped
public class Vocabulary {
  private final Indicators indicators;

  Vocabulary(Indicators indicators) {
    this.indicators = indicators;
  }

  boolean hasIndicator(String name) {
    return indicators.find(name).isPresent();
  }

  /** Whether an indicator can be broken down by a dimension. */
  boolean hasDimension(String indicator, String dimension) {
    return indicators.find(indicator).orElseThrow().dimensions().contains(dimension);
  }
}
