package org.jiceng.reporting.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever subscribes to sealed reports is called once for each, and can tell that it is us. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ReportWebhookTest {
  private static final SmallDistrict DISTRICT = new SmallDistrict("000775");
  private static final String SEALED = "org.jiceng.reporting.report-sealed.v1";

  @Inject PublishedLog log;

  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private HttpServer receiver;

  private record Call(HttpHeaders headers, String body) {
    JsonPath event() {
      return new JsonPath(body);
    }
  }

  @BeforeEach
  void aReceiver() throws IOException {
    log.tell(DISTRICT.founded());
    InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    receiver = HttpServer.create(anywhere, 0);
    receiver.createContext("/", this::take);
    receiver.start();
  }

  @AfterEach
  void close() {
    receiver.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    calls.add(new Call(HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true), body));
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  @Test
  void aSealedReportIsDeliveredOnceSignedWithItsIdAndDigest() {
    JsonPath hook = subscribe();

    Response first = seal("2009-06");
    first.then().statusCode(201);
    seal("2009-06").then().statusCode(200);
    Response second = seal("2009-07");
    second.then().statusCode(201);

    await().atMost(Duration.ofSeconds(30)).until(() -> isToldOf(second));
    List<Call> ofFirst =
        calls.stream()
            .filter(call -> first.path("id").equals(call.event().getString("subject")))
            .toList();
    assertThat(ofFirst).as("sealed once, told once, before what came after").hasSize(1);
    Call call = ofFirst.get(0);
    assertThat(call.event().getString("type")).isEqualTo(SEALED);
    assertThat(call.event().getString("data.reportId")).isEqualTo(first.path("id"));
    assertThat(call.event().getString("data.digest")).isEqualTo(first.path("digest"));
    assertThat(call.event().getString("data.template")).isEqualTo("mobile-members");
    assertThat(call.event().getString("data.period")).isEqualTo("2009-06");
    assertThat(call.headers().firstValue("webhook-id")).hasValue(call.event().getString("id"));
    Webhook signed = new Webhook(hook.getString("secret"));
    assertThatCode(() -> signed.verify(call.body(), call.headers().map()))
        .doesNotThrowAnyException();
    unsubscribe(hook);
  }

  private boolean isToldOf(Response report) {
    return calls.stream()
        .anyMatch(call -> report.path("id").equals(call.event().getString("subject")));
  }

  private JsonPath subscribe() {
    String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/reports";
    return as("system")
        .body(Map.of("url", url, "types", List.of(SEALED), "from", "now"))
        .post("/api/v1/webhooks")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static void unsubscribe(JsonPath hook) {
    String path = "/api/v1/webhooks/" + hook.get("id");
    String tag = as("system").get(path).header("ETag");
    as("system").header("If-Match", tag).delete(path).then().statusCode(200);
  }

  private static Response seal(String period) {
    return as("reporter")
        .body(Map.of("template", "mobile-members", "period", period, "area", DISTRICT.code))
        .post("/api/v1/reports");
  }

  private static RequestSpecification as(String role) {
    return given()
        .auth()
        .oauth2(Tokens.of(role).wholeDistrict().sign())
        .contentType("application/json");
  }
}
