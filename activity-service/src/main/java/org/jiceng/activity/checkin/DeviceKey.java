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
 * @param thumbprint of the public key (RFC 7638, SHA-256); null, as the key, once its member was
 *     erased
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

  /**
   * Whether it was the member's when a code was seen that was shown for so long. The phone's clock
   * may be wrong, and says what its owner wants; when the key was registered and revoked and the
   * code shown are moments of our own clock.
   */
  boolean couldSign(CheckInCode code, Duration shownFor, Instant scannedAt) {
    Instant seen = scannedAt.isBefore(code.shownFrom()) ? code.shownFrom() : scannedAt;
    return registeredAt.isBefore(code.shownFrom().plus(shownFor))
        && (revokedAt == null || revokedAt.isAfter(seen));
  }

  PublicKey publicKey() {
    try {
      return PublicJsonWebKey.Factory.newPublicJwk(jwk).getPublicKey();
    } catch (JoseException e) {
      throw new IllegalStateException("a key that was taken in can be read", e);
    }
  }
}
