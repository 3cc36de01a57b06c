package org.jiceng.registry.staffing;

import java.util.List;
import java.util.UUID;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.PostKind;

/** What the norm asks for, what there is and what is missing, by kind of post. */
public record Staffing(UUID organizationId, String areaCode, List<Line> lines) {

  /**
   * One kind of post over all organisations asked for.
   *
   * @param gap how many are missing; what one organisation has too many fills no other's gap
   */
  public record Line(PostKind kind, long norm, long actual, long gap) {}

  /** What one organisation is missing of one kind. */
  public record Gap(
      UUID organizationId,
      String code,
      String name,
      OrganizationType type,
      String areaCode,
      PostKind kind,
      long norm,
      long actual,
      long gap) {}
}
