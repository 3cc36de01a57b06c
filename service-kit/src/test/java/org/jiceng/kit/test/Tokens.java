package org.jiceng.kit.test;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signs real access tokens for tests; quarkus-oidc verifies them against the public key of the run.
 *
 * <pre>{@code Tokens.of("registrar").org(id).sign()}</pre>
 */
public final class Tokens {
  static final String ISSUER = "https://issuer.test/jiceng";
  static final String AUDIENCE = "jiceng";
  // A system property, since Quarkus may load this class more than once in a test JVM.
  private static final String PRIVATE_KEY = "jiceng.test.private-key";
  private static final String PUBLIC_KEY = "jiceng.test.public-key";

  // Signing costs more than most of what is asked with a token; what says the same is signed once.
  private static final Map<String, String> SIGNED = new ConcurrentHashMap<>();

  private final JwtClaimsBuilder claims;
  private final Map<String, String> said = new TreeMap<>();
  private boolean once;
  private boolean foreign;

  private Tokens(String role) {
    said.put("roles", role);
    claims =
        Jwt.issuer(ISSUER)
            .audience(AUDIENCE)
            .subject(role + "-1")
            .upn(role + "-1")
            .groups(Set.of(role))
            .expiresIn(Duration.ofHours(1));
  }

  /** A token of one role, with no scope yet. */
  public static Tokens of(String role) {
    return new Tokens(role);
  }

  /** A token of several roles, with no scope yet. */
  public static Tokens ofAll(String... roles) {
    Tokens token = new Tokens(roles[0]);
    token.claims.groups(Set.of(roles));
    token.said.put("roles", String.join(",", roles));
    return token;
  }

  /** The scope is the subtree of an organisation. */
  public Tokens org(UUID organizationId) {
    return claim("org_id", organizationId.toString());
  }

  /** The scope is the whole district. */
  public Tokens wholeDistrict() {
    return claim("org_id", "district");
  }

  /** The caller is this member. */
  public Tokens member(UUID memberId) {
    return claim("member_id", memberId.toString());
  }

  /** Another subject than the role's first user. */
  public Tokens subject(String subject) {
    claims.subject(subject).upn(subject);
    said.put("subject", subject);
    return this;
  }

  /** Meant for another system. */
  public Tokens audience(String audience) {
    claims.audience(audience);
    said.put("audience", audience);
    return this;
  }

  /** No longer valid. */
  public Tokens expired() {
    claims.issuedAt(1_000_000_000L).expiresAt(1_000_003_600L);
    once = true;
    return this;
  }

  /** Valid for that long from now on. */
  public Tokens lasting(Duration duration) {
    claims.expiresIn(duration);
    once = true;
    return this;
  }

  /** Signed by someone else. */
  public Tokens signedBySomeoneElse() {
    foreign = true;
    once = true;
    return this;
  }

  /** The compact form, for {@code Authorization: Bearer}. */
  public String sign() {
    return once ? signed() : SIGNED.computeIfAbsent(said.toString(), same -> signed());
  }

  private Tokens claim(String name, String value) {
    claims.claim(name, value);
    said.put(name, value);
    return this;
  }

  private String signed() {
    return claims.sign(foreign ? newKeyPair().getPrivate() : privateKeyOfThisRun());
  }

  static synchronized String publicKeyForThisRun() {
    if (System.getProperty(PUBLIC_KEY) == null) {
      KeyPair pair = newKeyPair();
      Base64.Encoder base64 = Base64.getEncoder();
      System.setProperty(PUBLIC_KEY, base64.encodeToString(pair.getPublic().getEncoded()));
      System.setProperty(PRIVATE_KEY, base64.encodeToString(pair.getPrivate().getEncoded()));
    }
    return System.getProperty(PUBLIC_KEY);
  }

  private static PrivateKey privateKeyOfThisRun() {
    publicKeyForThisRun();
    byte[] encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE_KEY));
    try {
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair newKeyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
