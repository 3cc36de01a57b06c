package org.jiceng.activity.site;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request to add a space; capacity in persons. */
public record NewSpace(
    @NotBlank @Size(max = 100) @Schema(examples = "一层会议室") String name,
    @NotNull @Min(1) @Max(100_000) @Schema(examples = "40") Integer capacity,
    @Schema(description = "Ignored for the spaces a site begins with: they open with it")
        LocalDate effectiveOn) {}
