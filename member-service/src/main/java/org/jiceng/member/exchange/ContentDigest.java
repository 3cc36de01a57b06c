package org.jiceng.member.exchange;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.Dictionary;
import org.greenbytes.http.sfv.Parser;

/** The digest of a body as a header has it (RFC 9530). */
final class ContentDigest {
  static final String HEADER = "Content-Digest";
  private static final String SHA_256 = "sha-256";

  private ContentDigest() {}

  static String of(byte[] body) {
    return Dictionary.valueOf(Map.of(SHA_256, ByteSequenceItem.valueOf(sha256(body)))).serialize();
  }

  /** Whether the header has the SHA-256 of the body. */
  static boolean fits(String header, byte[] body) {
    try {
      return Parser.parseDictionary(header).get().get(SHA_256) instanceof ByteSequenceItem digest
          && MessageDigest.isEqual(bytes(digest.get()), sha256(body));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  static byte[] sha256(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
