package org.jiceng.reporting.report.template;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a figure of a template must keep to. */
final class FigureRules {
  private static final Set<String> UNITS = Set.of("ratio", "number");
  private static final Pattern ZERO = Pattern.compile("\\s*[+-]?0+([.,]0*)?\\s*");

  private final Vocabulary vocabulary;
  private final TemplateLimits limits;
  private final Faults faults;

  FigureRules(Vocabulary vocabulary, TemplateLimits limits, Faults faults) {
    this.vocabulary = vocabulary;
    this.limits = limits;
    this.faults = faults;
  }

  void check(String at, Figure figure) {
    boolean plain =
        Stream.of(figure.name(), figure.nameEn(), figure.unit(), figure.part(), figure.whole())
            .allMatch(Objects::isNull);
    if (plain) {
      indicator(at, figure.figure());
    } else {
      quotient(at, figure);
    }
  }

  private void quotient(String at, Figure figure) {
    faults.key(at + "/figure", figure.figure());
    faults.name(at + "/name", figure.name(), limits.name());
    faults.name(at + "/nameEn", figure.nameEn(), limits.name());
    if (vocabulary.find(figure.figure()).isPresent()) {
      faults.add(at + "/figure", "template-not-unique", figure.figure());
    }
    if (figure.unit() == null || !UNITS.contains(figure.unit())) {
      faults.add(at + "/unit", "one-of", "ratio, number");
    }
    indicator(at + "/part", figure.part());
    divisor(at + "/whole", figure);
  }

  /** That it is none on some day makes a figure without data; that it can be nothing else, none. */
  private void divisor(String at, Figure figure) {
    String whole = figure.whole();
    if (whole != null && ZERO.matcher(whole).matches()) {
      faults.add(at, "template-divides-by-zero");
    } else if (whole != null && whole.equals(figure.part())) {
      faults.add(at, "template-divides-by-itself", whole);
    } else if (vocabulary.isQuotient(whole)) {
      faults.add(at, "template-divides-by-quotient", whole);
    } else {
      indicator(at, whole);
    }
  }

  private void indicator(String at, String name) {
    if (name == null || name.isBlank()) {
      faults.add(at, "required");
    } else if (vocabulary.find(name).isEmpty()) {
      faults.add(at, "unknown-indicator", name);
    }
  }
}
