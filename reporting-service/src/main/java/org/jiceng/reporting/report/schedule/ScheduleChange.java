package org.jiceng.reporting.report.schedule;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a report is sealed from now on, and whether at all. */
public record ScheduleChange(
    @NotBlank @Size(max = 120) @Schema(examples = "0 6 2 * *") String cron,
    @NotNull @Schema(description = "ACTIVE or PAUSED") Wanted state) {

  /** What one may ask for; it is closed by DELETE. */
  public enum Wanted {
    ACTIVE,
    PAUSED
  }
}
