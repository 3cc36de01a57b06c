package org.jiceng.reporting.report.schedule;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which report is to be sealed by itself, and when. */
public record NewSchedule(
    @NotBlank
        @Size(max = 60)
        @Schema(description = "A template's name", examples = "district-quarter")
        String template,
    @Size(max = 12) @Schema(description = "An area code; the district if left out") String area,
    @NotBlank
        @Size(max = 120)
        @Schema(
            description = "Minute, hour, day of the month, month, day of the week",
            examples = "0 6 2 * *")
        String cron) {}
