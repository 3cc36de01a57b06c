package org.jiceng.kit.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class IdempotencyTest {
  private static final String PROBES = "/api/v1/probes";

  @Inject AgroalDataSource dataSource;

  private final String key = UUID.randomUUID().toString();
  private final String name = "p" + key.substring(0, 12);
  private final String body = "{\"name\":\"%s\",\"amount\":3}".formatted(name);

  @Test
  void aReplayGetsTheFirstAnswerByteForByte() throws Exception {
    Response first = post(key, body);
    Response second = post(key, body);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(first.header("Idempotency-Replayed")).isNull();
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
    for (String header : List.of("Location", "ETag", "Content-Type", "Cache-Control")) {
      assertThat(second.header(header)).isNotNull().isEqualTo(first.header(header));
    }
    assertThat(second.header("Cache-Control")).isEqualTo("no-store");
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  void thirtyTwoAtOnceHaveOneEffect() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(32);
    List<Callable<Response>> calls = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      calls.add(() -> post(key, body));
    }
    List<byte[]> created = new ArrayList<>();
    for (Future<Response> call : clients.invokeAll(calls)) {
      Response answer = call.get();
      assertThat(answer.statusCode()).isIn(201, 409);
      if (answer.statusCode() == 201) {
        created.add(answer.asByteArray());
      } else {
        assertThat(answer.path("type").toString()).endsWith("request-in-progress");
      }
    }
    clients.shutdown();
    assertThat(created).isNotEmpty().allSatisfy(b -> assertThat(b).isEqualTo(created.get(0)));
    assertThat(effects()).isEqualTo(1);
    assertThat(post(key, body).header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void anotherRequestUnderTheSameKeyIsRefused() throws Exception {
    post(key, body);
    assertThat(post(key, body.replace("3", "4")).statusCode()).isEqualTo(422);
    Response elsewhere =
        given()
            .contentType(ContentType.JSON)
            .header("Idempotency-Key", key)
            .body(body)
            .post(PROBES + "?x=1");
    assertThat(elsewhere.statusCode()).isEqualTo(422);
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  void aRefusalIsNotKeptSoThatItCanBePutRight() {
    assertThat(post(key, "{\"name\":\"\"}").statusCode()).isEqualTo(400);
    assertThat(post(key, "{\"name\":\"z\",\"amount\":-1}").statusCode()).isEqualTo(422);
    assertThat(post(key, body).statusCode()).isEqualTo(201);
  }

  @Test
  void theSameKeyOfAnotherCallerIsAnotherKey() {
    assertThat(post(key, body).statusCode()).isEqualTo(201);
    Response other =
        given()
            .auth()
            .oauth2(Tokens.of("registrar").sign())
            .contentType(ContentType.JSON)
            .header("Idempotency-Key", key)
            .body("{\"name\":\"o%s\"}".formatted(name))
            .post(PROBES);
    // the endpoint permits all, and who is known is another than who is not
    assertThat(other.statusCode()).isEqualTo(201);
  }

  @Test
  void theKeyHasOneTo255Characters() {
    assertThat(post("k".repeat(255), "{\"name\":\"%s\"}".formatted(name)).statusCode())
        .isEqualTo(201);
    assertThat(post("k".repeat(256), body).statusCode()).isEqualTo(400);
    assertThat(post("", body).statusCode()).isEqualTo(400);
  }

  @Test
  void aStreamedBodyIsComparedToo() {
    byte[] large = new byte[3_000_000];
    assertThat(load(large).statusCode()).isEqualTo(202);
    assertThat(load(large).header("Idempotency-Replayed")).isEqualTo("true");
    large[2_999_999] = 1;
    assertThat(load(large).statusCode()).isEqualTo(422);
  }

  @Test
  void nothingPersonalIsKeptInTheClear() throws Exception {
    post(key, body);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select body from idempotency_key where key = ?")) {
      select.setString(1, key);
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        assertThat(new String(rows.getBytes(1), java.nio.charset.StandardCharsets.ISO_8859_1))
            .doesNotContain(name);
      }
    }
  }

  private Response load(byte[] csv) {
    return given()
        .contentType("text/csv")
        .header("Idempotency-Key", key)
        .body(csv)
        .post(PROBES + "/imports");
  }

  private static Response post(String key, String body) {
    return given()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(body)
        .post(PROBES);
  }

  private int effects() throws Exception {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select count(*) from probe where name = ?")) {
      select.setString(1, name);
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }
}
