package org.jiceng.registry.post;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalDate;
import org.jiceng.events.OrganizationType;
import org.jiceng.kit.policy.DatedPeriod;

/** How long those who were elected hold their posts. */
@ConfigMapping(prefix = "jiceng.term")
public interface TermPolicy {
  /** The term of branches, general branches and groups, by the day on which it begins. */
  @WithDefault("0001-01-01=P3Y")
  DatedPeriod branch();

  /** The term of committees of any kind, by the day on which it begins. */
  @WithDefault("0001-01-01=P5Y")
  DatedPeriod committee();

  /** The day on which a term that begins on that day has run out. */
  default LocalDate endOf(OrganizationType type, LocalDate begins) {
    DatedPeriod length =
        switch (type) {
          case BRANCH, GENERAL_BRANCH, GROUP -> branch();
          case COMMITTEE, WORKING_COMMITTEE, SOCIAL_WORKING_COMMITTEE -> committee();
        };
    return begins.plus(length.on(begins));
  }
}
