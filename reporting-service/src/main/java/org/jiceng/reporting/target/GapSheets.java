package org.jiceng.reporting.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jiceng.reporting.indicator.Indicator;
import org.jiceng.reporting.sheet.Heading;
import org.jiceng.reporting.sheet.Sheet;
import org.jiceng.reporting.statistics.SheetNotes;
import org.jiceng.reporting.statistics.Values;

/** Targets beside their figures as a spreadsheet. */
@ApplicationScoped
class GapSheets {
  private static final List<Heading> WORDS =
      List.of(
          new Heading("指标", "Figure"),
          new Heading("指标（英文）", "Figure (English)"),
          new Heading("地区", "Area"),
          new Heading("组织编号", "Organisation, id"),
          new Heading("方向", "Direction"),
          new Heading("自", "From"),
          new Heading("至", "Until"),
          new Heading("是否达标", "Met"));
  private static final List<Heading> FIGURES =
      List.of(new Heading("数值", "Value"), new Heading("目标", "Target"), new Heading("差距", "Gap"));
  private static final Heading MORE = new Heading("未完", "More follows");

  private final Values values;

  GapSheets(Values values) {
    this.values = values;
  }

  Sheet of(GapPage page, LocalDate asOf) {
    SheetNotes notes = new SheetNotes().asOf(asOf);
    if (page.nextCursor() != null) {
      notes.add(MORE, "cursor=" + page.nextCursor());
    }
    return new Sheet(
        "targets-" + asOf,
        new Heading("目标", "Targets"),
        WORDS,
        FIGURES,
        page.items().stream().map(this::row).toList(),
        notes.defining(page.items().stream().map(this::indicator).distinct().toList()));
  }

  private Sheet.Row row(Gap gap) {
    Target target = gap.target();
    Indicator indicator = indicator(gap);
    return new Sheet.Row(
        Arrays.asList(
            indicator.name(),
            indicator.nameEn(),
            target.area(),
            target.organization() == null ? null : target.organization().toString(),
            target.direction() == Direction.AT_LEAST ? "不低于 / at least" : "不高于 / at most",
            target.from().toString(),
            target.until().toString(),
            verdict(gap.met())),
        List.of(
            new Sheet.Cell(gap.value(), gap.suppressed(), gap.unit()),
            new Sheet.Cell(target.value(), false, gap.unit()),
            new Sheet.Cell(gap.gap(), gap.suppressed(), gap.unit())));
  }

  private static String verdict(Boolean met) {
    if (met == null) {
      return null;
    }
    return met ? "已达标 / met" : "未达标 / not met";
  }

  private Indicator indicator(Gap gap) {
    return values.inPath(gap.target().indicator());
  }
}
