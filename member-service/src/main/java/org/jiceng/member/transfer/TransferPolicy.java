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

  /** How long the source may take to decide on a request, by its day. */
  @WithDefault("0001-01-01=P1M")
  DatedPeriod decisionWithin();

  /** How long the source may take to mend a letter that was sent back, by the day of its return. */
  @WithDefault("0001-01-01=P1M")
  DatedPeriod mendingWithin();

  /** After how long in one state the office that has to act is reminded. */
  @WithDefault("0001-01-01=P7D")
  DatedPeriod reminderAfter();

  /** After how long in one state the office above it is told. */
  @WithDefault("0001-01-01=P21D")
  DatedPeriod escalationAfter();

  /** The last day on which the source may decide on what was asked that day. */
  default LocalDate decideUntil(LocalDate requestedOn) {
    return requestedOn.plus(decisionWithin().on(requestedOn));
  }

  /** The last day on which the source may mend what was sent back that day. */
  default LocalDate mendUntil(LocalDate returnedOn) {
    return returnedOn.plus(mendingWithin().on(returnedOn));
  }

  /** The last day on which a letter issued on that day is good. */
  default LocalDate validUntil(LocalDate issuedOn) {
    return issuedOn.plus(letterValidity().on(issuedOn));
  }
}
