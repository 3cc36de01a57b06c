package org.jiceng.reporting.report.sealing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiceng.reporting.breakdown.Breakdowns;
import org.jiceng.reporting.breakdown.Cell;
import org.jiceng.reporting.figures.Node;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.indicator.Dimension;
import org.jiceng.reporting.indicator.Formula;
import org.jiceng.reporting.indicator.Indicator;
import org.jiceng.reporting.indicator.Indicators;

/**
 * The figures of an area broken down, protected as for who has no right to see persons; and what
 * must be hidden elsewhere in a report for their sake. Each is asked once.
 */
final class Cubes {
  private final Breakdowns breakdowns;
  private final View view;
  private final Node place;
  private final int protectedBelow;
  private final Map<Asked, List<Cell>> asked = new HashMap<>();

  private record Asked(String indicator, LocalDate asOf, List<Dimension> by) {}

  Cubes(Breakdowns breakdowns, View view, Node place, int protectedBelow) {
    this.breakdowns = breakdowns;
    this.view = view;
    this.place = place;
    this.protectedBelow = protectedBelow;
  }

  List<Cell> of(Indicator indicator, LocalDate asOf, List<Dimension> by) {
    return asked.computeIfAbsent(
        new Asked(indicator.indicator(), asOf, by),
        a ->
            indicator.countsPersons()
                ? breakdowns.protectedCells(view, indicator, place, asOf, by, protectedBelow)
                : breakdowns.cells(view, indicator, place, asOf, by));
  }

  /** The townships of which a figure of persons is hidden. */
  Set<String> hiddenAreas(Indicator indicator, LocalDate asOf) {
    return indicator.countsPersons()
        ? of(indicator, asOf, List.of(Dimension.AREA)).stream()
            .filter(Cell::suppressed)
            .map(cell -> cell.keys().getOrDefault(Dimension.AREA.word(), ""))
            .collect(Collectors.toSet())
        : Set.of();
  }

  /**
   * Whether a figure of the whole area is hidden: as few, or as it tells what is hidden of the same
   * persons by sector.
   */
  boolean hides(Indicator indicator, BigDecimal value, LocalDate asOf, Indicators all) {
    if (value == null || value.signum() == 0 || !indicator.countsPersons()) {
      return false;
    }
    return value.compareTo(BigDecimal.valueOf(protectedBelow)) < 0
        || (indicator.definition() instanceof Formula.Sum sum
            && !sum.sectors().isEmpty()
            && tellsOfAHiddenSector(sum, asOf, all));
  }

  private boolean tellsOfAHiddenSector(Formula.Sum sum, LocalDate asOf, Indicators all) {
    return all.all().stream()
        .filter(i -> i.definition().equals(new Formula.Sum(sum.measures(), Set.of(), Set.of())))
        .findFirst()
        .map(whole -> of(whole, asOf, List.of(Dimension.SECTOR)))
        .orElse(List.of())
        .stream()
        .anyMatch(
            cell ->
                cell.suppressed()
                    && sum.sectors().contains(cell.keys().get(Dimension.SECTOR.word())));
  }
}
