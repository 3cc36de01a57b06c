package org.jiceng.registry.organization;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.OrganizationType;
import org.jiceng.kit.codes.ReasonCode;

/** The requests that change an organisation; effectiveOn is today if left out. */
public sealed interface OrganizationChange {
  /** From when on it is so in the world. */
  LocalDate effectiveOn();

  /** Another name. */
  record Rename(@NotBlank @Size(max = 200) String name, LocalDate effectiveOn)
      implements OrganizationChange {}

  /** Another parent. */
  record Reparent(@NotNull UUID parentId, LocalDate effectiveOn) implements OrganizationChange {}

  /** Another area. */
  record Relocate(@NotBlank @Pattern(regexp = "[0-9]{12}") String areaCode, LocalDate effectiveOn)
      implements OrganizationChange {}

  /** Another type. */
  record ChangeType(@NotNull OrganizationType type, LocalDate effectiveOn)
      implements OrganizationChange {}

  /** A suspension or its end, and why. */
  record Reasoned(@ReasonCode String reasonCode, LocalDate effectiveOn)
      implements OrganizationChange {}
}
