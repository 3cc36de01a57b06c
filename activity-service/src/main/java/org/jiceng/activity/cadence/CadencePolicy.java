package org.jiceng.activity.cadence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import org.jiceng.events.ActivityKind;
import org.jiceng.events.OrganizationType;
import org.jiceng.kit.policy.DatedNumber;

/** How often organisations must hold activities; they stand in application.properties. */
@ConfigMapping(prefix = "jiceng.cadence")
public interface CadencePolicy {
  /** One rule for each type of organisation and kind of activity. */
  List<Rule> rules();

  /** How many months back what was recorded late is still taken into account. */
  @WithDefault("4")
  int lookBackMonths();

  /** That organisations of a type hold activities of a kind so many times in each such span. */
  interface Rule {
    /** Whom it binds. */
    OrganizationType type();

    /** What they hold. */
    ActivityKind kind();

    /** In each month, quarter or year. */
    Every every();

    /** How often, by the first day of the span; 0 for not at all. */
    DatedNumber times();
  }
}
