package org.jiceng.reporting.report.template;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;

/**
 * A template on record, in one of its versions.
 *
 * @param version counts from zero
 * @param retiredOn the business date on which it was retired; null while it is not
 */
@Schema(name = "ReportTemplateVersion")
public record KeptTemplate(
    Template template,
    long version,
    State state,
    LocalDate retiredOn,
    String changedBy,
    Instant changedAt) {
  static final ProblemType RETIRED = new ProblemType(409, "report-template-retired");

  /** Whether reports are sealed by it. */
  public enum State {
    ACTIVE,
    RETIRED
  }

  /** The first version. */
  static KeptTemplate first(Template template, String by, Instant at) {
    return new KeptTemplate(template, 0, State.ACTIVE, null, by, at);
  }

  /**
   * The next version: it may tell something else, but of the same places and periods, as schedules
   * and readers rely on these.
   */
  KeptTemplate changed(Template other, String by, Instant at) {
    requireActive();
    requireSame("/template", template.template(), other.template());
    requireSame("/period", template.period(), other.period());
    requireSame("/levels", template.levels(), other.levels());
    return new KeptTemplate(other, version + 1, State.ACTIVE, null, by, at);
  }

  /** For ever: nothing new is sealed by it. */
  KeptTemplate retired(LocalDate on, String by, Instant at) {
    requireActive();
    return new KeptTemplate(template, version + 1, State.RETIRED, on, by, at);
  }

  /** Refuses one by which nothing new is sealed. */
  public void requireActive() {
    if (state == State.RETIRED) {
      throw new Problem(RETIRED, template.template(), retiredOn);
    }
  }

  private static void requireSame(String at, Object mine, Object other) {
    if (!mine.equals(other)) {
      throw Problem.violation(at, "template-stays", mine);
    }
  }
}
