package org.jiceng.member.transfer;

import jakarta.ws.rs.DefaultValue;
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

  /** What comes first. */
  public enum Order {
    /** What was asked for first. */
    entry,
    /** What is due first; only what waits. */
    deadline
  }

  @QueryParam("direction")
  @Parameter(description = "Into or out of the organisation, or of all in one's scope")
  Direction direction;

  @QueryParam("organizationId")
  @Parameter(description = "At this end; with direction, at that one only")
  UUID organizationId;

  @QueryParam("memberId")
  UUID memberId;

  @QueryParam("batchId")
  UUID batchId;

  @QueryParam("state")
  TransferState state;

  @QueryParam("turn")
  @Parameter(description = "Those in which an office of one's own has to act")
  boolean turn;

  @QueryParam("due")
  @Parameter(
      description = "Those in which some office has to act by this day",
      example = "2009-06-01")
  LocalDate due;

  @QueryParam("overdue")
  @Parameter(description = "Those in which some office should have acted before today")
  boolean overdue;

  @QueryParam("letterUntil")
  @Parameter(
      description = "Those whose letter is still good, but no longer than until this day",
      example = "2009-06-01")
  LocalDate letterUntil;

  @QueryParam("escalated")
  @Parameter(description = "Those of which the office above is told")
  boolean escalated;

  @QueryParam("order")
  @DefaultValue("entry")
  Order order;
}
