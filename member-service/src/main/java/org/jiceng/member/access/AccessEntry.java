package org.jiceng.member.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.kit.audit.AuditTrail;

/** One look at a member's data, or one change to it. */
public record AccessEntry(
    @Schema(description = "UTC") Instant at,
    @Schema(description = "The caller as the access token named them", examples = "registrar-7")
        String who,
    @Schema(description = "All roles of the caller, separated by commas", examples = "registrar")
        String role,
    @Schema(
            description =
                "The organisation for which the caller acted, by its id; `district` for the whole;"
                    + " absent where none is on record")
        String organization,
    @Schema(examples = "西花市大街社区第一党支部") String organizationName,
    @Schema(
            description = "`read` one by one or in a list, `export` in a file, else the change",
            examples = "read")
        String what,
    @Schema(
            description = "Of what: the member, a transfer, an absence or a hosting",
            examples = "member")
        String recordType,
    UUID recordId,
    @Schema(
            description = "The address it came from; for the member without what tells a desk",
            examples = "203.0.*.*")
        String from) {

  static AccessEntry of(AuditTrail.Step step, String organizationName, Eyes eyes) {
    return new AccessEntry(
        step.at(),
        step.who(),
        step.role(),
        step.organization(),
        organizationName,
        step.action(),
        step.recordType(),
        UUID.fromString(step.recordId()),
        Optional.ofNullable(step.fromIp()).map(eyes::see).orElse(null));
  }
}
