package org.jiceng.member.mobile;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.kit.codes.ReasonCode;

/** The report that a member is away, by the home organisation or by the member. */
public record NewAbsence(
    @NotNull UUID memberId,
    @NotNull @Schema(examples = "2009-03-01", description = "The first day away") LocalDate since,
    @NotBlank @ReasonCode @Schema(examples = "WORK") String reasonCode,
    @Size(max = 200) @Schema(examples = "广东省深圳市南山区", description = "Where to") String whereabouts,
    @Schema(description = "An organisation of the district that is asked to host") UUID hostId) {
  @Override
  public String toString() {
    return "a new absence";
  }
}
