package org.jiceng.reporting.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.reporting.figures.Question;
import org.jiceng.reporting.figures.Sums;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.figures.Views;
import org.jiceng.reporting.indicator.Indicator;
import org.jiceng.reporting.position.KeptAnswer;
import org.jiceng.reporting.position.LogPositions;

/** Sets the figures of two days, or of two places, side by side. */
@ApplicationScoped
public class Comparisons {
  private static final int AREA_DIGITS = 12;
  private static final int DIGITS = 4;

  private final Values values;
  private final PersonFigures persons;
  private final Views views;
  private final Places places;
  private final LogPositions positions;
  private final BusinessClock clock;

  Comparisons(
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

  /** One of two sides. */
  public record Side(String area, String organization, LocalDate asOf) {}

  /**
   * A figure on both sides; what cannot be compared is null.
   *
   * @param difference the right one less the left one
   * @param relative the difference in parts of the left one
   * @param suppressed whether a side is null because it would tell too much of few persons
   */
  @Schema(name = "ComparisonLine")
  public record Line(
      String indicator,
      String unit,
      BigDecimal left,
      BigDecimal right,
      BigDecimal difference,
      BigDecimal relative,
      boolean suppressed) {
    static Line of(Values.Value left, Values.Value right) {
      BigDecimal difference =
          left.value() == null || right.value() == null
              ? null
              : right.value().subtract(left.value());
      BigDecimal relative =
          difference == null || left.value().signum() == 0
              ? null
              : difference.divide(left.value(), DIGITS, RoundingMode.HALF_UP);
      return new Line(
          left.indicator(),
          left.unit(),
          left.value(),
          right.value(),
          Values.plain(difference),
          Values.plain(relative),
          left.suppressed() || right.suppressed());
    }
  }

  /** Both sides and all lines. */
  @Schema(name = "FigureComparison")
  public record Comparison(
      Side left,
      Side right,
      Instant knownAt,
      List<LogPositions.LogPosition> freshness,
      List<Line> lines)
      implements KeptAnswer<Comparison> {
    @Override
    public Comparison freshAsOf(List<LogPositions.LogPosition> now) {
      return new Comparison(left, right, knownAt, now, lines);
    }
  }

  Comparison ofDays(StatisticsRequest request, LocalDate from, LocalDate to) {
    LocalDate last = to == null ? request.asOf(clock) : StatisticsRequest.within("to", to);
    if (from == null) {
      throw Problem.malformed("from", "required");
    }
    if (from.isAfter(last)) {
      throw Problem.malformed("from", "from-after-to");
    }
    return compare(request, from, last, null);
  }

  Comparison ofPlaces(StatisticsRequest request, LocalDate from, LocalDate to, String with) {
    if (from != null || to != null) {
      throw Problem.malformed("with", "days-or-places");
    }
    return compare(request, request.asOf(clock), request.asOf(clock), with);
  }

  private Comparison compare(
      StatisticsRequest request, LocalDate left, LocalDate right, String with) {
    List<Indicator> wanted = values.wanted(request.indicators);
    List<LogPositions.LogPosition> freshness = positions.now();
    try (View view = views.open(request.knowledge())) {
      Places.Place one = places.find(view, request);
      Places.Place other = with == null ? one : other(view, with);
      List<Values.Value> lefts = answer(view, one, left, wanted, request);
      List<Values.Value> rights = answer(view, other, right, wanted, request);
      List<Line> lines = new ArrayList<>();
      for (int i = 0; i < wanted.size(); i++) {
        lines.add(Line.of(lefts.get(i), rights.get(i)));
      }
      return new Comparison(
          side(one, left), side(other, right), request.knownAt(clock), freshness, lines);
    }
  }

  private Places.Place other(View view, String with) {
    if (with.length() == AREA_DIGITS) {
      return places.find(view, with, null);
    }
    try {
      return places.find(view, null, UUID.fromString(with));
    } catch (IllegalArgumentException e) {
      throw Problem.notFound();
    }
  }

  private List<Values.Value> answer(
      View view,
      Places.Place place,
      LocalDate day,
      List<Indicator> wanted,
      StatisticsRequest request) {
    return place.node() == null
        ? values.none(wanted)
        : persons
            .in(view, request)
            .of(
                place.node(),
                day,
                wanted,
                values.of(
                    wanted,
                    new Question(
                        new Sums(view), place.node(), day, request.since, request.boundaries)));
  }

  private static Side side(Places.Place place, LocalDate day) {
    return new Side(place.areaCode(), place.organizationId(), day);
  }
}
