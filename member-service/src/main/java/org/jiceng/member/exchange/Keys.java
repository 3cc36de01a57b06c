package org.jiceng.member.exchange;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Reads Ed25519 keys as OpenSSL writes them. */
final class Keys {
  private static final String ED25519 = "Ed25519";

  private Keys() {}

  /** PKCS#8, as PEM or its base64 alone. */
  static PrivateKey privateKey(String text) {
    try {
      return KeyFactory.getInstance(ED25519).generatePrivate(new PKCS8EncodedKeySpec(bytes(text)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException("not a private Ed25519 key in PKCS#8", e);
    }
  }

  /** X.509, as PEM or its base64 alone. */
  static PublicKey publicKey(String text) {
    try {
      return KeyFactory.getInstance(ED25519).generatePublic(new X509EncodedKeySpec(bytes(text)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException("not a public Ed25519 key in X.509", e);
    }
  }

  private static byte[] bytes(String text) {
    return Base64.getDecoder().decode(text.replaceAll("-----[A-Z ]+-----|\\s", ""));
  }
}
