package org.jiceng.activity.checkin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.UUID;
import org.jiceng.kit.problem.Problem;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * What a phone hands in: that it saw a code at a moment and that a member held it, signed by its
 * key (compact JWS, ES256, {@code kid} the id of the key; claims {@code code, memberId,
 * scannedAt}).
 */
final class Proof {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AlgorithmConstraints ES256 =
      new AlgorithmConstraints(
          ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);

  private final JsonWebSignature jws;
  private final UUID keyId;

  private Proof(JsonWebSignature jws, UUID keyId) {
    this.jws = jws;
    this.keyId = keyId;
  }

  /** What is claimed, once the signature is known to be good. */
  record Claims(String code, UUID memberId, Instant scannedAt) {}

  static Proof parse(String compact) {
    try {
      JsonWebSignature jws = new JsonWebSignature();
      jws.setAlgorithmConstraints(ES256);
      jws.setCompactSerialization(compact);
      return new Proof(jws, UUID.fromString(jws.getKeyIdHeaderValue()));
    } catch (JoseException | RuntimeException e) {
      throw new Problem(CheckInProblems.UNREADABLE);
    }
  }

  UUID keyId() {
    return keyId;
  }

  /** The claims, if that key has signed them. */
  Claims signedBy(DeviceKey key) {
    jws.setKey(key.publicKey());
    try {
      if (jws.verifySignature()) {
        return claims(jws.getPayload());
      }
    } catch (JoseException e) {
      // an algorithm that is not allowed, or no signature at all: forged either way
    }
    throw new Problem(CheckInProblems.PROOF_FORGED);
  }

  private static Claims claims(String payload) {
    try {
      JsonNode claims = JSON.readTree(payload);
      return new Claims(
          claims.path("code").asText(),
          UUID.fromString(claims.path("memberId").asText()),
          Instant.parse(claims.path("scannedAt").asText()));
    } catch (JsonProcessingException | RuntimeException e) {
      throw new Problem(CheckInProblems.UNREADABLE);
    }
  }
}
