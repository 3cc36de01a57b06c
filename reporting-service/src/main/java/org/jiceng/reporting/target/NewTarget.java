package org.jiceng.reporting.target;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a figure of an area or of an organisation's line is to come to, from a day until another.
 */
public record NewTarget(
    @NotBlank @Size(max = 100) @Schema(examples = "buildings.coverageRate") String indicator,
    @Pattern(regexp = "[0-9]{12}") @Schema(description = "An area, or else an organisation")
        String area,
    UUID organization,
    @NotNull Direction direction,
    @NotNull @Digits(integer = 12, fraction = 4) @Schema(examples = "0.85") BigDecimal value,
    @NotNull LocalDate from,
    @NotNull @Schema(description = "The last day on which it is in force") LocalDate until) {}
