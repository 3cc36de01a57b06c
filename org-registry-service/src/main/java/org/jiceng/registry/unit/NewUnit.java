package org.jiceng.registry.unit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.events.UnitKind;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.kit.codes.CreditCode;

/** The request to register a unit. */
public record NewUnit(
    @NotNull @Schema(examples = "91110105MA0000000X") CreditCode creditCode,
    @NotBlank @Size(max = 200) String name,
    @NotNull UnitKind kind,
    @NotNull AreaCode areaCode,
    @PositiveOrZero Integer staffCount,
    LocalDate effectiveOn) {}
