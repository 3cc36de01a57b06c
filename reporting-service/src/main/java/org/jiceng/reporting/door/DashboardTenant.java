package org.jiceng.reporting.door;

import io.quarkus.oidc.TenantResolver;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Who is asked to sign in, and how: a browser at the door or with a session goes by the
 * authorization code flow; everyone else shows a bearer token or is told 401, never redirected.
 */
@ApplicationScoped
public class DashboardTenant implements TenantResolver {
  static final String DASHBOARD = "dashboard";
  private static final String SESSION_COOKIE = "q_session_" + DASHBOARD;
  private static final Set<String> DOORS = Set.of("/login", "/logout");

  @Override
  public String resolve(RoutingContext context) {
    if (context.request().getHeader(HttpHeaders.AUTHORIZATION) != null) {
      return null;
    }
    return DOORS.contains(context.normalizedPath()) || hasSession(context) ? DASHBOARD : null;
  }

  // A long session is kept in several cookies, numbered behind the name.
  private static boolean hasSession(RoutingContext context) {
    return context.request().cookies().stream()
        .anyMatch(cookie -> cookie.getName().startsWith(SESSION_COOKIE));
  }
}
