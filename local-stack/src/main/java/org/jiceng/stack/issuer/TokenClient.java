package org.jiceng.stack.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiceng.stack.data.StackFailure;

/** Asks the issuer for access tokens, as any client would. */
public final class TokenClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI endpoint;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

  /**
   * @param issuerUrl e.g. {@code http://127.0.0.1:8090/jiceng}
   */
  public TokenClient(String issuerUrl) {
    this.endpoint = URI.create(issuerUrl + "/token");
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
    return post(form);
  }

  private String post(Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .timeout(Duration.ofSeconds(10))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode json = JSON.readTree(answer.body());
      if (answer.statusCode() != 200) {
        throw new StackFailure("The issuer gives no token: " + json.path("error_description"));
      }
      return json.path("access_token").asText();
    } catch (IOException e) {
      throw new StackFailure(
          "The issuer at %s does not answer; is the stack up?".formatted(endpoint), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while asking for a token.", e);
    }
  }
}
