package org.jiceng.reporting.statistics;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jiceng.reporting.figures.Areas;
import org.jiceng.reporting.figures.Node;
import org.jiceng.reporting.figures.Slice;
import org.jiceng.reporting.figures.Sums;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.indicator.Dimension;
import org.jiceng.reporting.indicator.Formula;

/**
 * The tables of persons over the areas of a level, with what is hidden in them: the townships of
 * the district, and the communities of a township, whose own cell is decided by the former. What
 * lies in none of the parts of an area lies under the area's own code.
 */
final class AreaCells {
  private static final String ANY = "";
  private static final int DISTRICT_DIGITS = 6;

  private final View view;
  private final Sums sums;
  private final long k;
  private final Map<List<Object>, PersonTable> tables = new HashMap<>();
  private final Map<List<Object>, Map<String, Slice>> parts = new HashMap<>();

  AreaCells(View view, long k) {
    this.view = view;
    this.sums = new Sums(view);
    this.k = k;
  }

  /** Whether any part of a sum over persons of an area on a day is hidden. */
  boolean isHidden(Formula.Sum sum, Node area, LocalDate day) {
    for (String measure : sum.measures()) {
      for (String sector : sum.sectors().isEmpty() ? Set.of(ANY) : sum.sectors()) {
        for (String type : sum.types().isEmpty() ? Set.of(ANY) : sum.types()) {
          Map<Dimension, String> cell = PersonTable.cell(sum, sector, type);
          if (isHidden(sum, measure, cell, area.id(), day)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean isHidden(
      Formula.Sum sum, String measure, Map<Dimension, String> cell, String area, LocalDate day) {
    String district = area.substring(0, DISTRICT_DIGITS) + "000000";
    if (area.equals(district)) {
      return whole(sum, measure, district, day).isHidden(cell);
    }
    PersonTable townships = townships(sum, measure, district, day);
    cell.put(Dimension.AREA, area);
    return area.endsWith("000")
        ? townships.isHidden(cell)
        : communities(townships, sum, measure, townshipOf(area, day), day).isHidden(cell);
  }

  /** What is hidden of the district as a whole does not depend on its townships. */
  private PersonTable whole(Formula.Sum sum, String measure, String district, LocalDate day) {
    return tables.computeIfAbsent(
        key(sum, measure, "", day),
        key ->
            PersonTable.over(
                sum, measure, Map.of(district, sums.of(Node.area(district), day, null)), k));
  }

  private PersonTable townships(Formula.Sum sum, String measure, String district, LocalDate day) {
    return tables.computeIfAbsent(
        key(sum, measure, district, day),
        key -> PersonTable.over(sum, measure, parts(district, Areas.TOWNSHIPS, day), k));
  }

  private PersonTable communities(
      PersonTable townships, Formula.Sum sum, String measure, String township, LocalDate day) {
    return tables.computeIfAbsent(
        key(sum, measure, township, day),
        key ->
            PersonTable.within(
                townships, township, sum, measure, parts(township, Areas.GRASSROOTS, day), k));
  }

  /** Figures of other sectors are cells of the same table. */
  private static List<Object> key(Formula.Sum sum, String measure, String whole, LocalDate day) {
    return List.of(measure, sum.sectors().isEmpty(), sum.types().isEmpty(), whole, day);
  }

  private String townshipOf(String area, LocalDate day) {
    return view
        .list(
            """
            select parent_code from {territory}
             where area_code = ? and valid_from <= ? and valid_to > ?""",
            row -> row.getString(1),
            area,
            day,
            day)
        .stream()
        .findFirst()
        .orElse(area.substring(0, 9) + "000");
  }

  /** The sums of all parts of an area, and of what lies in none of them. */
  private Map<String, Slice> parts(String whole, Set<String> levels, LocalDate day) {
    return parts.computeIfAbsent(
        List.of(whole, day),
        key -> {
          List<String> codes =
              new Areas(view).list(levels, whole, day).stream().map(Areas.Area::code).toList();
          Map<String, Slice> found = new TreeMap<>(sums.ofAreas(codes, day, null, List.of()));
          Slice rest = sums.of(Node.area(whole), day, null).without(found.values());
          found.put(whole, rest);
          return found;
        });
  }
}
