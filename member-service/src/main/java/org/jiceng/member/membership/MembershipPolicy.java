package org.jiceng.member.membership;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalDate;
import org.jiceng.kit.policy.DatedPeriod;

/** The numbers of membership. */
@ConfigMapping(prefix = "jiceng.membership")
public interface MembershipPolicy {
  /** How long probation lasts, by the day of admission. */
  @WithDefault("0001-01-01=P1Y")
  DatedPeriod probation();

  /** The first day on which someone admitted on that day may be confirmed. */
  default LocalDate confirmableFrom(LocalDate joinedOn) {
    return joinedOn.plus(probation().on(joinedOn));
  }
}
