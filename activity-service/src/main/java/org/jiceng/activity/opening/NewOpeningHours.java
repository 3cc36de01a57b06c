package org.jiceng.activity.opening;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.events.HolidayRule;
import org.jiceng.kit.problem.Problem;

/** The request for a week from a day on, today if none is named. */
public record NewOpeningHours(
    @Schema(description = "Not before today") LocalDate effectiveOn,
    @NotNull @Valid Week week,
    @NotNull HolidayRule holidayRule,
    @Size(max = 12) @Schema(description = "Only where the holiday rule is OTHER_HOURS")
        List<@NotNull @Valid Hours> holidayHours) {

  /** The hours of each day; on a day without any the site is shut. */
  public record Week(
      @Size(max = 12) List<@NotNull @Valid Hours> monday,
      @Size(max = 12) List<@NotNull @Valid Hours> tuesday,
      @Size(max = 12) List<@NotNull @Valid Hours> wednesday,
      @Size(max = 12) List<@NotNull @Valid Hours> thursday,
      @Size(max = 12) List<@NotNull @Valid Hours> friday,
      @Size(max = 12) List<@NotNull @Valid Hours> saturday,
      @Size(max = 12) List<@NotNull @Valid Hours> sunday) {
    static Week of(OpeningWeek week) {
      List<List<Hours>> days = week.days().stream().map(DayHours::hours).toList();
      return new Week(
          days.get(0),
          days.get(1),
          days.get(2),
          days.get(3),
          days.get(4),
          days.get(5),
          days.get(6));
    }

    private List<DayHours> days() {
      return List.of(
          DayHours.asked("week.monday", monday),
          DayHours.asked("week.tuesday", tuesday),
          DayHours.asked("week.wednesday", wednesday),
          DayHours.asked("week.thursday", thursday),
          DayHours.asked("week.friday", friday),
          DayHours.asked("week.saturday", saturday),
          DayHours.asked("week.sunday", sunday));
    }
  }

  OpeningWeek asWeek() {
    DayHours onHolidays = DayHours.asked("holidayHours", holidayHours);
    if (holidayRule != HolidayRule.OTHER_HOURS && onHolidays.minutes() > 0) {
      throw Problem.violation("holidayHours", "null");
    }
    return new OpeningWeek(week.days(), holidayRule, onHolidays);
  }
}
