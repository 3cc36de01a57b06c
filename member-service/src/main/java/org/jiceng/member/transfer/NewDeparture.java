package org.jiceng.member.transfer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request to move a member out of the district. */
public record NewDeparture(
    @NotNull UUID memberId,
    @NotBlank
        @Size(max = 200)
        @Schema(
            examples = "上海市黄浦区外滩街道党工委",
            description = "The organisation elsewhere, as the letter will name it")
        String elsewhere,
    @Size(max = 200) @Schema(examples = "搬家") String reason,
    @Schema(examples = "2009-03-01") LocalDate effectiveOn) {
  @Override
  public String toString() {
    return "a new departure";
  }
}
