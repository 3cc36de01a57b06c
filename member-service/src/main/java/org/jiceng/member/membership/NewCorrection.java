package org.jiceng.member.membership;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.kit.codes.ReasonCode;

/**
 * What was right instead of what is on record: all stays, or the day of the end; the confirmation;
 * the day of joining; and why. What is not given was right.
 */
public record NewCorrection(
    @Size(min = 1, max = 200) @Schema(description = "All stays as they were, not only those wrong")
        List<@Valid @NotNull RightStay> affiliations,
    @Schema(examples = "2012-03-01", description = "Of a membership that has ended")
        LocalDate endedOn,
    @Valid RightConfirmation confirmation,
    @Schema(examples = "2008-07-01") LocalDate joinedOn,
    @NotBlank @ReasonCode @Schema(examples = "WRONG_DATE") String reasonCode) {

  /** A stay as it was, from a day to the day before another; null: still. */
  public record RightStay(
      @NotNull UUID organizationId,
      @NotNull @Schema(examples = "2009-03-01") LocalDate validFrom,
      @Schema(examples = "2012-03-01") LocalDate validTo) {}

  /** When the member was confirmed; null: never. */
  public record RightConfirmation(@Schema(examples = "2010-03-01") LocalDate on) {}

  /** The stays that were right, of a member with those on record. */
  Stays right(Stays recorded, LocalDate today) {
    if (affiliations != null) {
      return Stays.right(
          affiliations.stream()
              .map(s -> new Affiliation(s.organizationId(), s.validFrom(), s.validTo()))
              .toList(),
          today);
    }
    return endedOn == null ? recorded : Stays.right(recorded.endingOn(endedOn).all(), today);
  }
}
