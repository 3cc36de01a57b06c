package org.jiceng.activity.life;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.events.ActivityKind;

/** The report that organisations have held an activity. */
public record NewActivity(
    @NotNull @Schema(description = "Who led it and keeps its record") UUID organizationId,
    @Size(max = Holders.MOST) @Schema(description = "Who held it together with that one")
        List<@NotNull UUID> jointlyWith,
    @NotNull ActivityKind kind,
    @NotNull @Schema(examples = "2010-07-01") LocalDate heldOn,
    @Size(max = 200) @Schema(examples = "七月主题党日") String title) {

  public NewActivity {
    jointlyWith = jointlyWith == null ? List.of() : jointlyWith;
  }
}
