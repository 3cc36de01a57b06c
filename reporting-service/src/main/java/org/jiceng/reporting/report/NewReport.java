package org.jiceng.reporting.report;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which report is wanted. */
public record NewReport(
    @NotBlank
        @Size(max = 60)
        @Schema(description = "A template's name", examples = "district-quarter")
        String template,
    @Schema(description = "An area code; the district if left out", examples = "110105000000")
        @Size(max = 12)
        String area,
    @NotNull
        @Size(max = 7)
        @Schema(
            description = "2026, 2026-Q1 or 2026-03, as the template has it",
            examples = "2026-Q1")
        String period) {}
