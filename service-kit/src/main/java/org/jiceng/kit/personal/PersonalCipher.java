package org.jiceng.kit.personal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts what identifies a person, with AES-256-GCM. The result names its key, so that keys can
 * be rotated: {@code [length of key id][key id][12 bytes nonce][ciphertext and tag]}; the key id is
 * authenticated too.
 */
@ApplicationScoped
public class PersonalCipher {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;

  // Finding a cipher costs twice as much as encrypting a name; one cipher is for one thread.
  private static final ThreadLocal<Cipher> CIPHERS =
      ThreadLocal.withInitial(PersonalCipher::newCipher);

  private final SecureRandom random = new SecureRandom();
  private final KeyRing keys;

  @Inject
  PersonalCipher(PersonalConfig config) {
    this(config.keys().orElse(""));
  }

  /** With keys as {@code jiceng.personal.keys} has them. */
  public PersonalCipher(String keys) {
    this.keys =
        KeyRing.of("jiceng.personal.keys", keys, "AES", null)
            .requireLength(
                KEY_BYTES, KEY_BYTES, "each of jiceng.personal.keys must be 32 bytes long");
  }

  /** Null stays null. */
  public byte[] encrypt(String plain) {
    return plain == null ? null : encrypt(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** Null stays null. */
  public byte[] encrypt(byte[] plain) {
    if (plain == null) {
      return null;
    }
    String id = currentKey();
    byte[] header = header(id);
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, key(id), header, nonce, plain);
    return ByteBuffer.allocate(header.length + NONCE + sealed.length)
        .put(header)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /** Null stays null; anything changed since, or under a key we do not have, is refused. */
  public String decrypt(byte[] sealed) {
    byte[] plain = decryptBytes(sealed);
    return plain == null ? null : new String(plain, StandardCharsets.UTF_8);
  }

  /** As {@link #decrypt}, for what was not text. */
  public byte[] decryptBytes(byte[] sealed) {
    if (sealed == null) {
      return null;
    }
    String id = keyId(sealed);
    int header = 1 + sealed[0];
    byte[] nonce = Arrays.copyOfRange(sealed, header, header + NONCE);
    byte[] rest = Arrays.copyOfRange(sealed, header + NONCE, sealed.length);
    return run(Cipher.DECRYPT_MODE, key(id), header(id), nonce, rest);
  }

  /** Whether it should be encrypted again, since another key is current now. */
  public boolean isOutdated(byte[] sealed) {
    return sealed != null && !keyId(sealed).equals(currentKey());
  }

  /** The same under the current key; null stays null. */
  public byte[] renewed(byte[] sealed) {
    return isOutdated(sealed) ? encrypt(decryptBytes(sealed)) : sealed;
  }

  /** The id of the key that encrypts. */
  public String currentKey() {
    return keys.current();
  }

  /** The ids of all keys that decrypt, the current one first. */
  public List<String> keyIds() {
    return keys.ids();
  }

  /** What everything begins with that is encrypted under the current key, and nothing else. */
  public byte[] currentHeader() {
    return header(currentKey());
  }

  private SecretKey key(String id) {
    return keys.find(id)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "personal data is encrypted under an unknown key: " + id));
  }

  private static String keyId(byte[] sealed) {
    if (sealed.length == 0 || sealed[0] <= 0 || sealed.length < 1 + sealed[0] + NONCE) {
      throw new IllegalStateException("this is not encrypted personal data");
    }
    return new String(sealed, 1, sealed[0], StandardCharsets.US_ASCII);
  }

  private static byte[] header(String id) {
    byte[] name = id.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(1 + name.length).put((byte) name.length).put(name).array();
  }

  private static Cipher newCipher() {
    try {
      return Cipher.getInstance(ALGORITHM);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  private static byte[] run(int mode, SecretKey key, byte[] header, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = CIPHERS.get();
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(header);
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("personal data could not be encrypted or decrypted", e);
    }
  }
}
