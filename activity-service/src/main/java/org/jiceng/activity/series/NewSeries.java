package org.jiceng.activity.series;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The wish for a space again and again. Times are by the clock on the wall of the district.
 *
 * @param lastsDays how many days after it began an occurrence ends; without it the same day, or the
 *     next where the end is not after the start
 * @param rrule an RRULE of RFC 5545 by days, weeks, months or years, with COUNT or UNTIL
 */
public record NewSeries(
    @NotNull UUID spaceId,
    @NotNull UUID organizationId,
    @NotNull @Schema(examples = "2027-01-08") LocalDate firstDate,
    @NotNull @Pattern(regexp = TIME) @Schema(examples = "09:00") String startTime,
    @NotNull @Pattern(regexp = TIME) @Schema(examples = "11:00") String endTime,
    @Min(0) @Max(31) Integer lastsDays,
    @NotNull @Size(min = 1, max = 500) @Schema(examples = "FREQ=WEEKLY;COUNT=10") String rrule,
    @NotNull Mode mode,
    @Min(1) @Max(100_000) Integer attendees) {
  static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

  /** What is wanted when not all occurrences can be had. */
  public enum Mode {
    ALL_OR_NOTHING,
    BEST_EFFORT
  }

  WallClock clock() {
    return WallClock.of(firstDate, LocalTime.parse(startTime), LocalTime.parse(endTime), lastsDays);
  }
}
