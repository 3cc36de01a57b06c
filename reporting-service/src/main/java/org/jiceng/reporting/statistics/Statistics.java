package org.jiceng.reporting.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.reporting.figures.Areas;
import org.jiceng.reporting.figures.Balances;
import org.jiceng.reporting.figures.Node;
import org.jiceng.reporting.figures.Question;
import org.jiceng.reporting.indicator.Indicator;
import org.jiceng.reporting.indicator.Indicators;
import org.jiceng.reporting.position.LogPositions;

/** Answers questions for figures. */
@ApplicationScoped
public class Statistics {
  private static final int MOST_STEPS = 400;

  private final Indicators indicators;
  private final Balances balances;
  private final Areas areas;
  private final LogPositions positions;
  private final BusinessClock clock;

  Statistics(
      Indicators indicators,
      Balances balances,
      Areas areas,
      LogPositions positions,
      BusinessClock clock) {
    this.indicators = indicators;
    this.balances = balances;
    this.areas = areas;
    this.positions = positions;
    this.clock = clock;
  }

  /** A figure; null where there is no data. */
  public record Value(String indicator, BigDecimal value, String unit) {}

  /** Figures of one place on one day, and how fresh they are. */
  public record Answer(
      String area,
      String areaName,
      String areaNameEn,
      String organization,
      LocalDate asOf,
      Instant knownAt,
      List<LogPositions.LogPosition> freshness,
      List<Value> values) {}

  /** A figure on a day. */
  public record Point(LocalDate date, BigDecimal value) {}

  /** A figure from day to day. */
  public record Line(String indicator, String unit, List<Point> points) {}

  /** Several figures from day to day. */
  public record Series(LocalDate from, LocalDate to, Step step, List<Line> series) {}

  /** The figures of one area in a table. */
  public record AreaRow(
      String area, String name, String nameEn, String level, List<Value> values) {}

  /** A table of areas. */
  public record AreaTable(LocalDate asOf, List<AreaRow> areas) {}

  Answer answer(StatisticsRequest request) {
    List<Indicator> wanted = wanted(request.indicators);
    LocalDate asOf = request.asOf == null ? clock.today() : request.asOf;
    if (request.organization != null) {
      String id = request.organization.toString();
      if (!areas.hasOrganization(id)) {
        throw Problem.notFound();
      }
      return answer(request, wanted, asOf, Node.organization(id), null);
    }
    Areas.Area area = area(request.area);
    return answer(request, wanted, asOf, area == null ? null : Node.area(area.code()), area);
  }

  private Answer answer(
      StatisticsRequest request,
      Collection<Indicator> wanted,
      LocalDate asOf,
      Node node,
      Areas.Area area) {
    List<Value> values =
        node == null
            ? wanted.stream().map(i -> new Value(i.indicator(), null, i.unit())).toList()
            : values(wanted, question(node, asOf, request));
    return new Answer(
        area == null ? null : area.code(),
        area == null ? null : area.name(),
        area == null ? null : area.nameEn(),
        request.organization == null ? null : request.organization.toString(),
        asOf,
        request.knownAt == null ? clock.now() : request.knownAt,
        positions.now(),
        values);
  }

  private Question question(Node node, LocalDate asOf, StatisticsRequest request) {
    return new Question(
        balances, areas, node, asOf, request.since, request.knownAt, request.boundaries);
  }

  Series series(StatisticsRequest request, LocalDate from, LocalDate to, Step step) {
    List<Indicator> wanted = wanted(request.indicators);
    LocalDate last = to == null ? clock.today() : to;
    LocalDate first = from == null ? last.minusYears(10) : from;
    List<LocalDate> days = step.days(first, last);
    if (first.isAfter(last)) {
      throw Problem.malformed("from", "from-after-to");
    }
    if (days.size() > MOST_STEPS) {
      throw Problem.malformed("step", "too-many-steps", days.size(), MOST_STEPS);
    }
    Areas.Area area = area(request.area);
    List<List<Value>> answers = new ArrayList<>();
    for (LocalDate day : days) {
      answers.add(
          area == null
              ? List.of()
              : values(wanted, question(Node.area(area.code()), day, request)));
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      List<Point> points = new ArrayList<>();
      for (int d = 0; d < days.size(); d++) {
        points.add(new Point(days.get(d), area == null ? null : answers.get(d).get(i).value()));
      }
      lines.add(new Line(wanted.get(i).indicator(), wanted.get(i).unit(), points));
    }
    return new Series(first, last, step, lines);
  }

  AreaTable byArea(StatisticsRequest request, AreaLevels level) {
    List<Indicator> wanted = wanted(request.indicators);
    LocalDate asOf = request.asOf == null ? clock.today() : request.asOf;
    Areas.Area within = area(request.area);
    List<AreaRow> rows = new ArrayList<>();
    if (within != null) {
      for (Areas.Area area : areas.list(level.levels(), within.code(), asOf)) {
        rows.add(
            new AreaRow(
                area.code(),
                area.name(),
                area.nameEn(),
                area.level(),
                values(wanted, question(Node.area(area.code()), asOf, request))));
      }
    }
    return new AreaTable(asOf, rows);
  }

  /** Which rows a table of areas has. */
  public enum AreaLevels {
    TOWNSHIP(Areas.TOWNSHIPS),
    COMMUNITY(Areas.GRASSROOTS);

    private final Set<String> levels;

    AreaLevels(Set<String> levels) {
      this.levels = levels;
    }

    Set<String> levels() {
      return levels;
    }

    /** By the word in the query: township or community. */
    static AreaLevels named(String word) {
      return Arrays.stream(values())
          .filter(level -> level.name().equalsIgnoreCase(word))
          .findFirst()
          .orElseThrow(() -> Problem.malformed("level", "one-of", "township, community"));
    }
  }

  private static List<Value> values(Collection<Indicator> wanted, Question question) {
    boolean noData = question.now().isEmpty();
    return wanted.stream()
        .map(i -> new Value(i.indicator(), noData ? null : value(i, question), i.unit()))
        .map(v -> new Value(v.indicator(), plain(v.value()), v.unit()))
        .toList();
  }

  private static BigDecimal value(Indicator indicator, Question question) {
    try {
      return indicator.value().apply(question);
    } catch (Question.OnlyOnItsOwnBoundaries e) {
      return null;
    }
  }

  private static BigDecimal plain(BigDecimal value) {
    if (value == null) {
      return null;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private Areas.Area area(String code) {
    return code == null
        ? areas.district().orElse(null)
        : areas.find(code).orElseThrow(Problem::notFound);
  }

  private List<Indicator> wanted(String names) {
    return names == null || names.isBlank()
        ? List.copyOf(indicators.all())
        : Arrays.stream(names.split(","))
            .map(String::strip)
            .map(
                name ->
                    indicators
                        .find(name)
                        .orElseThrow(
                            () -> Problem.malformed("indicators", "unknown-indicator", name)))
            .toList();
  }
}
