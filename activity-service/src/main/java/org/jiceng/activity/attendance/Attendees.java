package org.jiceng.activity.attendance;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who attended: members of one's own, and mobile members by the host's registration. */
public record Attendees(
    @Size(max = MOST) @Schema(description = "Of one's own, or hosted and matched with their home")
        List<@NotNull UUID> memberIds,
    @Size(max = MOST) @Schema(description = "Of those whom the organisation hosts")
        List<@NotNull UUID> registrationIds) {
  static final int MOST = 1_000;

  public Attendees {
    memberIds = memberIds == null ? List.of() : memberIds;
    registrationIds = registrationIds == null ? List.of() : registrationIds;
  }
}
