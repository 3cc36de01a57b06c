package org.jiceng.activity.site;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.events.SiteKind;
import org.jiceng.events.SiteOrigin;
import org.jiceng.kit.codes.AreaCode;

/** The request to open a site, with the spaces it begins with; floor area in square metres. */
public record NewSite(
    @NotBlank @Size(max = 32) @Pattern(regexp = "[A-Za-z0-9._-]+") @Schema(examples = "SI-0001")
        String code,
    @NotBlank @Size(max = 200) @Schema(examples = "八里庄党员活动室") String name,
    @NotNull SiteKind kind,
    @NotNull SiteOrigin origin,
    @NotNull @Schema(implementation = String.class, examples = "110105001001") AreaCode areaCode,
    @NotNull UUID organizationId,
    @NotNull @DecimalMin("0.01") @Digits(integer = 12, fraction = 2) @Schema(examples = "126.5")
        BigDecimal floorArea,
    @Schema(examples = "2009-06-01") LocalDate effectiveOn,
    @Size(max = 100) List<@NotNull @Valid NewSpace> spaces) {

  /** The spaces it begins with, none if none are named. */
  public List<NewSpace> spaces() {
    return spaces == null ? List.of() : spaces;
  }
}
