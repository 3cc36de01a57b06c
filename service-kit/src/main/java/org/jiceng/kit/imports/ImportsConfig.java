package org.jiceng.kit.imports;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How files are taken in. */
@ConfigMapping(prefix = "jiceng.imports")
public interface ImportsConfig {
  /** How large a file may be as it is sent. */
  @WithDefault("256M")
  MemorySize maxSize();

  /** How large an XLSX may be when unpacked; what is larger is taken for a zip bomb. */
  @WithDefault("2G")
  MemorySize maxUnpackedSize();

  /** Whether this instance works on files at all. */
  @WithDefault("true")
  boolean enabled();

  /** How long the worker waits at most before it looks for files without having been woken. */
  @WithDefault("5s")
  Duration poll();

  /** How long a refused file is kept, so that its sender can put it right. */
  @WithDefault("PT24H")
  Duration keepRefused();

  /** How long one file may take before it is given up. */
  @WithDefault("2h")
  Duration timeout();

  /** How often a job is begun again after an instance died over it or its database failed. */
  @WithDefault("3")
  int attempts();
}
