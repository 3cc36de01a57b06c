package org.jiceng.stack.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jiceng.stack.data.StackFailure;
import org.jiceng.stack.issuer.TokenClient;

/** Asks a service as the machine client. */
final class Questions {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

  private final TokenClient tokens;

  Questions(TokenClient tokens) {
    this.tokens = tokens;
  }

  JsonNode ask(int port, String path) {
    URI address = URI.create("http://127.0.0.1:" + port + "/api/v1" + path);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + tokens.token("system"))
            .timeout(Duration.ofSeconds(15))
            .build();
    try {
      HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new StackFailure("%s answers %d.".formatted(address, answer.statusCode()));
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new StackFailure("%s does not answer; is the stack up?".formatted(address), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted.", e);
    }
  }
}
