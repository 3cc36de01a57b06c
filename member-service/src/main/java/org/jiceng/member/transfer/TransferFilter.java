package org.jiceng.member.transfer;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which transfers are asked for. */
public class TransferFilter {
  /** Seen from the caller's organisations. */
  public enum Direction {
    in,
    out
  }

  @QueryParam("direction")
  @Parameter(description = "Into or out of the organisation, or of all in one's scope")
  Direction direction;

  @QueryParam("organizationId")
  @Parameter(description = "At this end; with direction, at that one only")
  UUID organizationId;

  @QueryParam("memberId")
  UUID memberId;

  @QueryParam("state")
  TransferState state;

  @QueryParam("due")
  @Parameter(
      description = "Approved ones whose letter runs out on this day or before",
      example = "2009-06-01")
  LocalDate due;
}
