package org.jiceng.reporting.report;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.reporting.report.content.Difference;

/**
 * In what a version differs from the one before, and why.
 *
 * @param causes the first of the events behind it, in the order of the logs; at most 1,000
 */
@Schema(name = "ReportCorrection")
public record Correction(List<Difference> differences, List<Cause> causes) {
  static final Correction NONE = new Correction(List.of(), List.of());
}
