package org.jiceng.registry.building;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jiceng.kit.codes.AreaCode;

/** The request to register a business building. */
public record NewBuilding(
    @NotBlank @Size(max = 32) @Pattern(regexp = "[A-Za-z0-9._-]+") String code,
    @NotBlank @Size(max = 200) String name,
    @NotNull AreaCode areaCode,
    LocalDate effectiveOn) {}
