package org.jiceng.activity.opening;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.events.HolidayKind;

/** What the calendar is to say of a date. */
public record NewHoliday(
    @NotNull HolidayKind kind,
    @NotBlank @Size(max = 100) @Schema(examples = "元旦") String name,
    @Schema(
            description =
                "Of a working day: whose hours it has; its own if none is named, Monday's on a"
                    + " weekend")
        DayOfWeek hoursOf) {}
