package org.jiceng.reporting.report.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jiceng.reporting.report.content.ReportContent.Cell;
import org.jiceng.reporting.report.content.ReportContent.Row;
import org.jiceng.reporting.report.content.ReportContent.Table;

/** In what two contents differ, figure by figure. */
public final class Differences {
  private static final String ABSENT = "absent";

  private Differences() {}

  /** Which cell of a content. */
  private record Place(String section, List<String> row, String figure) {}

  /** All figures that are not told alike, in the order of the first content. */
  public static List<Difference> ofFigures(ReportContent before, ReportContent after) {
    Map<Place, String> old = cells(before);
    Map<Place, String> young = cells(after);
    Map<Place, String> all = new LinkedHashMap<>(old);
    young.forEach(all::putIfAbsent);
    List<Difference> differences = new ArrayList<>();
    for (Place place : all.keySet()) {
      String was = old.getOrDefault(place, ABSENT);
      String is = young.getOrDefault(place, ABSENT);
      if (!was.equals(is)) {
        differences.add(new Difference(place.section, place.row, place.figure, was, is));
      }
    }
    return differences;
  }

  /** The same, and what else stands in a content: what it is of, and how far the logs count. */
  public static List<Difference> of(ReportContent before, ReportContent after) {
    List<Difference> differences = new ArrayList<>();
    add(differences, "format", before.format(), after.format());
    add(differences, "template", before.template(), after.template());
    add(differences, "area", before.area(), after.area());
    add(differences, "period", before.period(), after.period());
    add(differences, "from", before.from(), after.from());
    add(differences, "asOf", before.asOf(), after.asOf());
    add(differences, "protectedBelow", before.protectedBelow(), after.protectedBelow());
    TreeSet<String> logs = new TreeSet<>(before.positions().keySet());
    logs.addAll(after.positions().keySet());
    logs.forEach(
        log ->
            add(
                differences,
                "positions." + log,
                before.positions().get(log),
                after.positions().get(log)));
    differences.addAll(ofFigures(before, after));
    return differences;
  }

  private static void add(List<Difference> to, String what, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      to.add(new Difference(null, List.of(), what, String.valueOf(before), String.valueOf(after)));
    }
  }

  private static Map<Place, String> cells(ReportContent content) {
    Map<Place, String> cells = new LinkedHashMap<>();
    for (Table table : content.sections()) {
      for (Row row : table.rows()) {
        List<String> codes =
            row.labels().stream().map(l -> l.code() == null ? "" : l.code()).toList();
        for (int i = 0; i < table.figures().size(); i++) {
          cells.put(
              new Place(table.section(), codes, table.figures().get(i).figure()),
              word(row.cells().get(i)));
        }
      }
    }
    return cells;
  }

  private static String word(Cell cell) {
    if (cell.suppressed()) {
      return "hidden";
    }
    return cell.value() == null ? "null" : cell.value().toPlainString();
  }
}
