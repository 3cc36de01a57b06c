package org.jiceng.activity.site;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.events.Approval;
import org.jiceng.kit.codes.CodeList;
import org.jiceng.kit.codes.CodeLists;
import org.jiceng.kit.problem.Problem;

/**
 * How a space is equipped, how many minutes nobody may use it before and after each use, and who
 * confirms its bookings.
 */
public record SpaceDescription(
    @Size(max = 40)
        @Schema(
            description = "Codes of the list `equipment`",
            examples = "[\"PROJECTOR\", \"WIFI\"]")
        List<@NotNull @Size(max = 40) String> equipment,
    @NotNull @Min(0) @Max(240) @Schema(examples = "15") Integer setUpMinutes,
    @NotNull @Min(0) @Max(240) @Schema(examples = "15") Integer clearUpMinutes,
    @NotNull Approval approval) {
  private static final CodeList EQUIPMENT = CodeLists.find("equipment").orElseThrow();

  /** The codes, none if none are named. */
  public List<String> equipment() {
    return equipment == null ? List.of() : equipment;
  }

  void requireSound() {
    if (!equipment().stream().allMatch(EQUIPMENT::contains)) {
      throw Problem.violation("equipment", "not-in-list", EQUIPMENT.name(), EQUIPMENT.standard());
    }
    if (new HashSet<>(equipment()).size() < equipment().size()) {
      throw Problem.violation("equipment", "unique-elements");
    }
  }
}
