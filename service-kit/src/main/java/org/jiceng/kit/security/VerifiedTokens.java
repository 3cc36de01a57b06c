package org.jiceng.kit.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcIdentityProvider;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Remembers for a moment which access tokens have been verified: a signature costs more than most
 * reads. A token is remembered by the whole of its text, never beyond its expiry, and only if good;
 * a key that the issuer has withdrawn is found out after {@link #LONGEST} at the latest.
 */
@ApplicationScoped
class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest> {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int MOST = 2_000;
  private static final String REQUEST = RoutingContext.class.getName();

  private final OidcIdentityProvider verifier;
  private final Cache<String, SecurityIdentity> verified =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfter(Expiry.creating((String token, SecurityIdentity who) -> rememberedFor(who)))
          .build();

  VerifiedTokens(OidcIdentityProvider verifier) {
    this.verifier = verifier;
  }

  @Override
  public Class<TokenAuthenticationRequest> getRequestType() {
    return TokenAuthenticationRequest.class;
  }

  @Override
  public int priority() {
    return verifier.priority() + 1;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      TokenAuthenticationRequest request, AuthenticationRequestContext context) {
    if (!(request.getToken() instanceof AccessTokenCredential credential)) {
      return verifier.authenticate(request, context);
    }
    RoutingContext now = HttpSecurityUtils.getRoutingContextAttribute(request);
    SecurityIdentity known = verified.getIfPresent(credential.getToken());
    if (known != null) {
      return Uni.createFrom().item(within(known, now));
    }
    return verifier
        .authenticate(request, context)
        .invoke(who -> verified.put(credential.getToken(), within(who, null)));
  }

  /** The same caller, within another request: one that is over must not be held. */
  private static SecurityIdentity within(SecurityIdentity who, RoutingContext request) {
    Map<String, Object> attributes = new HashMap<>(who.getAttributes());
    attributes.remove(REQUEST);
    if (request != null) {
      attributes.put(REQUEST, request);
    }
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(who.getPrincipal())
        .addRoles(who.getRoles())
        .addCredentials(who.getCredentials())
        .addAttributes(attributes)
        .build();
  }

  private static Duration rememberedFor(SecurityIdentity who) {
    if (!(who.getPrincipal() instanceof JsonWebToken token)) {
      return Duration.ZERO;
    }
    Duration left =
        Duration.between(Instant.now(), Instant.ofEpochSecond(token.getExpirationTime()));
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(LONGEST) < 0 ? left : LONGEST;
  }
}
