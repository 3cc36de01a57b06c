package org.jiceng.registry.proposal;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jiceng.registry.Condition;

/** Which proposals are asked for; toMe takes those that the caller may decide. */
public class ProposalFilter {
  @QueryParam("state")
  @Parameter(schema = @Schema(enumeration = {"open", "accepted", "declined", "withdrawn"}))
  String state;

  @QueryParam("target")
  ProposalTarget target;

  @QueryParam("targetId")
  UUID targetId;

  @QueryParam("toMe")
  @DefaultValue("false")
  boolean toMe;

  Condition on(Condition base) {
    return base.and("p.state = ?", ProposalState.asked(state))
        .and("p.target = ?", target)
        .and("p.target_id = ?", targetId);
  }
}
