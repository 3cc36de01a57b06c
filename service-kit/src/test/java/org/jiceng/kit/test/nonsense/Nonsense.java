package org.jiceng.kit.test.nonsense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.Tokens;

/**
 * Asks every operation of a service's OpenAPI document for senseless things, by every role. Nothing
 * may fail (5xx or a broken connection), every refusal is a problem of a stable type, and what must
 * be refused leaves no row behind. No file fails: it is taken in or rejected.
 *
 * <pre>{@code
 * new Nonsense(dataSource)
 *     .at("/api/v1/sites/{id}", district::site)
 *     .with("organizationId", () -> organization)
 *     .ask();
 * }</pre>
 */
public final class Nonsense {
  private static final String[] ROLES = {
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SITE_MANAGER,
    Roles.MEMBER,
    Roles.REPORTER,
    Roles.AUDITOR,
    Roles.SYSTEM
  };

  private final DataSource dataSource;
  private final Places places = new Places();
  private final Map<String, Supplier<?>> known = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public Nonsense(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** How to make a real record for the last parameter of a path, so that bodies are looked at. */
  public Nonsense at(String path, Supplier<?> record) {
    places.know(path, record);
    return this;
  }

  /** What fields and parameters of a name hold where they are not the senseless ones. */
  public Nonsense with(String field, Supplier<?> value) {
    known.put(field, value);
    return this;
  }

  /** Asks, and asserts. */
  public void ask() {
    JsonNode document = document();
    Schemas schemas = new Schemas(document, known);
    List<Operation> operations = Operation.of(document);
    assertThat(operations).isNotEmpty();
    operations.forEach(operation -> ask(operation, new Questions(operation, schemas, places)));
    assertThat(faults).isEmpty();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> Rows.jobs(dataSource, "'QUEUED', 'RUNNING'").isEmpty());
    assertThat(Rows.jobs(dataSource, "'FAILED'")).isEmpty();
  }

  private void ask(Operation operation, Questions questions) {
    String allowed = Tokens.ofAll(ROLES).wholeDistrict().sign();
    List<Asked> senseless = questions.senseless();
    List<Asked> few = questions.few();
    Map<String, String> before = Rows.of(dataSource);
    senseless.forEach(asked -> ask(asked, allowed));
    for (String token : everybody()) {
      few.forEach(asked -> ask(asked, token));
    }
    Map<String, String> after = Rows.of(dataSource);
    if (!after.equals(before)) {
      faults.add(operation + " left rows behind: " + before + " -> " + after);
    }
    questions.edges().forEach(asked -> ask(asked, allowed));
    places.forget();
  }

  private static List<String> everybody() {
    return Stream.concat(
            Stream.of(ROLES).map(role -> Tokens.of(role).wholeDistrict().sign()),
            Stream.of(
                Tokens.ofAll(ROLES).sign(), Tokens.ofAll(ROLES).org(UUID.randomUUID()).sign()))
        .toList();
  }

  private void ask(Asked asked, String token) {
    try {
      HttpResponse<byte[]> answer = http.send(asked.by(token, RestAssured.port), Endless.OR_WHOLE);
      String fault = fault(answer, asked);
      if (fault != null) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        faults.add(
            "%s: %d %s %s"
                .formatted(
                    asked,
                    answer.statusCode(),
                    fault,
                    text.substring(0, Math.min(400, text.length()))));
      }
    } catch (IOException e) {
      faults.add("%s: the connection broke: %s".formatted(asked, e));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String fault(HttpResponse<byte[]> answer, Asked asked) {
    int status = answer.statusCode();
    if (status >= 500) {
      return "failed";
    }
    if (status < 400) {
      return asked.refused() ? "was not refused" : null;
    }
    if (!answer
        .headers()
        .firstValue("Content-Type")
        .orElse("")
        .equals("application/problem+json")) {
      return "is no problem";
    }
    try {
      JsonNode problem = json.readTree(answer.body());
      boolean told =
          problem.path("type").asText().matches("https://jiceng\\.org/problems/[a-z-]+")
              && problem.path("status").asInt() == status
              && !problem.path("title").asText().isBlank()
              && !problem.path("detail").asText().isBlank();
      return told ? null : "tells too little";
    } catch (IOException e) {
      return "cannot be read";
    }
  }

  private JsonNode document() {
    try {
      return json.readTree(RestAssured.given().get("/openapi?format=json").asByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
