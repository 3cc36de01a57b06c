package org.jiceng.kit.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is calling, by the access token; within a job of our own, the system itself. */
@RequestScoped
public class Caller {
  private static final String WHOLE_DISTRICT = "district";

  private final SecurityIdentity identity;
  private final CurrentVertxRequest request;

  Caller(SecurityIdentity identity, CurrentVertxRequest request) {
    this.identity = identity;
    this.request = request;
  }

  /** The token's {@code sub}; {@code system} within a job, {@code anonymous} without a token. */
  public String subject() {
    if (identity.isAnonymous()) {
      return request.getCurrent() == null ? "system" : "anonymous";
    }
    return identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
        ? token.getSubject()
        : identity.getPrincipal().getName();
  }

  /** Whether nobody calls: a job of our own is at work. */
  public boolean isOurselves() {
    return identity.isAnonymous() && request.getCurrent() == null;
  }

  /** Whether the token's {@code groups} name the role. */
  public boolean has(String role) {
    return identity.hasRole(role);
  }

  /** All roles of the token. */
  public Set<String> roles() {
    return identity.getRoles();
  }

  /** The root of the caller's scope; empty for the whole district and for no scope at all. */
  public Optional<UUID> organizationId() {
    return claim("org_id").flatMap(Caller::uuid);
  }

  /** Whether the scope is the whole district. */
  public boolean wholeDistrict() {
    return claim("org_id").filter(WHOLE_DISTRICT::equals).isPresent();
  }

  /** The scope as the token names it: an organisation's id, or {@code district}; empty for none. */
  public Optional<String> scope() {
    return wholeDistrict() ? Optional.of(WHOLE_DISTRICT) : organizationId().map(UUID::toString);
  }

  /** The member who the caller is, if the token says so. */
  public Optional<UUID> memberId() {
    return claim("member_id").flatMap(Caller::uuid);
  }

  /** When the token ends; never without a token. */
  public Instant until() {
    return identity.getPrincipal() instanceof JsonWebToken token && token.getExpirationTime() > 0
        ? Instant.ofEpochSecond(token.getExpirationTime())
        : Instant.MAX;
  }

  private Optional<String> claim(String name) {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? Optional.ofNullable(token.getClaim(name)).map(Object::toString)
        : Optional.empty();
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
