package org.jiceng.kit.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RefusalsTest {
  private static final String PROBES = "/api/v1/probes";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"a\",\"amount\":\"many\"} | amount | wrong-type",
        "{\"name\":\"a\",\"amount\":1.5} | amount | wrong-type",
        "{\"name\":5} | name | wrong-type",
        "{\"name\":\"a\",\"sector\":\"MOON\"} | sector | unknown-value",
        "{\"name\":\"a\",\"sector\":1} | sector | unknown-value",
        "{\"name\":\"a\",\"on\":\"2026-02-30\"} | on | wrong-type",
        "{\"name\":\"a\",\"colour\":\"red\"} | colour | unknown-field",
        "{\"name\":\"a\\u0000b\"} | name | wrong-type",
        "{\"name\":\"a\\ud800b\"} | name | wrong-type",
        "{\"name\":\"a\\u0001b\"} | name | wrong-type",
        "{\"name\":\"a\\uffffb\"} | name | wrong-type",
        "{\"name\":\"a\",\"sector\":\"\"} | sector | unknown-value",
        "{\"name\":\"a\",\"amount\":\"\"} | amount | wrong-type",
        "{\"name\":\"a\",\"on\":\"\"} | on | wrong-type",
        "{\"name\":\"a\",\"on\":\"+99999-01-01\"} | on | wrong-type",
        "{} | name | not-blank",
        "{\"name\":\" \"} | name | not-blank",
      })
  void aBodyWithAWrongFieldIsRefusedNamingTheField(String body, String field, String code) {
    problem(json().body(body).post(PROBES).then(), 400, "validation-failed")
        .body("violations.field", hasItem(field))
        .body("violations.code", hasItem(code))
        .body("violations[0].message", notNullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "null", "{} trailing", "{\"name\":\"a\",\"name\":\"b\"}", "5"})
  void aBodyThatIsNotTheExpectedJsonIsRefused(String body) {
    problem(json().body(body).post(PROBES).then(), 400, "malformed-body")
        .body("detail", containsString("第 1 行"));
  }

  @Test
  void noBodyAtAllIsToldWhatIsMissing() {
    problem(json().post(PROBES).then(), 400, "validation-failed")
        .body("violations[0].field", equalTo("name"));
    json().post(PROBES + "/commands").then().statusCode(200);
  }

  @Test
  void tooLongATextIsRefused() {
    String body = "{\"name\":\"%s\"}";
    problem(json().body(body.formatted("x".repeat(201))).post(PROBES).then(), 400, null)
        .body("violations[0].code", equalTo("size"));
    // longer than the column, though not than the constraint
    problem(json().body(body.formatted("x".repeat(100))).post(PROBES).then(), 400, null);
  }

  @Test
  void whatTheDatabaseRefusesIsNotAFailure() {
    String name = "n" + UUID.randomUUID().toString().substring(0, 12);
    String body = "{\"name\":\"%s\"}".formatted(name);
    json().body(body).post(PROBES).then().statusCode(201);
    problem(json().body(body).post(PROBES).then(), 409, "conflict");
    problem(json().body("{\"name\":\"m\",\"amount\":-1}").post(PROBES).then(), 422, null);
  }

  @ParameterizedTest
  @CsvSource({
    "id=7, id",
    "on=2026-02-30, on",
    "on=%2B999999999-12-31, on",
    "sector=MOON, sector",
    "limit=0, limit",
    "limit=501, limit",
    "limit=x, limit",
    "cursor=zz, cursor",
    "cursor=%00, cursor",
    "q=a%00b, q"
  })
  void aQueryParameterThatCannotBeReadIsNamed(String query, String name) {
    problem(given().urlEncodingEnabled(false).get(PROBES + "?" + query).then(), 400, null)
        .body("violations[0].field", equalTo(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/probes/7",
        "/api/v1/probes/00000000-0000-0000-0000-000000000000",
        "/api/v1/nothing",
        "/nothing"
      })
  void whatIsNotThereIsNotFound(String path) {
    problem(given().get(path).then(), 404, "not-found").body("instance", equalTo(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/probes?q=%zz", "/api/v1/probes/%zz", "/%"})
  void anAddressThatCannotBeReadIsRefused(String address) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
      String request = "GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".formatted(address);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).matches("(?s)HTTP/1.1 40[04] .*");
    }
  }

  @Test
  void methodAndMediaTypesAreChecked() {
    problem(given().delete(PROBES).then(), 405, "method-not-allowed");
    problem(given().accept("image/png").get(PROBES + "/secret").then(), 406, "not-acceptable");
    problem(
        given().contentType("text/plain").body("x").post(PROBES).then(),
        415,
        "unsupported-media-type");
  }

  @Test
  void aTokenIsNeededAndMustBeOurs() {
    String secret = PROBES + "/secret";
    problem(given().get(secret).then(), 401, "unauthenticated")
        .header("WWW-Authenticate", startsWith("Bearer"));
    for (String token :
        new String[] {
          "rubbish",
          "a.b.c",
          Tokens.of("registrar").expired().sign(),
          Tokens.of("registrar").signedBySomeoneElse().sign(),
          Tokens.of("registrar").audience("elsewhere").sign()
        }) {
      problem(given().auth().oauth2(token).get(secret).then(), 401, "unauthenticated")
          .header("WWW-Authenticate", containsString("invalid_token"));
    }
    problem(given().auth().oauth2(Tokens.of("member").sign()).get(secret).then(), 403, "forbidden");
    given().auth().oauth2(Tokens.of("registrar").sign()).get(secret).then().statusCode(200);
  }

  @Test
  void aFailureOfOursTellsNothingButTheCorrelationId() {
    problem(given().header("X-Correlation-Id", "c-1").get(PROBES + "/broken").then(), 500, null)
        .body(not(containsString("hunter2")))
        .body("correlationId", equalTo("c-1"))
        .header("X-Correlation-Id", "c-1");
  }

  @Test
  void anOddCorrelationIdIsReplacedAndTheTraceIdTakenInstead() {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    given()
        .header("X-Correlation-Id", "a b\tc")
        .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
        .get(PROBES)
        .then()
        .header("X-Correlation-Id", trace);
  }

  @Test
  void aBodyOfMoreThanOneMebibyteIsTooLargeAnnouncedOrNot() {
    String huge = "{\"name\":\"" + "x".repeat(1 << 20) + "\"}";
    problem(json().body(huge).post(PROBES).then(), 413, "body-too-large");
    problem(
        json()
            .body(new ByteArrayInputStream(huge.getBytes(StandardCharsets.UTF_8)))
            .post(PROBES)
            .then(),
        413,
        "body-too-large");
  }

  @Test
  void theCallerChoosesTheLanguage() {
    given().get(PROBES + "/7").then().body("title", equalTo("未找到"));
    given()
        .header("Accept-Language", "fr, en;q=0.8, zh;q=0.5")
        .get(PROBES + "/7")
        .then()
        .body("title", equalTo("Not found"))
        .header("Content-Language", "en");
    given()
        .header("Accept-Language", "zh-TW")
        .get(PROBES + "/7")
        .then()
        .header("Content-Language", "zh-CN");
  }

  private static RequestSpecification json() {
    return given().contentType(ContentType.JSON);
  }

  private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
    answer
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("title", notNullValue())
        .body("correlationId", notNullValue());
    return code == null
        ? answer
        : answer.body("type", equalTo("https://jiceng.org/problems/" + code));
  }
}
