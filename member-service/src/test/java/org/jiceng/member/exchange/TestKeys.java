package org.jiceng.member.exchange;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** Key pairs that are the same in every run: known to everyone, and to tests only. */
final class TestKeys {
  static final KeyPair NEAR = pair(1);
  static final KeyPair FAR = pair(2);
  static final KeyPair STRANGER = pair(3);

  private TestKeys() {}

  static String base64(Key key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  private static KeyPair pair(int number) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new Always(number));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** No chance at all. */
  private static final class Always extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final int number;

    Always(int number) {
      this.number = number;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      Arrays.fill(bytes, (byte) number);
    }
  }
}
