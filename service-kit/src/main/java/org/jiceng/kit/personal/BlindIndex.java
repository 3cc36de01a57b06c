package org.jiceng.kit.personal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Finds an encrypted value without decrypting: equal values have equal HMAC-SHA256 (32 bytes), and
 * without the key nobody can try out all ID numbers.
 */
@ApplicationScoped
public class BlindIndex {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int MIN_KEY_BYTES = 32;

  private final Optional<SecretKeySpec> key;

  @Inject
  BlindIndex(PersonalConfig config) {
    this.key = config.indexKey().map(BlindIndex::key);
  }

  /** With a key as {@code jiceng.personal.index-key} has it. */
  public BlindIndex(String base64Key) {
    this.key = Optional.of(key(base64Key));
  }

  /** Null stays null. */
  public byte[] of(String value) {
    return value == null ? null : of(value.getBytes(StandardCharsets.UTF_8));
  }

  /** Null stays null. */
  public byte[] of(byte[] value) {
    if (value == null) {
      return null;
    }
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(
          key.orElseThrow(() -> new IllegalStateException("jiceng.personal.index-key is not set")));
      return mac.doFinal(value);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SecretKeySpec key(String base64) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    if (bytes.length < MIN_KEY_BYTES) {
      throw new IllegalArgumentException("jiceng.personal.index-key must be 32 bytes or more");
    }
    return new SecretKeySpec(bytes, ALGORITHM);
  }
}
