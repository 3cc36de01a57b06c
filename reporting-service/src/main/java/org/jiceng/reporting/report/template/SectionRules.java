package org.jiceng.reporting.report.template;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiceng.reporting.indicator.Dimension;
import org.jiceng.reporting.indicator.Indicator;
import org.jiceng.reporting.statistics.AreaLevels;

/** What a section of a template must keep to. */
final class SectionRules {
  private static final int MOST_DIMENSIONS = 3;

  private final Vocabulary vocabulary;
  private final TemplateLimits limits;
  private final Template template;
  private final Faults faults;
  private final FigureRules figures;

  SectionRules(Vocabulary vocabulary, TemplateLimits limits, Template template, Faults faults) {
    this.vocabulary = vocabulary;
    this.limits = limits;
    this.template = template;
    this.faults = faults;
    this.figures = new FigureRules(vocabulary, limits, faults);
  }

  void check(String at, Section section) {
    faults.key(at + "/section", section.section());
    faults.name(at + "/name", section.name(), limits.name());
    faults.name(at + "/nameEn", section.nameEn(), limits.name());
    boolean told = faults.given(at + "/figures", section.figures(), limits.figures());
    if (told) {
      for (int i = 0; i < section.figures().size(); i++) {
        figures.check(at + "/figures/" + i, section.figures().get(i));
      }
      faults.unique(at + "/figures", section.figures(), Figure::figure);
    }
    if (section instanceof Section.Series series) {
      check(at, series);
    } else if (section instanceof Section.Areas areas) {
      check(at, areas);
    } else if (section instanceof Section.Breakdown breakdown) {
      check(at, breakdown, told);
    }
  }

  private void check(String at, Section.Series series) {
    if (series.steps() < 1 || series.steps() > limits.steps()) {
      faults.add(at + "/steps", "between", 1, limits.steps());
    }
    if (series.step() == null) {
      faults.add(at + "/step", "required");
    } else if (template.period() != null && series.step().compareTo(template.period()) > 0) {
      faults.add(at + "/step", "template-step", template.period());
    }
  }

  /** What stands side by side is one level below whatever the report is of. */
  private void check(String at, Section.Areas areas) {
    if (areas.level() != null && !isLevel(areas.level())) {
      faults.add(at + "/level", "one-of", words());
      return;
    }
    for (String level : levels()) {
      Optional<AreaLevels> below = AreaLevels.below(level);
      if (below.isEmpty()) {
        faults.add(at, "template-nothing-below", level);
      } else if (areas.level() != null && !below.get().name().equalsIgnoreCase(areas.level())) {
        faults.add(at + "/level", "template-level-below", level, word(below.get()));
      }
    }
  }

  private List<String> levels() {
    return template.levels() == null
        ? List.of()
        : template.levels().stream().filter(Objects::nonNull).toList();
  }

  private static boolean isLevel(String word) {
    return Arrays.stream(AreaLevels.values()).anyMatch(level -> word(level).equals(word));
  }

  private static String words() {
    return Arrays.stream(AreaLevels.values())
        .map(SectionRules::word)
        .collect(Collectors.joining(", "));
  }

  private static String word(AreaLevels level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  private void check(String at, Section.Breakdown breakdown, boolean told) {
    if (!faults.given(at + "/by", breakdown.by(), MOST_DIMENSIONS)) {
      return;
    }
    faults.unique(at + "/by", breakdown.by(), word -> word);
    for (int i = 0; i < breakdown.by().size(); i++) {
      if (Dimension.named(breakdown.by().get(i)).isEmpty()) {
        faults.add(at + "/by/" + i, "unknown-dimension", breakdown.by().get(i));
      }
    }
    for (int i = 0; told && i < breakdown.figures().size(); i++) {
      brokenDown(at, at + "/figures/" + i, breakdown.figures().get(i), breakdown.by());
    }
  }

  private void brokenDown(String at, String atFigure, Figure figure, List<String> by) {
    if (figure.isQuotient()) {
      faults.add(atFigure, "template-quotient-broken-down");
      return;
    }
    vocabulary
        .find(figure.figure())
        .ifPresent(
            indicator -> {
              for (int i = 0; i < by.size(); i++) {
                boolean known = Dimension.named(by.get(i)).isPresent();
                if (known && !indicator.dimensions().contains(by.get(i))) {
                  faults.add(
                      at + "/by/" + i,
                      "dimension-not-of-indicator",
                      by.get(i),
                      indicator.indicator());
                }
              }
              ofPersons(atFigure, indicator);
            });
  }

  /** Tables of persons are such that no two can be subtracted from each other. */
  private void ofPersons(String at, Indicator indicator) {
    if (!indicator.countsPersons()) {
      return;
    }
    if (levels().stream().anyMatch(level -> !level.equals("DISTRICT"))) {
      faults.add(at, "template-persons-below", indicator.indicator());
    }
    vocabulary
        .wholeOf(indicator)
        .ifPresent(
            whole ->
                faults.add(
                    at, "template-part-of-another", indicator.indicator(), whole.indicator()));
  }
}
