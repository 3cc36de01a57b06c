package org.jiceng.reporting.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jiceng.kit.problem.Problem;
import org.jiceng.reporting.indicator.Formula;
import org.jiceng.reporting.indicator.Indicator;
import org.jiceng.reporting.position.KeptAnswer;
import org.jiceng.reporting.position.LogPositions;
import org.jiceng.reporting.statistics.AreaLevels;
import org.jiceng.reporting.statistics.Statistics;
import org.jiceng.reporting.statistics.StatisticsRequest;
import org.jiceng.reporting.statistics.Values;

/** Ranks the areas of a level by a figure, as the caller may see it. */
@ApplicationScoped
public class Rankings {
  private final Values values;
  private final Statistics statistics;

  Rankings(Values values, Statistics statistics) {
    this.values = values;
    this.statistics = statistics;
  }

  /** The areas of a level within an area, in their order. */
  public record Answer(
      String indicator,
      String unit,
      String area,
      LocalDate asOf,
      Instant knownAt,
      List<LogPositions.LogPosition> freshness,
      List<Ranking.Row> areas)
      implements KeptAnswer<Answer> {
    @Override
    public Answer freshAsOf(List<LogPositions.LogPosition> now) {
      return new Answer(indicator, unit, area, asOf, knownAt, now, areas);
    }
  }

  Answer answer(String name, StatisticsRequest request, AreaLevels level, String order) {
    if (name == null || name.isBlank()) {
      throw Problem.malformed("indicator", "required");
    }
    if (!order.equalsIgnoreCase("asc") && !order.equalsIgnoreCase("desc")) {
      throw Problem.malformed("order", "one-of", "asc, desc");
    }
    Indicator indicator = values.wanted("indicator", name.strip());
    request.indicators = indicator.indicator();
    Statistics.AreaTable table = statistics.byArea(request, level);
    BigDecimal whole =
        indicator.definition() instanceof Formula.Sum
            ? statistics.answer(request).values().get(0).value()
            : null;
    List<Ranking.Row> rows = table.areas().stream().map(Rankings::row).toList();
    return new Answer(
        indicator.indicator(),
        indicator.unit(),
        table.area(),
        table.asOf(),
        table.knownAt(),
        table.freshness(),
        new Ranking(order.equalsIgnoreCase("desc"), whole).of(rows));
  }

  private static Ranking.Row row(Statistics.AreaRow area) {
    Values.Value value = area.values().get(0);
    return new Ranking.Row(
        null, area.area(), area.name(), area.nameEn(), value.value(), null, value.suppressed());
  }
}
