package org.jiceng.registry.reorganization;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.events.ReorganizationKind;
import org.jiceng.kit.codes.ReasonCode;

/** The request to end an organisation, and who takes over what it has. */
public record NewDissolution(
    @NotNull UUID organizationId,
    @Schema(description = "Left out, it is refused while the organisation has anything")
        UUID successorId,
    @ReasonCode @Schema(examples = "MERGED") String reasonCode,
    @Schema(description = "From when on, today if left out; one to come is planned")
        LocalDate effectiveOn) {

  Plan plan() {
    List<Part> heir =
        successorId == null
            ? List.of()
            : List.of(Part.whole("successorId", new Destination(successorId, null)));
    return new Plan(
        ReorganizationKind.DISSOLUTION, List.of(organizationId), heir, 0, reasonCode, effectiveOn);
  }
}
