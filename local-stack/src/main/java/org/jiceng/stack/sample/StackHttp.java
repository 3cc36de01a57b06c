package org.jiceng.stack.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jiceng.stack.StackAccess;

/**
 * HTTP as a role of the local issuer. A service that does not answer for a while (it may be
 * starting again) is asked once more each second before it is given up.
 */
final class StackHttp {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final ObjectMapper json = new ObjectMapper();
  private final StackAccess access;
  private final String role;

  StackHttp(StackAccess access, String role) {
    this.access = access;
    this.role = role;
  }

  /** GET with a JSON answer; numbers with a fraction come as decimals, not as doubles. */
  JsonNode get(URI address) {
    return parsed(send(address, HttpRequest.newBuilder(address).GET()), 200);
  }

  /** GET with a text answer. */
  String text(URI address) {
    return send(address, HttpRequest.newBuilder(address).GET()).body();
  }

  /**
   * POST of a CSV file; the answer is the import job. Sent again under the same key, if it must.
   */
  JsonNode postCsv(URI address, byte[] csv, String key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofByteArray(csv));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return parsed(send(address, request), 202);
  }

  private HttpResponse<String> send(URI address, HttpRequest.Builder request) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        HttpResponse<String> answer = once(request);
        // 409: the same key is still being filed; 503: not ready yet.
        boolean again = answer.statusCode() == 503 || answer.statusCode() == 409;
        if (!again || System.nanoTime() > deadline) {
          return answer;
        }
      } catch (IOException e) {
        if (System.nanoTime() > deadline) {
          throw new LoadFailure(address.getAuthority() + " does not answer", e);
        }
      }
      Waiting.pause(PAUSE);
    }
  }

  private HttpResponse<String> once(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(
          request
              .setHeader("Authorization", "Bearer " + access.token(role))
              .setHeader("Accept-Language", "en")
              .timeout(Duration.ofMinutes(5))
              .build(),
          BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LoadFailure("interrupted", e);
    }
  }

  private JsonNode parsed(HttpResponse<String> answer, int status) {
    if (answer.statusCode() != status) {
      throw new LoadFailure(
          answer.request().method()
              + " "
              + answer.uri()
              + " answered "
              + answer.statusCode()
              + ": "
              + answer.body());
    }
    try {
      return json.reader()
          .with(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .readTree(answer.body());
    } catch (IOException e) {
      throw new LoadFailure(answer.uri() + " answered no JSON", e);
    }
  }
}
