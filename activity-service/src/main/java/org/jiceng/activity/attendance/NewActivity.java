package org.jiceng.activity.attendance;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.events.ActivityKind;

/** The report that an organisation has held an activity. */
public record NewActivity(
    @NotNull UUID organizationId,
    @NotNull ActivityKind kind,
    @NotNull @Schema(examples = "2010-07-01") LocalDate heldOn) {}
