package org.jiceng.reporting.report.template;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a report tells, as data.
 *
 * @param template its name in the API
 * @param period of what length reports by it are
 * @param levels of which levels of areas there are reports by it, in the words of the registry
 */
@Schema(name = "NewReportTemplate")
public record Template(
    String template,
    String name,
    String nameEn,
    PeriodKind period,
    List<String> levels,
    List<Section> sections) {}
