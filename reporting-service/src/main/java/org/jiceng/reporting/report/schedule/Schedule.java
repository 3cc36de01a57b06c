package org.jiceng.reporting.report.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;

/**
 * A report that is sealed by itself. At each moment of its cron form the last period that had ended
 * by then is due.
 *
 * @param area null for the district
 * @param cron minute, hour, day of the month, month, day of the week; in the zone of business dates
 * @param dueAt when the next is due (UTC); null until somebody has looked, and while not active
 * @param lastFailure why the last attempt failed, in one word; null if it did not
 */
@Schema(name = "ReportSchedule")
public record Schedule(
    UUID id,
    String template,
    String area,
    String cron,
    State state,
    LocalDate closedOn,
    String createdBy,
    Instant createdAt,
    Instant dueAt,
    String lastFailure,
    UUID lastReport,
    long version) {
  static final ProblemType CLOSED = new ProblemType(409, "report-schedule-closed");

  /** Whether it is at work. */
  public enum State {
    ACTIVE,
    PAUSED,
    CLOSED
  }

  /** Another cron form, or a pause; what fell due in a pause is not made up for. */
  Schedule changed(String otherCron, State otherState, Instant due) {
    requireOpen();
    return new Schedule(
        id,
        template,
        area,
        otherCron,
        otherState,
        null,
        createdBy,
        createdAt,
        otherState == State.ACTIVE ? due : null,
        null,
        lastReport,
        version + 1);
  }

  /** For ever. */
  Schedule closed(LocalDate on) {
    requireOpen();
    return new Schedule(
        id,
        template,
        area,
        cron,
        State.CLOSED,
        on,
        createdBy,
        createdAt,
        null,
        lastFailure,
        lastReport,
        version + 1);
  }

  private void requireOpen() {
    if (state == State.CLOSED) {
      throw new Problem(CLOSED);
    }
  }
}
