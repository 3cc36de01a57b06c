package org.jiceng.activity.checkin;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigInteger;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.kit.problem.Problem;
import org.jose4j.base64url.Base64Url;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A public key as a phone makes it: a JSON Web Key (RFC 7517) of the curve P-256. */
public record PublicKeyForm(
    @NotNull @Pattern(regexp = "EC") @Schema(examples = "EC") String kty,
    @NotNull @Pattern(regexp = "P-256") @Schema(examples = "P-256") String crv,
    @NotNull
        @Pattern(regexp = COORDINATE)
        @Schema(examples = "axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY")
        String x,
    @NotNull
        @Pattern(regexp = COORDINATE)
        @Schema(examples = "T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU")
        String y) {
  static final String COORDINATE = "[A-Za-z0-9_-]{43}";

  /** The key itself; 422 where the two coordinates are no point of the curve. */
  EllipticCurveJsonWebKey key() {
    if (!isPointOf(EllipticCurves.P256)) {
      throw Problem.violation("y", "not-on-the-curve");
    }
    try {
      return new EllipticCurveJsonWebKey(
          Map.<String, Object>of("kty", kty, "crv", crv, "x", x, "y", y), null);
    } catch (JoseException e) {
      throw Problem.violation("y", "not-on-the-curve");
    }
  }

  private boolean isPointOf(ECParameterSpec curve) {
    BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
    BigInteger left = number(x);
    BigInteger right = number(y);
    BigInteger cubic =
        left.pow(3).add(curve.getCurve().getA().multiply(left)).add(curve.getCurve().getB());
    return left.compareTo(p) < 0
        && right.compareTo(p) < 0
        && right.multiply(right).subtract(cubic).mod(p).signum() == 0;
  }

  private static BigInteger number(String coordinate) {
    return new BigInteger(1, Base64Url.decode(coordinate));
  }
}
