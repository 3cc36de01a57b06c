package org.jiceng.kit.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How the audit log is kept. */
@ConfigMapping(prefix = "jiceng.audit")
public interface AuditConfig {
  /** The key of the hash chain, base64, at least 32 bytes; it belongs outside of the database. */
  Optional<String> key();

  /** How long a record waits at most before it is chained. */
  @WithDefault("1s")
  Duration chainEvery();
}
