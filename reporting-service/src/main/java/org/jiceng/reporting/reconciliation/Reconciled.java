package org.jiceng.reporting.reconciliation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.events.Topic;

/** All comparisons, of the whole district and by area, and whether all agree. */
@Schema(name = "Reconciliation")
public record Reconciled(
    boolean agrees, List<Comparison> comparisons, List<AreaComparison> byArea) {

  static Reconciled of(List<Comparison> comparisons, List<AreaComparison> byArea) {
    boolean agrees =
        comparisons.stream().allMatch(Comparison::agrees)
            && byArea.stream().allMatch(AreaComparison::agrees);
    return new Reconciled(agrees, comparisons, byArea);
  }

  /** Whether no difference can be a passing one. */
  @JsonIgnore
  boolean certain() {
    return comparisons.stream().allMatch(Comparison::certain)
        && byArea.stream().allMatch(AreaComparison::certain);
  }

  /** By topic, all that differs. */
  @JsonIgnore
  Map<String, List<Line>> differences() {
    Map<String, List<Line>> differences = new TreeMap<>();
    for (Topic topic : Topic.FACTS) {
      differences.put(
          topic.name(),
          Stream.concat(
                  comparisons.stream()
                      .filter(c -> c.topic().equals(topic.name()))
                      .flatMap(c -> c.measures().stream())
                      .filter(line -> !line.agrees()),
                  byArea.stream()
                      .filter(c -> c.topic().equals(topic.name()))
                      .flatMap(c -> c.differences().stream()))
              .toList());
    }
    return differences;
  }
}
