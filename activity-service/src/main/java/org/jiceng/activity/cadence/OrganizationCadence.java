package org.jiceng.activity.cadence;

import java.util.List;
import java.util.UUID;
import org.jiceng.events.ActivityKind;

/**
 * How an organisation has kept the rules in a period.
 *
 * @param missing how many activities are missing in all
 * @param behind whether any is
 */
public record OrganizationCadence(
    UUID organizationId, long missing, boolean behind, List<Kept> rules) {

  /**
   * How it has kept one rule.
   *
   * @param required how many it had to hold in the spans through which it existed
   * @param held how many of that kind it held in these, also beyond what was required
   * @param missing how many were missing, span by span: more in one makes up for none in another
   */
  public record Kept(ActivityKind kind, long required, long held, long missing) {}
}
