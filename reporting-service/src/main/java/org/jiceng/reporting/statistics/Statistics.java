package org.jiceng.reporting.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.reporting.figures.Areas;
import org.jiceng.reporting.figures.Node;
import org.jiceng.reporting.figures.Question;
import org.jiceng.reporting.figures.SideBySide;
import org.jiceng.reporting.figures.Sums;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.figures.Views;
import org.jiceng.reporting.indicator.Indicator;
import org.jiceng.reporting.position.KeptAnswer;
import org.jiceng.reporting.position.LogPositions;

/** Answers questions for the figures of a place: on a day, from day to day, area by area. */
@ApplicationScoped
public class Statistics {
  private static final int MOST_STEPS = 400;

  private final Values values;
  private final PersonFigures persons;
  private final Views views;
  private final Places places;
  private final LogPositions positions;
  private final BusinessClock clock;

  Statistics(
      Values values,
      PersonFigures persons,
      Views views,
      Places places,
      LogPositions positions,
      BusinessClock clock) {
    this.values = values;
    this.persons = persons;
    this.views = views;
    this.places = places;
    this.positions = positions;
    this.clock = clock;
  }

  /** Figures of one place on one day, and how fresh they are. */
  @Schema(name = "Statistics")
  public record Answer(
      String area,
      String areaName,
      String areaNameEn,
      String organization,
      LocalDate asOf,
      Instant knownAt,
      List<LogPositions.LogPosition> freshness,
      List<Values.Value> values)
      implements KeptAnswer<Answer> {
    @Override
    public Answer freshAsOf(List<LogPositions.LogPosition> now) {
      return new Answer(area, areaName, areaNameEn, organization, asOf, knownAt, now, values);
    }
  }

  /**
   * A figure on a day; suppressed if it is null because it would tell too much of few persons.
   *
   * @param from the first day of the step, where it is told what happened within each; else null
   */
  public record Point(LocalDate date, BigDecimal value, boolean suppressed, LocalDate from) {}

  /** A figure from day to day. */
  @Schema(name = "SeriesLine")
  public record Line(String indicator, String unit, List<Point> points) {}

  /**
   * Several figures from day to day.
   *
   * @param perStep whether what happened is told of each step by itself
   */
  public record Series(
      String area,
      String organization,
      LocalDate from,
      LocalDate to,
      Step step,
      boolean perStep,
      Instant knownAt,
      List<LogPositions.LogPosition> freshness,
      List<Line> series)
      implements KeptAnswer<Series> {
    @Override
    public Series freshAsOf(List<LogPositions.LogPosition> now) {
      return new Series(area, organization, from, to, step, perStep, knownAt, now, series);
    }
  }

  /** The figures of one area in a table. */
  public record AreaRow(
      String area, String name, String nameEn, String level, List<Values.Value> values) {}

  /** A table of areas. */
  public record AreaTable(
      String area,
      LocalDate asOf,
      Instant knownAt,
      List<LogPositions.LogPosition> freshness,
      List<AreaRow> areas)
      implements KeptAnswer<AreaTable> {
    @Override
    public AreaTable freshAsOf(List<LogPositions.LogPosition> now) {
      return new AreaTable(area, asOf, knownAt, now, areas);
    }
  }

  /** The figures of a place. */
  public Answer answer(StatisticsRequest request) {
    List<Indicator> wanted = values.wanted(request.indicators);
    LocalDate asOf = request.asOf(clock);
    List<LogPositions.LogPosition> freshness = positions.now();
    try (View view = views.open(request.knowledge())) {
      Places.Place place = places.find(view, request);
      return new Answer(
          place.areaCode(),
          place.area() == null ? null : place.area().name(),
          place.area() == null ? null : place.area().nameEn(),
          place.organizationId(),
          asOf,
          request.knownAt(clock),
          freshness,
          values(
              persons.in(view, request), view, place.node(), asOf, request.since, wanted, request));
    }
  }

  private List<Values.Value> values(
      PersonFigures.Protection protection,
      View view,
      Node node,
      LocalDate day,
      LocalDate since,
      List<Indicator> wanted,
      StatisticsRequest request) {
    return node == null
        ? values.none(wanted)
        : protection.of(
            node,
            day,
            since,
            wanted,
            values.of(wanted, question(view, node, day, since, request.boundaries)));
  }

  private static Question question(
      View view, Node node, LocalDate asOf, LocalDate since, LocalDate boundaries) {
    return new Question(new Sums(view), node, asOf, since, boundaries);
  }

  /** From day to day; of what happens, what there was up to each, or within each step. */
  Series series(
      StatisticsRequest request, LocalDate from, LocalDate to, Step step, boolean perStep) {
    List<Indicator> wanted = values.wanted(request.indicators);
    if (perStep && request.since != null) {
      throw Problem.malformed("since", "step-since");
    }
    LocalDate last = to == null ? clock.today() : StatisticsRequest.within("to", to);
    LocalDate first = from == null ? last.minusYears(10) : from;
    if (first.isAfter(last)) {
      throw Problem.malformed("from", "from-after-to");
    }
    List<LocalDate> days = step.days(first, last);
    if (days.size() > MOST_STEPS) {
      throw Problem.malformed("step", "too-many-steps", days.size(), MOST_STEPS);
    }
    List<LogPositions.LogPosition> freshness = positions.now();
    try (View view = views.open(request.knowledge())) {
      Places.Place place = places.find(view, request);
      PersonFigures.Protection protection = persons.in(view, request);
      SeriesLines lines = new SeriesLines(wanted);
      for (int i = perStep ? 1 : 0; i < days.size(); i++) {
        LocalDate before = perStep ? days.get(i - 1) : null;
        LocalDate since = perStep ? before : request.since;
        lines.add(
            days.get(i),
            before,
            values(protection, view, place.node(), days.get(i), since, wanted, request));
      }
      return new Series(
          place.areaCode(),
          place.organizationId(),
          first,
          last,
          step,
          perStep,
          request.knownAt(clock),
          freshness,
          lines.lines());
    }
  }

  /** The figures of the areas of a level within an area. */
  public AreaTable byArea(StatisticsRequest request, AreaLevels level) {
    if (request.organization != null) {
      throw Problem.malformed("organization", "area-only");
    }
    List<Indicator> wanted = values.wanted(request.indicators);
    LocalDate asOf = request.asOf(clock);
    List<LogPositions.LogPosition> freshness = positions.now();
    try (View view = views.open(request.knowledge())) {
      Places.Place within = places.find(view, request);
      if (within.organizationId() != null) {
        throw Problem.malformed("area", "required");
      }
      return new AreaTable(
          within.areaCode(),
          asOf,
          request.knownAt(clock),
          freshness,
          within.node() == null
              ? List.of()
              : rows(
                  view,
                  wanted,
                  new Areas(view).list(level.levels(), within.areaCode(), request.boundaries(asOf)),
                  asOf,
                  request));
    }
  }

  /** All areas are read together; on other boundaries each by itself. */
  private List<AreaRow> rows(
      View view,
      List<Indicator> wanted,
      List<Areas.Area> areas,
      LocalDate asOf,
      StatisticsRequest request) {
    SideBySide together = new SideBySide(view, areas.stream().map(Areas.Area::code).toList());
    PersonFigures.Protection protection = persons.in(view, request);
    List<AreaRow> rows = new ArrayList<>();
    for (Areas.Area area : areas) {
      Question question =
          request.boundaries == null
              ? together.question(area.code(), asOf, request.since)
              : question(view, Node.area(area.code()), asOf, request.since, request.boundaries);
      rows.add(
          new AreaRow(
              area.code(),
              area.name(),
              area.nameEn(),
              area.level(),
              protection.of(Node.area(area.code()), asOf, wanted, values.of(wanted, question))));
    }
    return rows;
  }
}
