package org.jiceng.member.exchange;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A request as the far district signs it, unless a test has it do so badly. */
final class SignedRequest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String address;
  private final byte[] body;
  private UUID id = UUID.randomUUID();
  private String keyId = "far";
  private String to = "near";
  private String digest;
  private Instant created;
  private PrivateKey key = TestKeys.FAR.getPrivate();

  private SignedRequest(String address, byte[] body, Instant created) {
    this.address = "/api/v1/exchange/" + address;
    this.body = body;
    this.digest = ContentDigest.of(body);
    this.created = created;
  }

  static SignedRequest of(String address, Object body, Instant now) {
    try {
      return new SignedRequest(
          address, body == null ? new byte[0] : JSON.writeValueAsBytes(body), now);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  SignedRequest under(UUID messageId) {
    id = messageId;
    return this;
  }

  SignedRequest by(String name, PrivateKey other) {
    keyId = name;
    key = other;
    return this;
  }

  SignedRequest to(String district) {
    to = district;
    return this;
  }

  SignedRequest created(Instant at) {
    created = at;
    return this;
  }

  SignedRequest digestOf(String other) {
    digest = ContentDigest.of(other.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return this;
  }

  /** The headers that sign it. */
  Map<String, String> headers(String method) {
    SignedParts parts =
        SignedParts.of(method, "localhost:" + RestAssured.port, URI.create(address), digest, to);
    Map<String, String> headers =
        new HashMap<>(HttpSignature.of(parts, keyId, id, created, key).headers());
    headers.put("Content-Digest", digest);
    headers.put("Exchange-To", to);
    return headers;
  }

  ValidatableResponse post() {
    return post(headers("POST"));
  }

  ValidatableResponse post(Map<String, String> headers) {
    return request(headers).contentType("application/json").body(body).post(uri()).then();
  }

  ValidatableResponse get() {
    return request(headers("GET")).get(uri()).then();
  }

  private URI uri() {
    return URI.create("http://localhost:" + RestAssured.port + address);
  }

  private static RequestSpecification request(Map<String, String> headers) {
    return given().urlEncodingEnabled(false).headers(headers);
  }
}
