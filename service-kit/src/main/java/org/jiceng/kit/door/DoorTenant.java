package org.jiceng.kit.door;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.oidc.TenantResolver;
import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who is asked to sign in, and how: a browser at the door or with a session of this service goes by
 * the authorization code flow; everyone else shows a bearer token or is told 401, never redirected.
 */
@ApplicationScoped
@IfBuildProperty(name = "jiceng.door.enabled", stringValue = "true")
public class DoorTenant implements TenantResolver {
  static final String DOOR = "door";
  private static final Set<String> DOORS = Set.of("/login", "/logout");

  private final String sessionCookie;

  DoorTenant(
      @ConfigProperty(name = "quarkus.oidc.door.authentication.cookie-suffix") String suffix) {
    this.sessionCookie = OidcUtils.SESSION_COOKIE_NAME + "_" + DOOR + "_" + suffix;
  }

  /** Always names a tenant: without, the session of another service on this host would name it. */
  @Override
  public String resolve(RoutingContext context) {
    if (context.request().getHeader(HttpHeaders.AUTHORIZATION) != null) {
      return OidcUtils.DEFAULT_TENANT_ID;
    }
    return DOORS.contains(context.normalizedPath()) || hasSession(context)
        ? DOOR
        : OidcUtils.DEFAULT_TENANT_ID;
  }

  // A long session is kept in several cookies, numbered behind the name.
  private boolean hasSession(RoutingContext context) {
    return context.request().cookies().stream()
        .anyMatch(cookie -> cookie.getName().startsWith(sessionCookie));
  }
}
