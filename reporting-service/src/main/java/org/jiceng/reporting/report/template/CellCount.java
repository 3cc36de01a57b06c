package org.jiceng.reporting.report.template;

import org.jiceng.reporting.indicator.Dimension;

/**
 * How many cells a template asks for at most, before any figure is known: every value that a
 * dimension can have, what is unknown, and the sum.
 */
final class CellCount {
  private final Vocabulary vocabulary;
  private final TemplateLimits limits;

  CellCount(Vocabulary vocabulary, TemplateLimits limits) {
    this.vocabulary = vocabulary;
    this.limits = limits;
  }

  /** Of a template that is otherwise good. */
  long of(Template template) {
    return template.sections().stream()
        .mapToLong(section -> rows(section) * section.figures().size())
        .sum();
  }

  private long rows(Section section) {
    if (section instanceof Section.Series series) {
      return series.steps();
    } else if (section instanceof Section.Areas) {
      return limits.areas() + 1L;
    } else if (section instanceof Section.Breakdown breakdown) {
      return breakdown.by().stream()
          .map(word -> Dimension.named(word).orElseThrow())
          .mapToLong(this::values)
          .reduce(1, Math::multiplyExact);
    }
    return 1;
  }

  private long values(Dimension dimension) {
    return vocabulary.values(dimension).orElse(limits.areas()) + 2L;
  }
}
