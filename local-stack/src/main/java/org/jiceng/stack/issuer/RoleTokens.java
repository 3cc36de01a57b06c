package org.jiceng.stack.issuer;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/**
 * What a token says: the role in {@code groups}, the scope in {@code org_id}. A request may name an
 * organisation ({@code org_id}) and a member ({@code member_id}); without, the scope is the
 * district.
 */
final class RoleTokens implements OAuth2TokenCallback {
  static final String ISSUER = "jiceng";
  static final String AUDIENCE = "jiceng";
  static final String MACHINE = "jiceng-machine";
  private static final Duration LIFETIME = Duration.ofHours(1);

  @Override
  public String issuerId() {
    return ISSUER;
  }

  @Override
  public String subject(TokenRequest request) {
    return role(request);
  }

  @Override
  public String typeHeader(TokenRequest request) {
    return "JWT";
  }

  @Override
  public List<String> audience(TokenRequest request) {
    return List.of(AUDIENCE);
  }

  @Override
  public long tokenExpiry() {
    return LIFETIME.toSeconds();
  }

  @Override
  public Map<String, Object> addClaims(TokenRequest request) {
    String role = role(request);
    if (role == null) {
      // the login page adds the rest; the pages' own name is expected in its ID token
      return Map.of("aud", List.of(AUDIENCE, client(request)));
    }
    Map<String, Object> claims =
        new HashMap<>(Claims.of(role, parameter(request, "org_id", Claims.DISTRICT)));
    String member = parameter(request, "member_id", "");
    if (!member.isEmpty()) {
      claims.put("member_id", member);
    }
    return claims;
  }

  /** Null where a person picks the role on the login page. */
  private static String role(TokenRequest request) {
    AuthorizationGrant grant = request.getAuthorizationGrant();
    if (grant instanceof ResourceOwnerPasswordCredentialsGrant password) {
      return known(password.getUsername());
    }
    if (grant instanceof ClientCredentialsGrant) {
      return machine(client(request));
    }
    return null;
  }

  private static String known(String user) {
    return Role.named(user).map(Role::name).orElseThrow(() -> refusal("no such user: " + user));
  }

  private static String machine(String client) {
    if (!MACHINE.equals(client)) {
      throw refusal("no such machine client: " + client);
    }
    return "system";
  }

  private static OAuth2Exception refusal(String reason) {
    return new OAuth2Exception(OAuth2Error.INVALID_GRANT.setDescription(reason), reason);
  }

  private static String client(TokenRequest request) {
    return request.getClientAuthentication() == null
        ? request.getClientID().getValue()
        : request.getClientAuthentication().getClientID().getValue();
  }

  private static String parameter(TokenRequest request, String name, String otherwise) {
    List<String> values = request.getCustomParameter(name);
    return values == null || values.isEmpty() ? otherwise : values.get(0);
  }
}
