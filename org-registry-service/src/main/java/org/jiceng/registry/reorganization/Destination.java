package org.jiceng.registry.reorganization;

import jakarta.validation.Valid;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.registry.organization.NewOrganization;

/** An organisation that is there, or one that is established with the reorganisation. */
public record Destination(
    @Schema(description = "One that is there") UUID organizationId,
    @Valid @Schema(description = "One that is established on the effective date")
        NewOrganization establish) {}
