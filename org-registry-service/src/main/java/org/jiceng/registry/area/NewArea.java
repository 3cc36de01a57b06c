package org.jiceng.registry.area;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.events.AreaLevel;
import org.jiceng.kit.codes.AreaCode;

/** The request to define an area. */
public record NewArea(
    @NotNull @Schema(examples = "110105001001") AreaCode code,
    @NotNull AreaLevel level,
    @NotBlank @Size(max = 200) @Schema(examples = "第一社区") String name,
    @Size(max = 200) String nameEn,
    AreaCode parentCode,
    LocalDate effectiveOn) {}
