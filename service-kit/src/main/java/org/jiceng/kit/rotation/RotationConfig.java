package org.jiceng.kit.rotation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How fast keys are rotated. */
@ConfigMapping(prefix = "jiceng.rotation")
public interface RotationConfig {
  /** How many rows are sealed anew in one transaction. */
  @WithDefault("200")
  int batch();

  /** How long to rest after each transaction, where others need the database more. */
  @WithDefault("0s")
  Duration pause();

  /** How often to look for a rotation that was begun, or left behind by another instance. */
  @WithDefault("5s")
  Duration lookEvery();

  /** How often references that nothing bears any more are forgotten. */
  @WithDefault("1h")
  Duration forgetEvery();
}
