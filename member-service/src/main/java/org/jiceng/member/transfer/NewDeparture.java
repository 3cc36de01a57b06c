package org.jiceng.member.transfer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.kit.problem.Problem;

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
    @Pattern(regexp = PEER)
        @Schema(
            examples = "huangpu",
            description = "The other district where the two talk to each other; else by paper")
        String peer,
    @Size(min = 1, max = 40)
        @Schema(
            examples = "310101002001",
            description = "The code of the organisation there; with peer only")
        String destinationCode,
    @Schema(examples = "2009-03-01") LocalDate effectiveOn) {
  static final String PEER = "[a-z0-9][a-z0-9-]{0,39}";

  /** The other district needs to know which of its organisations is meant, and only it (422). */
  void requirePeerAndCodeTogether() {
    if ((peer == null) != (destinationCode == null)) {
      throw Problem.violation(peer == null ? "peer" : "destinationCode", "peer-and-code-together");
    }
  }

  @Override
  public String toString() {
    return "a new departure";
  }
}
