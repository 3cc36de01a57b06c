package org.jiceng.registry.quality;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Map;
import org.jiceng.kit.problem.Problem;

/** What changes of a rule; what is left out stays. */
public record RuleChange(
    Boolean enabled, Map<String, @NotNull @PositiveOrZero @Max(1_000_000) Integer> parameters) {

  /** A rule has the parameters that its query reads, no others. */
  void requireKnown(Map<String, Integer> known) {
    if (parameters != null) {
      for (String name : parameters.keySet()) {
        if (!known.containsKey(name)) {
          throw Problem.violation("parameters", "no-parameter", name);
        }
      }
    }
  }
}
