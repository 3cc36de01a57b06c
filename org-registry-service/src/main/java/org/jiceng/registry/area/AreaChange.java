package org.jiceng.registry.area;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.kit.codes.AreaCode;

/** The requests to change an area, each from a date on: today if left out. */
sealed interface AreaChange {
  LocalDate effectiveOn();

  /** Another name. */
  @Schema(name = "AreaRename")
  record Rename(
      @NotBlank @Size(max = 200) @Schema(examples = "第一社区") String name,
      @Size(max = 200) String nameEn,
      LocalDate effectiveOn)
      implements AreaChange {}

  /** Another parent; standardCode is the code that the standard list gives it there. */
  record Reassign(
      @NotNull @Schema(examples = "110105002000") AreaCode parentCode,
      @Schema(examples = "110105002009") AreaCode standardCode,
      LocalDate effectiveOn)
      implements AreaChange {}
}
