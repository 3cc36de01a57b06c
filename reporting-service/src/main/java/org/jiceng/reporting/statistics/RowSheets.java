package org.jiceng.reporting.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiceng.kit.codes.CodeList;
import org.jiceng.kit.codes.CodeLists;
import org.jiceng.reporting.indicator.Indicator;
import org.jiceng.reporting.sheet.Heading;
import org.jiceng.reporting.sheet.Sheet;

/** The figures of many places side by side as a spreadsheet, on a day or two. */
@ApplicationScoped
public class RowSheets {
  private static final Heading CODE = new Heading("代码", "Code");
  private static final Heading AREA = new Heading("地区", "Area");
  private static final Heading AREA_EN = new Heading("地区（英文）", "Area (English)");
  private static final Heading ORGANIZATION = new Heading("组织", "Organisation");
  private static final Heading TYPE = new Heading("类别", "Type");
  private static final Heading TYPE_EN = new Heading("类别（英文）", "Type (English)");
  private static final Heading MORE = new Heading("未完", "More follows");

  private final Values values;

  RowSheets(Values values) {
    this.values = values;
  }

  /** Areas side by side; the earlier table is null if there is none. */
  Sheet of(StatisticsRequest asked, Statistics.AreaTable now, Statistics.AreaTable before) {
    List<Indicator> wanted = values.wanted(asked.indicators);
    Map<Object, List<Values.Value>> earlier = new HashMap<>();
    if (before != null) {
      before.areas().forEach(row -> earlier.put(row.area(), row.values()));
    }
    LocalDate other = before == null ? null : before.asOf();
    List<Sheet.Row> rows =
        now.areas().stream()
            .map(
                row ->
                    row(
                        Stream.of(row.area(), row.name(), row.nameEn()),
                        row.values(),
                        earlier.get(row.area()),
                        other == null ? 0 : wanted.size()))
            .toList();
    return new Sheet(
        "by-area-" + now.asOf(),
        new Heading("各地区", "By area"),
        List.of(CODE, AREA, AREA_EN),
        headings(wanted, other),
        rows,
        new SheetNotes()
            .of(now.area())
            .asOf(now.asOf())
            .comparedWith(other)
            .knownAt(now.knownAt(), now.freshness())
            .defining(wanted));
  }

  /** Organisations side by side; the earlier table is null if there is none. */
  Sheet of(StatisticsRequest asked, LineTable.Table now, LineTable.Table before) {
    List<Indicator> wanted = values.wanted(asked.indicators);
    Map<Object, List<Values.Value>> earlier = new HashMap<>();
    if (before != null) {
      before.items().forEach(row -> earlier.put(row.organization(), row.values()));
    }
    LocalDate other = before == null ? null : before.asOf();
    List<Sheet.Row> rows =
        now.items().stream()
            .map(
                row ->
                    row(
                        Stream.of(row.code(), row.name(), type(row).zh(), type(row).en()),
                        row.values(),
                        earlier.get(row.organization()),
                        other == null ? 0 : wanted.size()))
            .toList();
    SheetNotes notes = new SheetNotes().of(now.organization()).asOf(now.asOf()).comparedWith(other);
    if (now.nextCursor() != null) {
      notes.add(MORE, "cursor=" + now.nextCursor());
    }
    return new Sheet(
        "by-organization-" + now.asOf(),
        new Heading("各下级组织", "By organisation"),
        List.of(CODE, ORGANIZATION, TYPE, TYPE_EN),
        headings(wanted, other),
        rows,
        notes.knownAt(now.knownAt(), now.freshness()).defining(wanted));
  }

  private static List<Heading> headings(List<Indicator> wanted, LocalDate other) {
    List<Heading> headings = new ArrayList<>(FigureSheets.headings(wanted));
    if (other != null) {
      FigureSheets.headings(wanted)
          .forEach(
              one -> headings.add(new Heading(one.zh() + " " + other, one.en() + " " + other)));
    }
    return headings;
  }

  /** A place that was not there on the earlier day has no figures of it. */
  private static Sheet.Row row(
      Stream<String> words, List<Values.Value> now, List<Values.Value> before, int beside) {
    List<Sheet.Cell> cells = new ArrayList<>(FigureSheets.cells(now));
    if (before != null) {
      cells.addAll(FigureSheets.cells(before));
    } else {
      cells.addAll(Collections.nCopies(beside, new Sheet.Cell(null, false, "count")));
    }
    return new Sheet.Row(words.toList(), cells);
  }

  private static CodeList.Item type(LineTable.Row row) {
    return CodeLists.find("organization-type")
        .flatMap(list -> list.meant(row.type()))
        .orElse(new CodeList.Item(row.type(), row.type(), row.type()));
  }
}
