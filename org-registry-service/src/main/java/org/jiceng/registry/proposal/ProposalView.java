package org.jiceng.registry.proposal;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A proposal as it goes out. */
public record ProposalView(
    UUID id,
    ProposalTarget target,
    UUID targetId,
    long targetVersion,
    String command,
    @JsonRawValue @Schema(type = SchemaType.OBJECT) String body,
    String evidence,
    UUID organizationId,
    String areaCode,
    String proposedBy,
    UUID proposerOrganization,
    Instant proposedAt,
    ProposalState state,
    String settledBy,
    Instant settledAt,
    String settledReason,
    long version) {

  static ProposalView of(Proposal p) {
    return new ProposalView(
        p.id,
        p.target,
        p.targetId,
        p.targetVersion,
        p.command,
        p.body,
        p.evidence,
        p.organizationId,
        p.areaCode,
        p.proposedBy,
        p.proposerOrganization,
        p.proposedAt,
        p.state,
        p.settledBy,
        p.settledAt,
        p.settledReason,
        p.version);
  }
}
