package org.jiceng.reporting.report.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import org.jiceng.kit.problem.Problem;
import org.jiceng.reporting.breakdown.Breakdowns;
import org.jiceng.reporting.figures.Areas;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.indicator.Indicators;
import org.jiceng.reporting.report.content.CanonicalJson;
import org.jiceng.reporting.report.content.ReportContent;
import org.jiceng.reporting.report.template.ReportPeriod;
import org.jiceng.reporting.report.template.Section;
import org.jiceng.reporting.report.template.Template;

/**
 * Composes content out of a view. Of the same template, area, period, positions and threshold, two
 * views that know the same compose the same, whatever they are views of.
 */
@ApplicationScoped
public class Composer {
  private final Indicators indicators;
  private final Breakdowns breakdowns;

  Composer(Indicators indicators, Breakdowns breakdowns) {
    this.indicators = indicators;
    this.breakdowns = breakdowns;
  }

  /**
   * What a template tells of an area and a period.
   *
   * @param protectedBelow counts of persons above zero and below this are hidden
   * @param format how it is built: as at present, or as it was when what is verified was sealed
   */
  public ReportContent compose(
      Sealing.Complete known,
      Template template,
      String areaCode,
      ReportPeriod period,
      int protectedBelow,
      String format) {
    View view = known.view();
    Areas.Area area = new Areas(view).find(areaCode).orElseThrow(Problem::notFound);
    Cubes cubes = new Cubes(breakdowns, view, area, protectedBelow, format);
    Tables tables = new Tables(view, indicators, cubes, area, period);
    Map<String, Long> byName = new TreeMap<>();
    known.positions().forEach((topic, position) -> byName.put(topic.name(), position));
    return new ReportContent(
        format,
        new ReportContent.Origin(
            template.template(),
            template.name(),
            template.nameEn(),
            CanonicalJson.digest(CanonicalJson.bytes(template))),
        new ReportContent.Place(area.code(), area.level(), area.name(), area.nameEn()),
        period.text(),
        period.from(),
        period.last(),
        byName,
        protectedBelow,
        template.sections().stream().map(section -> table(section, tables)).toList());
  }

  private static ReportContent.Table table(Section section, Tables tables) {
    if (section instanceof Section.Series series) {
      return tables.series(series);
    } else if (section instanceof Section.Areas areas) {
      return tables.areas(areas);
    } else if (section instanceof Section.Breakdown breakdown) {
      return tables.breakdown(breakdown);
    }
    return tables.indicators((Section.Indicators) section);
  }
}
