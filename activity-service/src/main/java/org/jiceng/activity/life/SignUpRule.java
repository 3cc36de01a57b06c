package org.jiceng.activity.life;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.kit.problem.Problem;

/**
 * How members sign up for an activity.
 *
 * @param limit how many places there are; who comes later waits
 * @param opensAt from when on (inclusive), UTC; null: at once
 * @param closesAt until when (exclusive), UTC; null: until the activity begins
 */
@Embeddable
public record SignUpRule(
    @NotNull @Min(1) @Max(100_000) @Column(name = "sign_up_limit") Integer limit,
    @Column(name = "sign_up_opens_at") Instant opensAt,
    @Column(name = "sign_up_closes_at")
        @Schema(description = "At the beginning of the activity at the latest")
        Instant closesAt) {

  void requireFits(Span span) {
    if (closesAt != null && closesAt.isAfter(span.startsAt())) {
      throw Problem.violation("closesAt", "after-the-beginning");
    }
    Instant end = closesAt == null ? span.startsAt() : closesAt;
    if (opensAt != null && !opensAt.isBefore(end)) {
      throw Problem.violation("closesAt", "end-after-start");
    }
  }

  /** Refuses with 409 who comes before sign-up opens or once it is closed. */
  public void requireOpen(Instant now, Instant beginning) {
    if (opensAt != null && now.isBefore(opensAt)) {
      throw new Problem(ActivityProblems.SIGN_UP_NOT_YET, opensAt);
    }
    Instant end = closesAt == null ? beginning : closesAt;
    if (!now.isBefore(end)) {
      throw new Problem(ActivityProblems.SIGN_UP_CLOSED, end);
    }
  }
}
