package org.jiceng.registry.organization;

import static org.jiceng.events.OrganizationType.BRANCH;
import static org.jiceng.events.OrganizationType.COMMITTEE;
import static org.jiceng.events.OrganizationType.GENERAL_BRANCH;
import static org.jiceng.events.OrganizationType.GROUP;
import static org.jiceng.events.OrganizationType.SOCIAL_WORKING_COMMITTEE;
import static org.jiceng.events.OrganizationType.WORKING_COMMITTEE;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jiceng.events.OrganizationType;
import org.jiceng.kit.problem.Problem;

/** Which type of organisation may stand right below which. */
final class Nesting {
  private static final Map<OrganizationType, Set<OrganizationType>> BELOW =
      Map.of(
          WORKING_COMMITTEE,
          EnumSet.of(
              WORKING_COMMITTEE, SOCIAL_WORKING_COMMITTEE, COMMITTEE, GENERAL_BRANCH, BRANCH),
          SOCIAL_WORKING_COMMITTEE,
          EnumSet.of(COMMITTEE, GENERAL_BRANCH, BRANCH),
          COMMITTEE,
          EnumSet.of(COMMITTEE, GENERAL_BRANCH, BRANCH),
          GENERAL_BRANCH,
          EnumSet.of(BRANCH),
          BRANCH,
          EnumSet.of(GROUP),
          GROUP,
          EnumSet.noneOf(OrganizationType.class));

  private Nesting() {}

  static boolean allows(OrganizationType parent, OrganizationType child) {
    return parent == null ? child == WORKING_COMMITTEE : BELOW.get(parent).contains(child);
  }

  static void require(OrganizationType parent, OrganizationType child) {
    require("parentId", parent, child);
  }

  /** As above, where another field names the parent. */
  static void require(String field, OrganizationType parent, OrganizationType child) {
    if (!allows(parent, child)) {
      throw Problem.violation(field, "illegal-nesting", parent, child);
    }
  }
}
