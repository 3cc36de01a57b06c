package org.jiceng.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.reporting.figures.Areas;
import org.jiceng.reporting.figures.Node;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.figures.Views;
import org.jiceng.reporting.ledger.Knowledge;
import org.jiceng.reporting.report.template.KeptTemplate;
import org.jiceng.reporting.report.template.ReportPeriod;
import org.jiceng.reporting.report.template.Template;
import org.jiceng.reporting.report.template.TemplateRules;
import org.jiceng.reporting.report.template.Templates;
import org.jiceng.reporting.statistics.Sight;

/** Whether what somebody wishes for is a report that can be. */
@ApplicationScoped
class Wishes {
  private static final String DEFINED_ON = "select defined_on from {area} where code = ?";

  private final Templates templates;
  private final TemplateRules rules;
  private final Views views;
  private final Sight sight;
  private final BusinessClock clock;

  Wishes(Templates templates, TemplateRules rules, Views views, Sight sight, BusinessClock clock) {
    this.templates = templates;
    this.rules = rules;
    this.views = views;
    this.sight = sight;
    this.clock = clock;
  }

  /** What a caller wishes for. Must not be called in a transaction. */
  Wanted of(NewReport wish) {
    Template template = kept(wish.template()).template();
    ReportPeriod period = period(wish.period(), template);
    try (View view = views.open(Knowledge.EVERYTHING)) {
      Areas.Area area = area(view, wish.area());
      sight.require(view, Node.area(area.code()));
      return new Wanted(template, fitting(view, template, period, area), period);
    }
  }

  /** What a schedule is due to make. Must not be called in a transaction. */
  Wanted of(String templateName, String areaCode, ReportPeriod period) {
    Template template = kept(templateName).template();
    try (View view = views.open(Knowledge.EVERYTHING)) {
      return new Wanted(template, fitting(view, template, period, area(view, areaCode)), period);
    }
  }

  private KeptTemplate kept(String name) {
    return templates
        .find(name)
        .orElseThrow(() -> Problem.malformed("template", "unknown-template", name));
  }

  /**
   * The template, if something new may be sealed by it: it is not retired, and it asks for no more
   * than may be asked for now.
   */
  private Template usable(String name) {
    KeptTemplate kept = kept(name);
    kept.requireActive();
    rules.require(kept.template());
    return kept.template();
  }

  /** Refuses what is not sealed yet, and may not be any more. */
  void requireUsable(Wanted wanted) {
    usable(wanted.template().template());
  }

  private ReportPeriod period(String text, Template template) {
    ReportPeriod period =
        ReportPeriod.parse(text).orElseThrow(() -> Problem.malformed("period", "report-period"));
    if (period.kind() != template.period()) {
      throw Problem.violation("period", "report-period-kind", template.period());
    }
    if (!period.hasEndedBy(clock.today())) {
      throw Problem.violation("period", "report-period-not-ended", period.last());
    }
    return period;
  }

  private static Areas.Area area(View view, String code) {
    Areas areas = new Areas(view);
    return (code == null ? areas.district() : areas.find(code)).orElseThrow(Problem::notFound);
  }

  /** Whether there are reports of an area by a template, whenever. */
  void require(String templateName, String areaCode) {
    Template template = usable(templateName);
    try (View view = views.open(Knowledge.EVERYTHING)) {
      if (areaCode != null || !template.levels().contains("DISTRICT")) {
        requireLevel(template, area(view, areaCode));
      }
    }
  }

  private static void requireLevel(Template template, Areas.Area area) {
    if (!template.levels().contains(area.level())) {
      throw Problem.violation("area", "report-area-level", String.join(", ", template.levels()));
    }
  }

  private static String fitting(
      View view, Template template, ReportPeriod period, Areas.Area area) {
    requireLevel(template, area);
    LocalDate since =
        view.list(DEFINED_ON, row -> row.getObject(1, LocalDate.class), area.code()).get(0);
    if (since.isAfter(period.last())) {
      throw Problem.violation("period", "report-before-area", since);
    }
    return area.code();
  }
}
