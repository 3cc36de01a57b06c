package org.jiceng.reporting.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jiceng.reporting.figures.Question;

/**
 * How an indicator comes of the measures of the ledger. One declaration gives its value, its words
 * and the sums it opens down to. A value is null where there is nothing to say: nothing is divided
 * by, or the place has none of what is asked.
 */
public sealed interface Formula {
  /** The value for a node on a day. */
  BigDecimal value(Question question);

  /** The formula in words, as definitions publish it. */
  String words();

  /** The sums it is made of. */
  List<Part> parts();

  /**
   * A sum that a formula is made of.
   *
   * @param ofPeriod whether only what happened after the earlier day counts
   */
  record Part(Sum sum, boolean ofPeriod) {}

  /**
   * The sum of measures over organisations of these sectors and types; an empty set is any. Of what
   * lies in the territory and belongs to no organisation, a line has no figure.
   */
  record Sum(List<String> measures, Set<String> sectors, Set<String> types) implements Formula {
    static Sum of(String... measures) {
      return new Sum(List.of(measures), Set.of(), Set.of());
    }

    static Sum of(String measure, Set<String> sectors, Set<String> types) {
      return new Sum(List.of(measure), sectors, types);
    }

    @Override
    public BigDecimal value(Question question) {
      if (!question.isOfArea() && measures.stream().allMatch(Dimension::isOfTerritory)) {
        return null;
      }
      return measures.stream()
          .map(measure -> question.now().sum(measure, sectors, types))
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public String words() {
      return String.join(" + ", measures)
          + words(" of sector ", sectors)
          + words(" of type ", types);
    }

    private static String words(String of, Set<String> any) {
      return any.isEmpty() ? "" : of + String.join(" or ", any.stream().sorted().toList());
    }

    @Override
    public List<Part> parts() {
      return List.of(new Part(this, false));
    }

    /** By what it can be broken down. */
    public Set<Dimension> dimensions() {
      return Dimension.of(measures);
    }
  }

  /**
   * The sum of what is measured: there is no data, which is not zero, where nobody has measured.
   */
  record Measured(String measure) implements Formula {
    @Override
    public BigDecimal value(Question question) {
      boolean somebodyHas = question.now().sum("area.measured").signum() > 0;
      return somebodyHas ? question.now().sum(measure) : null;
    }

    @Override
    public String words() {
      return measure;
    }

    @Override
    public List<Part> parts() {
      return Sum.of(measure).parts();
    }
  }

  /** What a formula came to after the earlier day, up to and with the day asked for. */
  record Change(Formula of) implements Formula {
    @Override
    public BigDecimal value(Question question) {
      return minus(of.value(question), of.value(question.formerly()));
    }

    @Override
    public String words() {
      return "(" + of.words() + "), after the day since";
    }

    @Override
    public boolean isOverPeriod() {
      return true;
    }

    @Override
    public List<Part> parts() {
      return of instanceof Accrued
          ? of.parts()
          : of.parts().stream().map(part -> new Part(part.sum(), true)).toList();
    }
  }

  /** The sum of a rate a day over all days up to the day. */
  record Accrued(String measure) implements Formula {
    @Override
    public BigDecimal value(Question question) {
      return question.accrued(measure);
    }

    @Override
    public String words() {
      return measure + " of every day";
    }

    @Override
    public List<Part> parts() {
      return Sum.of(measure).parts();
    }
  }

  /** One by another; null where there is nothing to divide by. */
  record Quotient(Formula part, Formula whole, int digits) implements Formula {
    static Quotient ratio(Formula part, Formula whole) {
      return new Quotient(part, whole, 3);
    }

    @Override
    public BigDecimal value(Question question) {
      BigDecimal divided = part.value(question);
      BigDecimal by = whole.value(question);
      return divided == null || by == null || by.signum() == 0
          ? null
          : divided.divide(by, digits, RoundingMode.HALF_UP);
    }

    @Override
    public String words() {
      return part.words() + " / " + whole.words();
    }

    @Override
    public List<Part> parts() {
      return together(part, whole);
    }
  }

  /** A formula in other units, so many of the old to one of the new. */
  record Scaled(Formula of, int by, int digits) implements Formula {
    @Override
    public BigDecimal value(Question question) {
      BigDecimal value = of.value(question);
      return value == null ? null : value.divide(new BigDecimal(by), digits, RoundingMode.HALF_UP);
    }

    @Override
    public String words() {
      return of.words() + " / " + by;
    }

    @Override
    public boolean isOverPeriod() {
      return of.isOverPeriod();
    }

    @Override
    public List<Part> parts() {
      return of.parts();
    }
  }

  /** How much larger a formula is than on the earlier day, as a ratio. */
  record Growth(Formula of) implements Formula {
    @Override
    public BigDecimal value(Question question) {
      BigDecimal before = of.value(question.earlier());
      return before == null || before.signum() == 0
          ? null
          : of.value(question).divide(before, 3, RoundingMode.HALF_UP).subtract(BigDecimal.ONE);
    }

    @Override
    public String words() {
      return of.words() + " / the same on the day since − 1";
    }

    @Override
    public List<Part> parts() {
      return of.parts();
    }
  }

  /** Two formulas added up. */
  record Plus(Formula one, Formula other) implements Formula {
    @Override
    public BigDecimal value(Question question) {
      return plus(one.value(question), other.value(question));
    }

    @Override
    public String words() {
      return "(" + one.words() + " + " + other.words() + ")";
    }

    @Override
    public List<Part> parts() {
      return together(one, other);
    }
  }

  /** The mean, the largest or the smallest of a measure over the communities of an area. */
  record OverCommunities(Choice choice, String measure) implements Formula {
    /** Which one. */
    enum Choice {
      MEAN(null),
      MAX(BigDecimal::max),
      MIN(BigDecimal::min);

      private final BinaryOperator<BigDecimal> better;

      Choice(BinaryOperator<BigDecimal> better) {
        this.better = better;
      }

      private BigDecimal of(Collection<BigDecimal> values) {
        return better != null
            ? values.stream().reduce(better).orElseThrow()
            : values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(new BigDecimal(values.size()), 1, RoundingMode.HALF_UP);
      }
    }

    @Override
    public BigDecimal value(Question question) {
      if (!question.isOfArea()) {
        return null;
      }
      Map<String, BigDecimal> values = question.byCommunity(measure, Set.of(), Set.of());
      return values.isEmpty() ? null : choice.of(values.values());
    }

    @Override
    public String words() {
      return choice.name().toLowerCase(java.util.Locale.ROOT)
          + " of "
          + measure
          + " over communities";
    }

    @Override
    public List<Part> parts() {
      return Sum.of(measure).parts();
    }
  }

  /** How many communities of an area have none of what a sum counts. */
  record CommunitiesWithout(Sum sum) implements Formula {
    private static final Sum COMMUNITIES = Sum.of("area.COMMUNITY");

    @Override
    public BigDecimal value(Question question) {
      if (!question.isOfArea()) {
        return null;
      }
      long with =
          question.byCommunity(sum.measures().get(0), sum.sectors(), sum.types()).values().stream()
              .filter(count -> count.signum() > 0)
              .count();
      return COMMUNITIES.value(question).subtract(new BigDecimal(with));
    }

    @Override
    public String words() {
      return "area.COMMUNITY − communities with " + sum.words();
    }

    @Override
    public List<Part> parts() {
      return together(COMMUNITIES, sum);
    }
  }

  /** A sum over the townships of some levels in an area. */
  record InTownships(Set<String> levels, Sum sum) implements Formula {
    @Override
    public BigDecimal value(Question question) {
      return question.isOfArea()
          ? question.inTownships(levels, sum.measures().get(0), sum.sectors(), sum.types())
          : null;
    }

    @Override
    public String words() {
      return sum.words()
          + " in areas of level "
          + String.join(" or ", levels.stream().sorted().toList());
    }

    @Override
    public List<Part> parts() {
      return sum.parts();
    }
  }

  /** Whether it is about what happened after an earlier day. */
  default boolean isOverPeriod() {
    return parts().stream().anyMatch(Part::ofPeriod);
  }

  /** By what a formula can be broken down: by anything only if it is a sum. */
  default Set<Dimension> dimensions() {
    return EnumSet.noneOf(Dimension.class);
  }

  private static List<Part> together(Formula one, Formula other) {
    List<Part> parts = new ArrayList<>(one.parts());
    other.parts().stream().filter(part -> !parts.contains(part)).forEach(parts::add);
    return parts;
  }

  private static BigDecimal plus(BigDecimal a, BigDecimal b) {
    return a == null || b == null ? null : a.add(b);
  }

  private static BigDecimal minus(BigDecimal a, BigDecimal b) {
    return a == null || b == null ? null : a.subtract(b);
  }
}
