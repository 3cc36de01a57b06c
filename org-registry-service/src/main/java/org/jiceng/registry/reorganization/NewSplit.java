package org.jiceng.registry.reorganization;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.events.ReorganizationKind;
import org.jiceng.kit.codes.ReasonCode;

/**
 * The request to make one organisation several; one of them may be the organisation itself, which
 * then goes on.
 */
public record NewSplit(
    @NotNull UUID source,
    @NotEmpty @Size(max = 50) List<@NotNull @Valid Share> parts,
    @Min(0)
        @Max(49)
        @Schema(
            description =
                "Which part (from 0) gets all that is named nowhere; left out, all must be named")
        Integer rest,
    @ReasonCode @Schema(examples = "REORGANIZATION") String reasonCode,
    @Schema(description = "From when on, today if left out; one to come is planned")
        LocalDate effectiveOn) {

  /** One part and what it gets by name. */
  public record Share(
      @NotNull @Valid Destination destination,
      @Size(max = 1000) @Schema(description = "Of the organisations right below the source")
          List<@NotNull UUID> organizations,
      @Size(max = 5000) List<@NotNull UUID> units,
      @Size(max = 1000) List<@NotNull UUID> buildings,
      @Size(max = 5000) List<@NotNull UUID> members) {

    Part part(String field) {
      return new Part(
          field + ".destination",
          destination,
          orNone(organizations),
          orNone(units),
          orNone(buildings),
          orNone(members));
    }

    private static List<UUID> orNone(List<UUID> ids) {
      return ids == null ? List.of() : ids;
    }
  }

  Plan plan() {
    List<Part> named = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      named.add(parts.get(i).part("parts[" + i + "]"));
    }
    return new Plan(
        ReorganizationKind.SPLIT, List.of(source), named, rest, reasonCode, effectiveOn);
  }
}
