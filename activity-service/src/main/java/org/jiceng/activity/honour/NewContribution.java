package org.jiceng.activity.honour;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.kit.codes.ReasonCode;

/** So many of what the code says. */
public record NewContribution(
    @NotNull @ReasonCode @Schema(examples = "PEOPLE_SERVED") String contributionCode,
    @NotNull @Min(1) @Max(1_000_000) Integer count,
    LocalDate effectiveOn) {}
