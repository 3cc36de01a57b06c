package org.jiceng.reporting.report.template;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A template as it is now. */
@Schema(name = "ReportTemplate")
public record TemplateView(
    String template,
    String name,
    String nameEn,
    PeriodKind period,
    List<String> levels,
    List<Section> sections,
    long version,
    KeptTemplate.State state,
    LocalDate retiredOn) {

  static TemplateView of(KeptTemplate kept) {
    Template template = kept.template();
    return new TemplateView(
        template.template(),
        template.name(),
        template.nameEn(),
        template.period(),
        template.levels(),
        template.sections(),
        kept.version(),
        kept.state(),
        kept.retiredOn());
  }
}
