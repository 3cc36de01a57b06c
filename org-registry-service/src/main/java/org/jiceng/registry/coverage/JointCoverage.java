package org.jiceng.registry.coverage;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The units that come under one organisation's coverage together. */
public record JointCoverage(
    @NotNull @Size(min = 1, max = 1000) List<@NotNull UUID> unitIds, LocalDate effectiveOn) {

  /** How many came under it, and how many were before. */
  public record Done(UUID organizationId, LocalDate effectiveOn, int covered, int unchanged) {}
}
