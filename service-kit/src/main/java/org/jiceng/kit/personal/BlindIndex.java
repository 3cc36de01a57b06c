package org.jiceng.kit.personal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Finds an encrypted value without decrypting: equal values have equal HMAC-SHA256 (32 bytes) under
 * one key, and without the key nobody can try out all ID numbers. Several keys may be known while
 * one takes the place of another; the first is current.
 */
@ApplicationScoped
public class BlindIndex {
  /** The id of a key that is configured without one. */
  public static final String UNNAMED = "index";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int MIN_KEY_BYTES = 32;
  private static final String TOO_SHORT = "jiceng.personal.index-key must be 32 bytes or more";

  private final KeyRing keys;

  @Inject
  BlindIndex(PersonalConfig config) {
    this(config.indexKey().orElse(""));
  }

  /** With keys as {@code jiceng.personal.index-key} has them. */
  public BlindIndex(String keys) {
    this.keys =
        KeyRing.of("jiceng.personal.index-key", keys, ALGORITHM, UNNAMED)
            .requireLength(MIN_KEY_BYTES, Integer.MAX_VALUE, TOO_SHORT);
  }

  /** A digest and the id of its key. */
  @SuppressWarnings("ArrayRecordComponent") // compared by its bytes
  public record Digest(String keyId, byte[] bytes) {}

  /** Under the current key; null stays null. */
  public byte[] of(String value) {
    return value == null ? null : of(value.getBytes(StandardCharsets.UTF_8));
  }

  /** Under the current key; null stays null. */
  public byte[] of(byte[] value) {
    return value == null ? null : digest(currentKey(), value);
  }

  /** Under each key, the current one first. */
  public List<Digest> all(String value) {
    currentKey();
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return keys.ids().stream().map(id -> new Digest(id, digest(id, bytes))).toList();
  }

  /** Whether it is the digest of that value under any of the keys. */
  public boolean matches(byte[] digest, byte[] value) {
    return keys.ids().stream().anyMatch(id -> MessageDigest.isEqual(digest, digest(id, value)));
  }

  /** Whether a digest under that key can still be compared with a value. */
  public boolean knows(String keyId) {
    return keys.find(keyId).isPresent();
  }

  /** The id of the key for what is new. */
  public String currentKey() {
    return keys.current();
  }

  /** The ids of all keys, the current one first. */
  public List<String> keyIds() {
    return keys.ids();
  }

  private byte[] digest(String keyId, byte[] value) {
    try {
      Optional<SecretKey> key = keys.find(keyId);
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key.orElseThrow());
      return mac.doFinal(value);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
