package org.jiceng.registry.reorganization;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.events.ReorganizationKind;
import org.jiceng.kit.codes.ReasonCode;

/** The request to make several organisations one, which is there already or comes with it. */
public record NewMerge(
    @NotEmpty @Size(max = 100) @Schema(description = "Are no more from the effective date on")
        List<@NotNull UUID> sources,
    @NotNull @Valid Destination destination,
    @ReasonCode @Schema(examples = "REORGANIZATION") String reasonCode,
    @Schema(description = "From when on, today if left out; one to come is planned")
        LocalDate effectiveOn) {

  Plan plan() {
    return new Plan(
        ReorganizationKind.MERGE,
        sources,
        List.of(Part.whole("destination", destination)),
        0,
        reasonCode,
        effectiveOn);
  }
}
