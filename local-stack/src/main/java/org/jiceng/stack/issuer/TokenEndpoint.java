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
import java.util.Map;
import java.util.stream.Collectors;
import org.jiceng.stack.data.StackFailure;

/** Where an issuer, ours or another's, gives tokens. */
final class TokenEndpoint {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI address;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

  TokenEndpoint(URI address) {
    this.address = address;
  }

  /**
   * An access token as it was given.
   *
   * @param lifetime how long it is good from now on
   */
  record Granted(String token, Duration lifetime) {}

  /**
   * @throws StackFailure with the issuer's own words, if it refuses
   */
  Granted ask(Map<String, String> form) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .timeout(Duration.ofSeconds(10))
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode json = JSON.readTree(answer.body());
      if (answer.statusCode() != 200) {
        throw new StackFailure("The issuer gives no token: " + json.path("error_description"));
      }
      return new Granted(
          json.path("access_token").asText(), Duration.ofSeconds(json.path("expires_in").asLong()));
    } catch (IOException e) {
      throw new StackFailure(
          "The issuer at %s does not answer; is the stack up?".formatted(address), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while asking for a token.", e);
    }
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
