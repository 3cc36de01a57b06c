package org.jiceng.reporting.report.format;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.reporting.report.content.CanonicalJson;
import org.jiceng.reporting.report.content.ReportContent;
import org.jiceng.reporting.report.content.ReportContent.Cell;
import org.jiceng.reporting.report.content.ReportContent.Column;
import org.jiceng.reporting.report.content.ReportContent.Key;
import org.jiceng.reporting.report.content.ReportContent.Label;
import org.jiceng.reporting.report.content.ReportContent.Origin;
import org.jiceng.reporting.report.content.ReportContent.Place;
import org.jiceng.reporting.report.content.ReportContent.Row;
import org.jiceng.reporting.report.content.ReportContent.Table;

/** A made-up report with every kind of section, long enough for several pages. */
final class SampleReport {
  static final UUID ID = UUID.fromString("0192f1a0-0000-7000-8000-000000000001");
  private static final Column MEMBERS =
      new Column("members.affiliated", "组织关系在区的党员", "Affiliated members", "persons");
  private static final Column ORGANIZATIONS =
      new Column("organizations.total", "党组织总数", "Organisations", "count");
  private static final Column COVERAGE =
      new Column("units.coverageRate", "单位覆盖率", "Coverage of units", "ratio");

  private SampleReport() {}

  static PrintedReport printed() {
    ReportContent content = content();
    String digest = CanonicalJson.digest(CanonicalJson.bytes(content));
    return new PrintedReport(
        ID, 1, digest, "https://reports.example.org/api/v1/reports/" + ID, content);
  }

  static ReportContent content() {
    return new ReportContent(
        ReportContent.FORMAT,
        new Origin("annual-bulletin", "基层党组织和党员年度统计公报", "Annual bulletin", "ab".repeat(32)),
        new Place("110105000000", "DISTRICT", "示范区", "Sample District"),
        "2009",
        LocalDate.of(2009, 1, 1),
        LocalDate.of(2009, 12, 31),
        Map.of("REGISTRY", 195_000L, "MEMBER", 120_000L, "ACTIVITY", 4_000L),
        5,
        List.of(overview(), years(), bySex(), crosswise(), townships()));
  }

  private static Table overview() {
    return new Table(
        "overview",
        "总体情况",
        "Overview",
        List.of(),
        List.of(MEMBERS, ORGANIZATIONS, COVERAGE, new Column("x", "=公式", "=Formula", "CNY")),
        List.of(
            new Row(
                List.of(),
                List.of(cell("97356"), cell("3120"), cell("0.873"), new Cell(null, false)))));
  }

  private static Table years() {
    List<Row> rows = new ArrayList<>();
    for (int year = 2005; year <= 2009; year++) {
      rows.add(
          new Row(
              List.of(new Label(year + "-12-31", null, null)),
              List.of(cell(String.valueOf(80_000 + 1_234 * (year - 2000))), cell("3000"))));
    }
    return new Table(
        "years",
        "五年变化",
        "The last five years",
        List.of(new Key("date", "截至", "As of")),
        List.of(MEMBERS, ORGANIZATIONS),
        rows);
  }

  private static Table bySex() {
    return new Table(
        "membersBySex",
        "党员性别构成",
        "Members by sex",
        List.of(new Key("sex", "性别", "Sex")),
        List.of(MEMBERS),
        List.of(
            new Row(List.of(new Label(null, null, null)), List.of(cell("97356"))),
            new Row(List.of(new Label("1", "男性", "Male")), List.of(Cell.HIDDEN)),
            new Row(List.of(new Label("2", "女性", "Female")), List.of(Cell.HIDDEN))));
  }

  private static Table crosswise() {
    List<Row> rows = new ArrayList<>();
    for (String[] sector : new String[][] {{"COMMUNITY", "社区"}, {"VILLAGE", "行政村"}}) {
      for (String[] type : new String[][] {{"COMMITTEE", "党委"}, {"BRANCH", "党支部"}}) {
        rows.add(
            new Row(
                List.of(
                    new Label(sector[0], sector[1], "Sector"), new Label(type[0], type[1], "Kind")),
                List.of(cell("12"))));
      }
    }
    return new Table(
        "organizations",
        "党组织领域和类别",
        "Organisations by sector and kind",
        List.of(new Key("sector", "领域", "Sector"), new Key("organizationType", "类别", "Kind")),
        List.of(ORGANIZATIONS),
        rows);
  }

  private static Table townships() {
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i <= 43; i++) {
      rows.add(
          new Row(
              List.of(new Label("110105%03d000".formatted(i), "第" + i + "街道", "Township " + i)),
              List.of(cell(String.valueOf(1000 + i)), cell(String.valueOf(i)), cell("0.5"))));
    }
    return new Table(
        "townships",
        "各街道、地区办事处",
        "Townships",
        List.of(new Key("area", "区域", "Area")),
        List.of(MEMBERS, ORGANIZATIONS, COVERAGE),
        rows);
  }

  private static Cell cell(String value) {
    return new Cell(new BigDecimal(value), false);
  }
}
