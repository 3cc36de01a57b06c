package org.jiceng.member.membership;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalDate;
import org.jiceng.kit.policy.DatedPeriod;
import org.jiceng.kit.problem.Problem;

/** The numbers of membership. */
@ConfigMapping(prefix = "jiceng.membership")
public interface MembershipPolicy {
  /** How long probation lasts, by the day of admission. */
  @WithDefault("0001-01-01=P1Y")
  DatedPeriod probation();

  /** By how much probation is extended at least, by the day of the decision. */
  @WithDefault("0001-01-01=P6M")
  DatedPeriod extensionAtLeast();

  /** By how much probation is extended at most, by the day of the decision. */
  @WithDefault("0001-01-01=P1Y")
  DatedPeriod extensionAtMost();

  /** The first day on which someone admitted on that day may be confirmed. */
  default LocalDate confirmableFrom(LocalDate joinedOn) {
    return joinedOn.plus(probation().on(joinedOn));
  }

  /**
   * Refuses an extension that is too short or too long, counted from the end of probation (422).
   */
  default void requireExtension(LocalDate joinedOn, LocalDate until, LocalDate on) {
    LocalDate over = confirmableFrom(joinedOn);
    LocalDate first = over.plus(extensionAtLeast().on(on));
    LocalDate last = over.plus(extensionAtMost().on(on));
    if (until.isBefore(first)) {
      throw Problem.violation("until", "extension-too-short", first);
    }
    if (until.isAfter(last)) {
      throw Problem.violation("until", "extension-too-long", last);
    }
  }
}
