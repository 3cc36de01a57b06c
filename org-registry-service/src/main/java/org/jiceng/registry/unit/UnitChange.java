package org.jiceng.registry.unit;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jiceng.events.UnitKind;
import org.jiceng.kit.codes.AreaCode;

/** What of a unit is to be otherwise; what is left out stays as it is. */
public record UnitChange(
    @Size(max = 200) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*") String name,
    UnitKind kind,
    AreaCode areaCode,
    @PositiveOrZero Integer staffCount,
    LocalDate effectiveOn) {}
