package org.jiceng.activity.sharing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.activity.opening.Hours;
import org.jiceng.events.SharingAudience;
import org.jiceng.kit.problem.Problem;

/** Who may book: the audience, and another in some hours of some days. */
public record NewSharing(
    @NotNull SharingAudience audience,
    @Size(max = 100) @Schema(description = "In all other hours the audience above holds")
        List<@NotNull @Valid Rule> rules) {

  /** An audience in some hours of a day of the week. */
  public record Rule(
      @NotNull DayOfWeek day, @NotNull @Valid Hours hours, @NotNull SharingAudience audience) {
    private WeekMinutes minutes() {
      if (hours.closesAt() <= hours.opensAt()) {
        throw Problem.violation("rules", "end-after-start");
      }
      return WeekMinutes.of(day, hours.opensAt(), hours.closesAt());
    }
  }

  Sharing asSharing() {
    Sharing.Rules asked = new Sharing.Rules();
    for (Rule rule : rules == null ? List.<Rule>of() : rules) {
      asked.add(rule.audience(), rule.minutes());
    }
    return asked.sharing(audience);
  }
}
