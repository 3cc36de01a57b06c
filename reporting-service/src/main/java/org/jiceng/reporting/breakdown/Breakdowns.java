package org.jiceng.reporting.breakdown;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.reporting.figures.Node;
import org.jiceng.reporting.figures.Sums;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.figures.Views;
import org.jiceng.reporting.indicator.Dimension;
import org.jiceng.reporting.indicator.Indicator;
import org.jiceng.reporting.ledger.Knowledge;
import org.jiceng.reporting.position.KeptAnswer;
import org.jiceng.reporting.position.LogPositions;
import org.jiceng.reporting.protection.SuppressionConfig;
import org.jiceng.reporting.statistics.Places;
import org.jiceng.reporting.statistics.Sight;
import org.jiceng.reporting.statistics.Values;

/** Breaks figures down, protected where the caller sees no persons. */
@ApplicationScoped
public class Breakdowns {
  static final int MOST_CELLS = 20_000;

  private final Values values;
  private final Views views;
  private final Places places;
  private final Sight sight;
  private final TableRules rules;
  private final SuppressionConfig suppression;
  private final LogPositions positions;
  private final BusinessClock clock;

  Breakdowns(
      Values values,
      Views views,
      Places places,
      Sight sight,
      TableRules rules,
      SuppressionConfig suppression,
      LogPositions positions,
      BusinessClock clock) {
    this.values = values;
    this.views = views;
    this.places = places;
    this.sight = sight;
    this.rules = rules;
    this.suppression = suppression;
    this.positions = positions;
    this.clock = clock;
  }

  /** A figure by its dimensions. */
  public record Breakdown(
      String indicator,
      String unit,
      String area,
      String organization,
      List<String> by,
      LocalDate asOf,
      Instant knownAt,
      List<LogPositions.LogPosition> freshness,
      List<Cell> cells)
      implements KeptAnswer<Breakdown> {
    @Override
    public Breakdown freshAsOf(List<LogPositions.LogPosition> now) {
      return new Breakdown(indicator, unit, area, organization, by, asOf, knownAt, now, cells);
    }
  }

  Breakdown answer(BreakdownRequest request) {
    if (request.indicator == null || request.indicator.isBlank()) {
      throw Problem.malformed("indicator", "required");
    }
    Indicator indicator = values.wanted("indicator", request.indicator.strip());
    List<Dimension> by = request.by(indicator);
    LocalDate asOf = request.asOf(clock);
    List<LogPositions.LogPosition> freshness = positions.now();
    try (View view = views.open(Knowledge.at(request.knownAt))) {
      Places.Place place = places.find(view, request.area, request.organization);
      return new Breakdown(
          indicator.indicator(),
          indicator.unit(),
          place.areaCode(),
          place.organizationId(),
          by.stream().map(Dimension::word).toList(),
          asOf,
          request.knownAt == null ? clock.now() : request.knownAt,
          freshness,
          place.node() == null ? noData() : cells(view, indicator, place, request, by));
    }
  }

  private List<Cell> cells(
      View view,
      Indicator indicator,
      Places.Place place,
      BreakdownRequest request,
      List<Dimension> by) {
    boolean isProtected = indicator.countsPersons() && !sight.seesPersons(place.node());
    if (isProtected) {
      rules.require(indicator, place, request.asOf, request.knownAt);
    }
    LocalDate asOf = request.asOf(clock);
    if (new Sums(view).of(place.node(), asOf, null).isEmpty()) {
      return noData();
    }
    Cube cube = cube(view, indicator, place.node(), asOf, by);
    return isProtected ? cube.cells(suppression.k()) : cube.cells();
  }

  /**
   * All cells of a figure, for who may see them all.
   *
   * @throws Problem 400 where there are too many
   */
  public List<Cell> cells(
      View view, Indicator indicator, Node place, LocalDate asOf, List<Dimension> by) {
    return cube(view, indicator, place, asOf, by).cells();
  }

  /**
   * All cells of a figure of persons, of which those are suppressed that would tell of fewer than k
   * of them.
   *
   * @throws Problem 400 where there are too many
   */
  public List<Cell> protectedCells(
      View view, Indicator indicator, Node place, LocalDate asOf, List<Dimension> by, int k) {
    return cube(view, indicator, place, asOf, by).cells(k);
  }

  private static Cube cube(
      View view, Indicator indicator, Node place, LocalDate asOf, List<Dimension> by) {
    List<Dimension> ordered = by.stream().sorted().toList();
    Cube cube = new Cube(ordered, new CellQuery(indicator, place, asOf, ordered).ask(view));
    if (cube.size() > MOST_CELLS) {
      throw Problem.malformed("by", "too-many-cells", cube.size(), MOST_CELLS);
    }
    return cube;
  }

  private static List<Cell> noData() {
    return List.of(new Cell(Map.of(), null, false));
  }
}
