package org.jiceng.registry.staffing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.jiceng.kit.policy.DatedNumber;

/** How many an organisation should have, by the day that is asked for; 0 is no norm. */
@ConfigMapping(prefix = "jiceng.staffing")
public interface StaffingPolicy {
  /** Full-time workers of a committee of any kind. */
  @WithDefault("0001-01-01=2")
  DatedNumber workersPerCommittee();

  /** Full-time workers of a general branch. */
  @WithDefault("0001-01-01=1")
  DatedNumber workersPerGeneralBranch();

  /** Full-time workers of a branch. */
  @WithDefault("0001-01-01=0")
  DatedNumber workersPerBranch();

  /** How many covered units one instructor looks after; any begun number takes one more. */
  @WithDefault("0001-01-01=50")
  DatedNumber unitsPerInstructor();
}
