package org.jiceng.kit.personal;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The keys under which personal data is kept. */
@ConfigMapping(prefix = "jiceng.personal")
public interface PersonalConfig {
  /**
   * Encryption keys as {@code id:base64[,id:base64]}, 32 bytes each; the first encrypts, all
   * decrypt.
   */
  Optional<String> keys();

  /**
   * Keys of the blind index as {@code id:base64[,id:base64]}, at least 32 bytes each; the first is
   * current, all find. A single key may stand without id and is called {@code index}.
   */
  Optional<String> indexKey();
}
