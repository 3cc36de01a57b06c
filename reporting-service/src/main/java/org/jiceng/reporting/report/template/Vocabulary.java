package org.jiceng.reporting.report.template;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalInt;
import org.jiceng.kit.codes.CodeLists;
import org.jiceng.reporting.indicator.Dimension;
import org.jiceng.reporting.indicator.Indicator;
import org.jiceng.reporting.indicator.Indicators;

/** What a template may name. */
@ApplicationScoped
public class Vocabulary {
  private final Indicators indicators;

  Vocabulary(Indicators indicators) {
    this.indicators = indicators;
  }

  /** The indicator of a name; none for no name. */
  Optional<Indicator> find(String name) {
    return name == null ? Optional.empty() : indicators.find(name);
  }

  /** The indicator of which another is a part. */
  Optional<Indicator> wholeOf(Indicator part) {
    return indicators.wholeOf(part);
  }

  /** Whether an indicator is one figure by another already. */
  boolean isQuotient(String name) {
    return find(name).filter(Indicator::isQuotient).isPresent();
  }

  /** How many values a dimension has; empty where that is the areas' to say. */
  OptionalInt values(Dimension dimension) {
    return dimension
        .codeList()
        .flatMap(CodeLists::find)
        .map(list -> OptionalInt.of(list.items().size()))
        .orElse(OptionalInt.empty());
  }
}
