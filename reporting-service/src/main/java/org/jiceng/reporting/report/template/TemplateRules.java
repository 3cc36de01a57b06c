package org.jiceng.reporting.report.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jiceng.kit.codes.CodeLists;

/** What a template must keep to. */
final class TemplateRules {
  private static final Set<String> LEVELS = Set.of("township");
  private static final Set<String> UNITS = Set.of("ratio", "number");
  private static final int MOST_STEPS = 60;
  private static final int MOST_DIMENSIONS = 3;

  private final Vocabulary vocabulary;
  private final List<TemplateFault> faults = new ArrayList<>();

  private TemplateRules(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Everything that is wrong; nothing for a good one. */
  static List<TemplateFault> faultsOf(Template template, Vocabulary vocabulary) {
    TemplateRules rules = new TemplateRules(vocabulary);
    rules.check(template);
    return rules.faults;
  }

  private void check(Template template) {
    named("template", template.template(), template.name(), template.nameEn());
    if (template.period() == null) {
      fault("period", "required", "");
    }
    if (given("levels", template.levels())) {
      template.levels().stream()
          .filter(level -> !CodeLists.find("area-level").orElseThrow().contains(level))
          .forEach(level -> fault("levels", "template-level", level));
    }
    if (given("sections", template.sections())) {
      for (int i = 0; i < template.sections().size(); i++) {
        check("sections[%d]".formatted(i), template.sections().get(i), template.period());
      }
      unique("sections", template.sections().stream().map(Section::section).toList());
    }
  }

  private void check(String at, Section section, PeriodKind period) {
    named(at + ".section", section.section(), section.name(), section.nameEn());
    if (given(at + ".figures", section.figures())) {
      for (int i = 0; i < section.figures().size(); i++) {
        check("%s.figures[%d]".formatted(at, i), section.figures().get(i));
      }
      unique(at + ".figures", section.figures().stream().map(Figure::figure).toList());
    }
    if (section instanceof Section.Series series) {
      check(at, series, period);
    } else if (section instanceof Section.Areas areas && !LEVELS.contains(areas.level())) {
      fault(at + ".level", "template-level", areas.level());
    } else if (section instanceof Section.Breakdown breakdown) {
      check(at, breakdown);
    }
  }

  private void check(String at, Section.Series series, PeriodKind period) {
    if (series.steps() < 1 || series.steps() > MOST_STEPS) {
      fault(at + ".steps", "template-steps", String.valueOf(MOST_STEPS));
    }
    if (series.step() == null || period == null || series.step().compareTo(period) > 0) {
      fault(at + ".step", "template-step", String.valueOf(series.step()));
    }
  }

  private void check(String at, Section.Breakdown breakdown) {
    if (!given(at + ".by", breakdown.by())) {
      return;
    }
    unique(at + ".by", breakdown.by());
    if (breakdown.by().size() > MOST_DIMENSIONS) {
      fault(at + ".by", "template-dimensions", String.valueOf(MOST_DIMENSIONS));
    }
    for (Figure figure : breakdown.figures() == null ? List.<Figure>of() : breakdown.figures()) {
      if (figure.isQuotient()) {
        fault(at + ".figures", "template-quotient-broken-down", figure.figure());
      } else if (vocabulary.hasIndicator(figure.figure())) {
        breakdown.by().stream()
            .filter(dimension -> !vocabulary.hasDimension(figure.figure(), dimension))
            .forEach(dimension -> fault(at + ".by", "unknown-dimension", dimension));
      }
    }
  }

  private void check(String at, Figure figure) {
    if (!figure.isQuotient()) {
      indicator(at, figure.figure());
      return;
    }
    named(at, figure.figure(), figure.name(), figure.nameEn());
    if (vocabulary.hasIndicator(figure.figure())) {
      fault(at, "template-not-unique", figure.figure());
    }
    if (figure.unit() == null || !UNITS.contains(figure.unit())) {
      fault(at, "template-unit", String.valueOf(figure.unit()));
    }
    indicator(at, figure.part());
    indicator(at, figure.whole());
  }

  private void indicator(String at, String name) {
    if (name == null || !vocabulary.hasIndicator(name)) {
      fault(at, "unknown-indicator", String.valueOf(name));
    }
  }

  private void named(String at, String... names) {
    for (String name : names) {
      if (name == null || name.isBlank()) {
        fault(at, "required", "");
      }
    }
  }

  private boolean given(String at, Collection<?> values) {
    boolean some = values != null && !values.isEmpty();
    if (!some) {
      fault(at, "required", "");
    }
    return some;
  }

  private void unique(String at, List<String> names) {
    Set<String> seen = new HashSet<>();
    names.stream()
        .filter(name -> !seen.add(name))
        .forEach(name -> fault(at, "template-not-unique", name));
  }

  private void fault(String at, String code, String word) {
    faults.add(new TemplateFault(at, code, word));
  }
}
