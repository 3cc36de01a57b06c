package org.jiceng.activity.series;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalTime;
import java.util.UUID;
import org.jiceng.activity.booking.SeriesScope;
import org.jiceng.kit.problem.Problem;

/**
 * Other times of day for occurrences that are still to come.
 *
 * @param bookingId the occurrence that is meant, or from which on; not needed for all
 */
public record SeriesChange(
    @NotNull SeriesScope scope,
    UUID bookingId,
    @NotNull @Pattern(regexp = NewSeries.TIME) String startTime,
    @NotNull @Pattern(regexp = NewSeries.TIME) String endTime,
    @Min(0) @Max(31) Integer lastsDays) {
  WallClock clock(BookingSeries series) {
    requireNamed(scope, bookingId);
    return WallClock.of(
        series.firstDate, LocalTime.parse(startTime), LocalTime.parse(endTime), lastsDays);
  }

  static void requireNamed(SeriesScope scope, UUID bookingId) {
    if (scope != SeriesScope.ALL && bookingId == null) {
      throw Problem.malformed("bookingId", "not-null");
    }
  }
}
