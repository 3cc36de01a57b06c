package org.jiceng.reporting.statistics;

import java.time.LocalDate;
import org.jiceng.reporting.figures.Node;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.indicator.Formula;
import org.jiceng.reporting.indicator.Indicator;

/**
 * What is hidden of the figures of areas for who sees no persons: each is a cell of the table over
 * the areas of its level, or made of such cells. Tables are read once for each day.
 */
public final class AreaProtection {
  private final AreaCells cells;

  /**
   * The protection of the figures of a view.
   *
   * @param k the smallest count of persons that is shown, besides none
   */
  public AreaProtection(View view, int k) {
    this.cells = new AreaCells(view, k);
  }

  /**
   * Whether a figure of an area on a day is hidden.
   *
   * @param since the earlier day of what is about two days
   */
  public boolean hides(Indicator indicator, Node area, LocalDate asOf, LocalDate since) {
    boolean ofTwoDays = !(indicator.definition() instanceof Formula.Sum);
    return indicator.definition().parts().stream()
        .map(Formula.Part::sum)
        .filter(sum -> sum.measures().stream().anyMatch(Indicator::isOfPersons))
        .anyMatch(
            sum ->
                cells.isHidden(sum, area, asOf) || (ofTwoDays && cells.isHidden(sum, area, since)));
  }
}
