package org.jiceng.member.mobile;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which absences are asked for. */
public class AbsenceFilter {
  /** Seen from which end. */
  public enum End {
    home,
    host
  }

  /** What comes first. */
  public enum Order {
    /** What was reported first. */
    entry,
    /** Whose contact is due first; only who is away now. */
    contact
  }

  @QueryParam("end")
  @Parameter(description = "Of one's own members, or of those whom one hosts or is asked to")
  End end;

  @QueryParam("organizationId")
  @Parameter(description = "At this end; without end, at either")
  UUID organizationId;

  @QueryParam("includeSubtree")
  @Parameter(description = "Or at one below it")
  boolean includeSubtree;

  @QueryParam("memberId")
  UUID memberId;

  @QueryParam("asOf")
  @Parameter(description = "Away on this day; today if not given", example = "2009-12-31")
  LocalDate asOf;

  @QueryParam("overdue")
  @Parameter(description = "Only those whose contact was overdue then")
  boolean overdue;

  @QueryParam("transferDue")
  @Parameter(description = "Only those for whom a transfer is proposed then")
  boolean transferDue;

  @QueryParam("pending")
  @Parameter(description = "Instead, what members have reported and the home has not decided")
  boolean pending;

  @QueryParam("contactBy")
  @Parameter(
      description = "Only those who are away now and whose contact is due by this day",
      example = "2009-12-31")
  LocalDate contactBy;

  @QueryParam("asked")
  @Parameter(description = "Only those whom the host is asked for and does not host yet")
  boolean asked;

  @QueryParam("order")
  @DefaultValue("entry")
  Order order;
}
