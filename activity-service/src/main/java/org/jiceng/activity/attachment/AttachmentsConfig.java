package org.jiceng.activity.attachment;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where attachments lie, and how many and how large they may be. */
@ConfigMapping(prefix = "jiceng.attachments")
public interface AttachmentsConfig {
  /** The directory on this machine where they lie. All instances must see the same one. */
  @WithDefault("data/attachments")
  Path directory();

  /** How large one may be. */
  @WithDefault("20M")
  MemorySize maxSize();

  /** How many an activity may have. */
  @WithDefault("20")
  int most();

  /** How old bytes must be that nothing speaks of before they are cleared away. */
  @WithDefault("24h")
  Duration orphanedAfter();
}
