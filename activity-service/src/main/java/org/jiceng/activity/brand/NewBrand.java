package org.jiceng.activity.brand;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.activity.honour.NewHonour;

/** The request for a service brand. */
public record NewBrand(
    @NotBlank @Size(max = 32) @Pattern(regexp = "[A-Za-z0-9._-]+") @Schema(examples = "BR-0001")
        String code,
    @NotBlank @Size(max = 200) @Schema(examples = "先锋服务品牌") String name,
    @NotNull UUID organizationId,
    @Schema(examples = "2009-06-01") LocalDate effectiveOn) {
  NewHonour honour() {
    return new NewHonour(code, name, organizationId, effectiveOn);
  }
}
