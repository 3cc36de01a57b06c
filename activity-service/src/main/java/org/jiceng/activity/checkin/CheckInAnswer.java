package org.jiceng.activity.checkin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.kit.problem.Messages;
import org.jiceng.kit.problem.Problem;

/** What became of one check-in of a batch; in the order in which they were handed in. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckInAnswer(Outcome outcome, UUID activityId, UUID attendanceId, Why problem) {

  /** Recorded, known before, or refused: then nothing has changed. */
  enum Outcome {
    RECORDED,
    ALREADY,
    REFUSED
  }

  /** Why one was refused, as a problem's type and its words. */
  @Schema(name = "CheckInProblem")
  record Why(URI type, String title, String detail) {}

  static CheckInAnswer recorded(UUID activityId, UUID attendanceId) {
    return new CheckInAnswer(Outcome.RECORDED, activityId, attendanceId, null);
  }

  static CheckInAnswer already(UUID activityId) {
    return new CheckInAnswer(Outcome.ALREADY, activityId, null, null);
  }

  static CheckInAnswer refused(Problem problem, Messages words) {
    String code = problem.type().code();
    return new CheckInAnswer(
        Outcome.REFUSED,
        null,
        null,
        new Why(
            problem.type().uri(),
            words.text(code + ".title", List.of()),
            words.text(code + ".detail", List.of())));
  }
}
