package org.jiceng.kit.personal;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys by their ids, the first of them current: {@code id:base64[,id:base64]}. Its text form names
 * ids only.
 */
final class KeyRing {
  private static final String ID = "[A-Za-z0-9._-]{1,60}";

  private final String setting;
  private final Map<String, SecretKey> keys;

  private KeyRing(String setting, Map<String, SecretKey> keys) {
    this.setting = setting;
    this.keys = keys;
  }

  /**
   * Reads a setting.
   *
   * @param unnamed the id of a key that is written without one; null where each has to have one
   */
  static KeyRing of(String setting, String text, String algorithm, String unnamed) {
    Map<String, SecretKey> keys = new LinkedHashMap<>();
    for (String entry : text.split(",")) {
      if (!entry.isBlank()) {
        String[] parts = parts(setting, entry.strip(), unnamed);
        byte[] bytes = Base64.getDecoder().decode(parts[1]);
        if (keys.put(parts[0], new SecretKeySpec(bytes, algorithm)) != null) {
          throw new IllegalArgumentException(
              "%s has two keys of the id %s".formatted(setting, parts[0]));
        }
      }
    }
    return new KeyRing(setting, keys);
  }

  private static String[] parts(String setting, String entry, String unnamed) {
    String[] parts = entry.split(":", 2);
    if (parts.length == 1 && unnamed != null) {
      return new String[] {unnamed, entry};
    }
    if (parts.length != 2 || !parts[0].matches(ID)) {
      throw new IllegalArgumentException(setting + " must read id:base64,id:base64");
    }
    return parts;
  }

  /** Refuses keys of another length than the given lengths allow. */
  KeyRing requireLength(int least, int most, String complaint) {
    for (SecretKey key : keys.values()) {
      int length = key.getEncoded().length;
      if (length < least || length > most) {
        throw new IllegalArgumentException(complaint);
      }
    }
    return this;
  }

  /** The id of the key that is used for what is new. */
  String current() {
    return keys.keySet().stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(setting + " is not set"));
  }

  /** All ids, the current one first. */
  List<String> ids() {
    return List.copyOf(keys.keySet());
  }

  Optional<SecretKey> find(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  @Override
  public String toString() {
    return setting + keys.keySet();
  }
}
