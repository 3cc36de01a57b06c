package org.jiceng.activity.checkin;

import static org.jiceng.activity.Plans.phoneOf;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A phone as an app would use it: it makes a key, registers it, and signs what it sees. */
final class Phone {
  private final UUID member;
  private final EllipticCurveJsonWebKey key;
  private final String keyId;

  private Phone(UUID member, EllipticCurveJsonWebKey key, String keyId) {
    this.member = member;
    this.key = key;
    this.keyId = keyId;
  }

  static Phone of(UUID member) {
    EllipticCurveJsonWebKey key = newKey();
    String id = register(member, form(key)).statusCode(201).extract().path("id");
    return new Phone(member, key, id);
  }

  static EllipticCurveJsonWebKey newKey() {
    try {
      return EcJwkGenerator.generateJwk(EllipticCurves.P256);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, Object> form(EllipticCurveJsonWebKey key) {
    return key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }

  static ValidatableResponse register(UUID member, Map<String, Object> form) {
    return phoneOf(member).body(form).post("/api/v1/me/device-keys").then();
  }

  UUID member() {
    return member;
  }

  String keyId() {
    return keyId;
  }

  /** The same phone, whose owner says to be somebody else. */
  Phone saying(UUID other) {
    return new Phone(other, key, keyId);
  }

  /** Another key under the id of this one. */
  Phone forged() {
    return new Phone(member, newKey(), keyId);
  }

  String proof(String code, Instant scannedAt) {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    jws.setKeyIdHeaderValue(keyId);
    jws.setKey(key.getPrivateKey());
    jws.setPayload(
        "{\"code\":\"%s\",\"memberId\":\"%s\",\"scannedAt\":\"%s\"}"
            .formatted(code, member, scannedAt));
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Hands proofs in as the member whom it belongs to. */
  static ValidatableResponse handIn(UUID member, String... proofs) {
    List<Map<String, String>> all =
        Arrays.stream(proofs).map(proof -> Map.of("proof", proof)).toList();
    return phoneOf(member).body(Map.of("checkIns", all)).post("/api/v1/me/check-ins").then();
  }
}
