package org.jiceng.registry.organization;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.events.EstablishmentMode;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.Sector;

/** The request to establish an organisation. */
public record NewOrganization(
    @NotBlank @Size(max = 32) @Pattern(regexp = "[A-Za-z0-9._-]+") @Schema(examples = "JC-001-01")
        String code,
    @NotBlank @Size(max = 200) @Schema(examples = "第一社区党委") String name,
    @NotNull OrganizationType type,
    @NotNull Sector sector,
    @NotNull EstablishmentMode mode,
    @Schema(description = "Set up for a while only; false if left out") Boolean temporary,
    @Schema(description = "The line; null only for the district's own organisation") UUID parentId,
    @NotBlank @Pattern(regexp = "[0-9]{12}") @Schema(examples = "110105001001") String areaCode,
    @Schema(description = "Who set it up, where that is not the parent") UUID foundedBy,
    @Schema(description = "From when on; today if left out") LocalDate effectiveOn) {}
