package org.jiceng.reporting.report.sealing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jiceng.reporting.figures.Areas;
import org.jiceng.reporting.figures.Node;
import org.jiceng.reporting.figures.Question;
import org.jiceng.reporting.figures.SideBySide;
import org.jiceng.reporting.figures.Sums;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.indicator.Dimension;
import org.jiceng.reporting.indicator.Indicator;
import org.jiceng.reporting.indicator.Indicators;
import org.jiceng.reporting.report.content.ReportContent.Cell;
import org.jiceng.reporting.report.content.ReportContent.Column;
import org.jiceng.reporting.report.content.ReportContent.Key;
import org.jiceng.reporting.report.content.ReportContent.Label;
import org.jiceng.reporting.report.content.ReportContent.Row;
import org.jiceng.reporting.report.content.ReportContent.Table;
import org.jiceng.reporting.report.template.Figure;
import org.jiceng.reporting.report.template.PeriodKind;
import org.jiceng.reporting.report.template.ReportPeriod;
import org.jiceng.reporting.report.template.Section;
import org.jiceng.reporting.statistics.AreaLevels;

/** The tables of one report, each of the shape that its section asks for. */
final class Tables {
  private static final Label TOTAL = new Label(null, null, null);
  private static final Cell NO_DATA = new Cell(null, false);

  private final View view;
  private final Indicators indicators;
  private final Cubes cubes;
  private final Areas.Area area;
  private final ReportPeriod period;
  private final PlaceFigures ofArea;

  Tables(View view, Indicators indicators, Cubes cubes, Areas.Area area, ReportPeriod period) {
    this.view = view;
    this.indicators = indicators;
    this.cubes = cubes;
    this.area = area;
    this.period = period;
    Sums sums = new Sums(view);
    Node node = Node.area(area.code());
    this.ofArea =
        new PlaceFigures(indicators, (day, since) -> new Question(sums, node, day, since, null));
  }

  Table indicators(Section.Indicators section) {
    return table(section, List.of(), List.of(row(section, List.of(), ofArea, period)));
  }

  Table series(Section.Series section) {
    List<Row> rows = new ArrayList<>();
    for (ReportPeriod step : steps(section.step(), section.steps())) {
      Label label = new Label(step.text(), step.inChinese(), step.text());
      rows.add(row(section, List.of(label), ofArea, step));
    }
    return table(section, List.of(new Key("period", "期间", "Period")), rows);
  }

  /** The report's own last, in the order of time. */
  private List<ReportPeriod> steps(PeriodKind kind, int count) {
    List<ReportPeriod> steps = new ArrayList<>();
    ReportPeriod step = ReportPeriod.of(kind, period.last());
    for (int i = 0; i < count; i++) {
      steps.add(0, step);
      step = ReportPeriod.endedBefore(kind, step.from());
    }
    return steps;
  }

  /** The area itself first, as the sum; then the areas in the order of their codes. */
  Table areas(Section.Areas section) {
    List<Areas.Area> within =
        new Areas(view).list(level(section).levels(), area.code(), period.last());
    SideBySide together = new SideBySide(view, within.stream().map(Areas.Area::code).toList());
    List<Row> rows = new ArrayList<>();
    rows.add(row(section, List.of(TOTAL), ofArea, period));
    for (Areas.Area one : within) {
      PlaceFigures figures =
          new PlaceFigures(indicators, (day, since) -> together.question(one.code(), day, since));
      Label label = new Label(one.code(), one.name(), one.nameEn());
      rows.add(new Row(List.of(label), cells(section, name -> ofPart(name, figures, one))));
    }
    return table(section, List.of(new Key("area", "区域", "Area")), rows);
  }

  private AreaLevels level(Section.Areas section) {
    return section.level() == null
        ? AreaLevels.below(area.level()).orElseThrow()
        : AreaLevels.named(section.level());
  }

  private Cell ofPart(String name, PlaceFigures figures, Areas.Area one) {
    PlaceFigures.Told told = figures.tell(name, period);
    return cubes.hidesWithin(told, one.code(), period, indicators)
        ? Cell.HIDDEN
        : new Cell(told.value(), false);
  }

  Table breakdown(Section.Breakdown section) {
    List<Dimension> by =
        section.by().stream().map(word -> Dimension.named(word).orElseThrow()).toList();
    DimensionNames names = new DimensionNames(view);
    BreakdownRows rows = new BreakdownRows(names, by, section.figures().size());
    for (int i = 0; i < section.figures().size(); i++) {
      Indicator indicator = ofArea.indicator(section.figures().get(i).figure());
      boolean noData = ofArea.of(indicator.indicator(), period) == null;
      for (var cell : cubes.of(indicator, period.last(), by)) {
        rows.put(i, cell.keys(), noData ? NO_DATA : new Cell(cell.value(), cell.suppressed()));
      }
    }
    return table(section, by.stream().map(names::key).toList(), rows.rows());
  }

  private Table table(Section section, List<Key> keys, List<Row> rows) {
    return new Table(
        section.section(),
        section.name(),
        section.nameEn(),
        keys,
        section.figures().stream().map(this::column).toList(),
        rows);
  }

  private Column column(Figure figure) {
    if (figure.isQuotient()) {
      return new Column(figure.figure(), figure.name(), figure.nameEn(), figure.unit());
    }
    Indicator indicator = ofArea.indicator(figure.figure());
    return new Column(
        indicator.indicator(), indicator.name(), indicator.nameEn(), indicator.unit());
  }

  private Row row(Section section, List<Label> labels, PlaceFigures figures, ReportPeriod of) {
    return new Row(labels, cells(section, name -> ofWhole(name, figures, of)));
  }

  private Cell ofWhole(String name, PlaceFigures figures, ReportPeriod of) {
    PlaceFigures.Told told = figures.tell(name, of);
    return cubes.hides(told, of, indicators) ? Cell.HIDDEN : new Cell(told.value(), false);
  }

  private static List<Cell> cells(Section section, Function<String, Cell> ofIndicator) {
    return section.figures().stream().map(figure -> cell(figure, ofIndicator)).toList();
  }

  /** A quotient of what is hidden is hidden: it would tell what it was made of. */
  private static Cell cell(Figure figure, Function<String, Cell> ofIndicator) {
    if (!figure.isQuotient()) {
      return ofIndicator.apply(figure.figure());
    }
    Cell part = ofIndicator.apply(figure.part());
    Cell whole = ofIndicator.apply(figure.whole());
    return part.suppressed() || whole.suppressed()
        ? Cell.HIDDEN
        : new Cell(PlaceFigures.quotient(figure, part.value(), whole.value()), false);
  }
}
