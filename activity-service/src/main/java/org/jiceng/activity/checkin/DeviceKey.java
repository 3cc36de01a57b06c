package org.jiceng.activity.checkin;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The key by which one phone of a member signs.
 *
 * @param thumbprint of the public key (RFC 7638, SHA-256)
 * @param revokedAt from when on it signs no more; null: it does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeviceKey(
    UUID id,
    @JsonIgnore UUID memberId,
    String thumbprint,
    @JsonIgnore String jwk,
    Instant registeredAt,
    Instant revokedAt) {

  /** Whether it was the member's at that moment, by a clock that may be wrong by so much. */
  boolean signedAt(Instant moment, Duration error) {
    return !registeredAt.isAfter(moment.plus(error))
        && (revokedAt == null || revokedAt.isAfter(moment));
  }

  PublicKey publicKey() {
    try {
      return PublicJsonWebKey.Factory.newPublicJwk(jwk).getPublicKey();
    } catch (JoseException e) {
      throw new IllegalStateException("a key that was taken in can be read", e);
    }
  }
}
