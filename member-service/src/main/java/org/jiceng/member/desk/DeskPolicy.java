package org.jiceng.member.desk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** How far ahead an office looks. */
@ConfigMapping(prefix = "jiceng.desk")
public interface DeskPolicy {
  /** A letter that runs out within this time is about to. */
  @WithDefault("P14D")
  Period letters();

  /** A contact that is due within this time is near. */
  @WithDefault("P14D")
  Period contacts();

  /** A probation that is over within this time is ending. */
  @WithDefault("P30D")
  Period probations();
}
