package org.jiceng.kit.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How requests are taken. */
@ConfigMapping(prefix = "jiceng.web")
public interface WebConfig {
  /** How large a JSON body may be; imports have a limit of their own. */
  @WithDefault("1M")
  MemorySize maxJson();

  /** How long the answer to a POST is kept for a replay under its Idempotency-Key. */
  @WithDefault("24h")
  Duration replayFor();
}
