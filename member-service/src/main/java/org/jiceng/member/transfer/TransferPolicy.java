package org.jiceng.member.transfer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalDate;
import org.jiceng.kit.policy.DatedPeriod;

/** The numbers of transfers. */
@ConfigMapping(prefix = "jiceng.transfer")
public interface TransferPolicy {
  /** How long a letter is good, by the day of its issue; three months is a period, not 90 days. */
  @WithDefault("0001-01-01=P3M")
  DatedPeriod letterValidity();

  /** The last day on which a letter issued on that day is good. */
  default LocalDate validUntil(LocalDate issuedOn) {
    return issuedOn.plus(letterValidity().on(issuedOn));
  }
}
