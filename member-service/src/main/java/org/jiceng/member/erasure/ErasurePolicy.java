package org.jiceng.member.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.jiceng.kit.policy.DatedPeriod;

/** The numbers of erasure. */
@ConfigMapping(prefix = "jiceng.erasure")
public interface ErasurePolicy {
  /** How long after the end of a membership a person is known at least, by the day of the end. */
  @WithDefault("0001-01-01=P3Y")
  DatedPeriod retention();
}
