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
import org.jiceng.reporting.figures.Areas;
import org.jiceng.reporting.figures.Node;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.indicator.Dimension;
import org.jiceng.reporting.indicator.Formula;
import org.jiceng.reporting.indicator.Indicator;
import org.jiceng.reporting.indicator.Indicators;
import org.jiceng.reporting.report.content.ReportContent;
import org.jiceng.reporting.report.template.ReportPeriod;
import org.jiceng.reporting.statistics.AreaProtection;

/**
 * The figures of an area broken down, protected as for who has no right to see persons; and what
 * must be hidden elsewhere in a report for their sake. Each is asked once.
 */
final class Cubes {
  private final Breakdowns breakdowns;
  private final View view;
  private final Node place;
  private final boolean ofDistrict;
  private final boolean hidesRatios;
  private final int protectedBelow;
  private final AreaProtection areas;
  private final Map<Asked, List<Cell>> asked = new HashMap<>();

  private record Asked(String indicator, LocalDate asOf, List<Dimension> by) {}

  Cubes(Breakdowns breakdowns, View view, Areas.Area place, int protectedBelow, String format) {
    this.breakdowns = breakdowns;
    this.view = view;
    this.place = Node.area(place.code());
    this.ofDistrict = place.level().equals("DISTRICT");
    this.hidesRatios = format.equals(ReportContent.FORMAT_OF_HIDDEN_RATIOS);
    this.protectedBelow = protectedBelow;
    this.areas = new AreaProtection(view, protectedBelow);
  }

  List<Cell> of(Indicator indicator, LocalDate asOf, List<Dimension> by) {
    return asked.computeIfAbsent(
        new Asked(indicator.indicator(), asOf, by),
        a ->
            indicator.countsPersons()
                ? breakdowns.protectedCells(view, indicator, place, asOf, by, protectedBelow)
                : breakdowns.cells(view, indicator, place, asOf, by));
  }

  /**
   * Whether a figure of the whole place is hidden: as few, or as it tells what is hidden of the
   * same persons by sector; below the district as any figure of an area.
   */
  boolean hides(PlaceFigures.Told told, ReportPeriod period, Indicators all) {
    Indicator indicator = told.indicator();
    if (!indicator.countsPersons()) {
      return false;
    }
    if (isByArea(indicator)) {
      return tellsOfFew(told) || hidesOfArea(indicator, place, period);
    }
    return isFew(told.value())
        || (told.value() != null
            && told.value().signum() != 0
            && indicator.definition() instanceof Formula.Sum sum
            && !sum.sectors().isEmpty()
            && tellsOfAHiddenSector(sum, period.last(), all));
  }

  /**
   * Whether a figure of an area within the place is hidden: it is a cell of the table over these
   * areas; what counts a part of the persons of another figure is made of cells of that one's.
   */
  boolean hidesWithin(PlaceFigures.Told told, String code, ReportPeriod period, Indicators all) {
    Indicator indicator = told.indicator();
    if (!indicator.countsPersons()) {
      return false;
    }
    if (isByArea(indicator)) {
      return tellsOfFew(told) || hidesOfArea(indicator, Node.area(code), period);
    }
    return hiddenTownships(indicator, period.last()).contains(code)
        || (all.wholeOf(indicator).isPresent() && hidesOfArea(indicator, Node.area(code), period));
  }

  private boolean isByArea(Indicator indicator) {
    return !ofDistrict || (!hidesRatios && indicator.isQuotient());
  }

  private boolean tellsOfFew(PlaceFigures.Told told) {
    return told.counts().stream().anyMatch(this::isFew);
  }

  private boolean isFew(BigDecimal count) {
    return count != null
        && count.signum() != 0
        && count.compareTo(BigDecimal.valueOf(protectedBelow)) < 0;
  }

  private Set<String> hiddenTownships(Indicator indicator, LocalDate asOf) {
    return of(indicator, asOf, List.of(Dimension.AREA)).stream()
        .filter(Cell::suppressed)
        .map(cell -> cell.keys().getOrDefault(Dimension.AREA.word(), ""))
        .collect(Collectors.toSet());
  }

  private boolean hidesOfArea(Indicator indicator, Node area, ReportPeriod period) {
    return areas.hides(indicator, area, period.last(), period.from().minusDays(1));
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
