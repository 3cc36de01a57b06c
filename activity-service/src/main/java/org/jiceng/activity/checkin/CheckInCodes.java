package org.jiceng.activity.checkin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.kit.personal.BlindIndex;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * Signs the codes of activities and knows its own again: compact JWS by HS256, whose key is derived
 * from {@code jiceng.personal.index-key} for nothing but this, so that it rotates with it.
 */
@ApplicationScoped
class CheckInCodes {
  private static final String PURPOSE = "jiceng check-in code 1";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BlindIndex keys;

  CheckInCodes(BlindIndex keys) {
    this.keys = keys;
  }

  /** The text of a code. */
  String sign(CheckInCode code) {
    return sign(code, keys.all(PURPOSE).get(0));
  }

  /**
   * What a text says, if we signed exactly this text. It is signed again and compared as a whole,
   * since a text of base64 can be written in more than one way.
   */
  Optional<CheckInCode> read(String text) {
    return claimed(text)
        .filter(code -> keys.all(PURPOSE).stream().anyMatch(key -> isSame(text, sign(code, key))));
  }

  private static Optional<CheckInCode> claimed(String text) {
    try {
      JsonWebSignature jws = new JsonWebSignature();
      jws.setCompactSerialization(text);
      JsonNode claims = JSON.readTree(jws.getUnverifiedPayload());
      return Optional.of(
          new CheckInCode(
              UUID.fromString(claims.path("a").asText()),
              Instant.ofEpochSecond(claims.path("t").asLong())));
    } catch (JoseException | JsonProcessingException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static String sign(CheckInCode code, BlindIndex.Digest key) {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    jws.setKeyIdHeaderValue(key.keyId());
    jws.setKey(new HmacKey(key.bytes()));
    jws.setPayload(
        "{\"a\":\"%s\",\"t\":%d}".formatted(code.activityId(), code.shownFrom().getEpochSecond()));
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("the code could not be signed", e);
    }
  }

  private static boolean isSame(String given, String ours) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), ours.getBytes(StandardCharsets.UTF_8));
  }
}
