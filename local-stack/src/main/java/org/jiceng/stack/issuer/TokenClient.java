package org.jiceng.stack.issuer;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jiceng.stack.data.StackFailure;

/** Asks the issuer for access tokens, as any client would. */
public final class TokenClient {
  private final TokenEndpoint endpoint;

  /**
   * @param issuerUrl e.g. {@code http://127.0.0.1:8090/jiceng}
   */
  public TokenClient(String issuerUrl) {
    this.endpoint = new TokenEndpoint(URI.create(issuerUrl + "/token"));
  }

  /** A token of a role for the whole district. */
  public String token(String role) {
    return token(role, Optional.empty(), Optional.empty());
  }

  /**
   * @param organizationId the root of the scope; empty for the whole district
   * @param memberId who the caller is among the members
   */
  public String token(String role, Optional<String> organizationId, Optional<String> memberId) {
    if (Role.named(role).isEmpty()) {
      throw new StackFailure(
          "There is no role %s; the roles are %s.".formatted(role, Role.names()));
    }
    Map<String, String> form = new LinkedHashMap<>();
    if (role.equals("system")) {
      form.put("grant_type", "client_credentials");
      form.put("client_id", RoleTokens.MACHINE);
    } else {
      form.put("grant_type", "password");
      form.put("client_id", "jiceng-cli");
      form.put("username", role);
      form.put("password", "none");
    }
    form.put("client_secret", "unchecked");
    form.put("scope", "openid");
    organizationId.ifPresent(id -> form.put("org_id", id));
    memberId.ifPresent(id -> form.put("member_id", id));
    return endpoint.ask(form).token();
  }
}
