package org.jiceng.member.mobile;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalDate;
import org.jiceng.kit.policy.DatedPeriod;

/** The numbers of members who are away. */
@ConfigMapping(prefix = "jiceng.mobile")
public interface AbsencePolicy {
  /** After how long an absence counts as mobile, by the day on which it began. */
  @WithDefault("0001-01-01=P6M")
  DatedPeriod mobileAfter();

  /** After how long a transfer to the host is proposed, by the day on which it began. */
  @WithDefault("0001-01-01=P1Y")
  DatedPeriod transferAfter();

  /** Within what time the home gets in touch again, by the day of the last contact. */
  @WithDefault("0001-01-01=P90D")
  DatedPeriod contactEvery();

  /** The first day on which an absence that began on that day counts as mobile. */
  default LocalDate mobileFrom(LocalDate since) {
    return since.plus(mobileAfter().on(since));
  }

  /** The first day on which one that began on that day is proposed for a transfer. */
  default LocalDate transferFrom(LocalDate since) {
    return since.plus(transferAfter().on(since));
  }

  /** The last day for the next contact after one on that day. */
  default LocalDate contactBy(LocalDate last) {
    return last.plus(contactEvery().on(last));
  }
}
