package org.jiceng.activity.life;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.events.ActivityKind;

/** The plan of an activity. */
public record NewPlan(
    @NotNull @Schema(description = "Who leads it and keeps its record") UUID organizationId,
    @Size(max = Holders.MOST) @Schema(description = "Who holds it together with that one")
        List<@NotNull UUID> jointlyWith,
    @NotNull ActivityKind kind,
    @NotBlank @Size(max = 200) @Schema(examples = "七月主题党日") String title,
    @NotNull Instant startsAt,
    @NotNull Instant endsAt,
    @Schema(description = "A booking that one of them has for all of that time") UUID bookingId,
    @Schema(description = "Without a booking: the site where it takes place") UUID siteId,
    @Size(max = 200) @Schema(examples = "社区广场") String place,
    @Size(max = 50) List<@NotBlank @Size(max = 200) String> agenda,
    @Valid SignUpRule signUp) {

  public NewPlan {
    jointlyWith = jointlyWith == null ? List.of() : jointlyWith;
    agenda = agenda == null ? List.of() : agenda;
  }
}
