package org.jiceng.activity.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.activity.booking.Occurrence;

/**
 * A series as it goes out; its bookings are found by {@code /bookings?seriesId=}.
 *
 * @param occurrences what became of each, in the answer to the command that wished for them
 */
public record SeriesView(
    @Schema(nullable = true) UUID id,
    UUID siteId,
    UUID spaceId,
    UUID organizationId,
    LocalDate firstDate,
    @Schema(examples = "09:00") String startTime,
    @Schema(examples = "11:00") String endTime,
    int lastsDays,
    String rrule,
    @Schema(nullable = true) Integer attendees,
    Instant madeAt,
    @Schema(nullable = true) Instant cancelledAt,
    long version,
    @Schema(nullable = true) List<Occurrence> occurrences) {
  static SeriesView of(BookingSeries series, List<Occurrence> occurrences) {
    return new SeriesView(
        series.id,
        series.siteId,
        series.spaceId,
        series.organizationId,
        series.firstDate,
        time(series.startTime),
        time(series.endTime),
        series.lastsDays,
        series.rrule,
        series.attendees,
        series.madeAt,
        series.cancelledAt,
        series.version,
        occurrences);
  }

  private static String time(LocalTime time) {
    return time.toString();
  }
}
