package org.jiceng.reporting.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The stream of positions over HTTP. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class StreamTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String topic = "test." + UUID.randomUUID();

  @Inject Database database;
  @Inject Listeners listeners;

  @AfterEach
  void takeAway() {
    database.change("delete from inbox_position where topic = ?", topic);
  }

  @Test
  void aListenerIsToldHowFarTheFoldIsAndAgainWhenItHasAdvanced() throws Exception {
    folded(7);
    try (Stream<String> lines = listen("reporter")) {
      Iterator<String> told = data(lines);
      assertThat(position(told)).isEqualTo(7);
      folded(8);
      assertThat(position(told)).isEqualTo(8);
    }
  }

  @Test
  void itEndsWhenTheServiceStops() throws Exception {
    try (Stream<String> lines = listen("auditor")) {
      Iterator<String> told = data(lines);
      assertThat(told.next()).contains("logs");
      listeners.end(null);
      assertThat(told.hasNext()).isFalse();
    }
  }

  @Test
  void whoHasGoneIsForgotten() throws Exception {
    double before = listening();
    try (Stream<String> lines = listen("reporter")) {
      assertThat(data(lines).next()).contains("logs");
      assertThat(listening()).isGreaterThan(before);
    }
    // the next position that is told to nobody shows that nobody is there
    folded(9);
    await().atMost(Duration.ofSeconds(30)).until(() -> listening() <= before);
  }

  private static double listening() {
    String metrics = given().get("/q/metrics").asString();
    return metrics
        .lines()
        .filter(line -> line.startsWith("jiceng_stream_listeners"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  @Test
  void onlyWhoMaySeeFiguresMayListen() {
    given().get("/api/v1/statistics/stream").then().statusCode(401);
    given()
        .auth()
        .oauth2(Tokens.of("member").wholeDistrict().sign())
        .get("/api/v1/statistics/stream")
        .then()
        .statusCode(403);
    given()
        .auth()
        .oauth2(Tokens.of("reporter").wholeDistrict().sign())
        .accept("application/json")
        .get("/api/v1/statistics/stream")
        .then()
        .statusCode(406);
  }

  private Stream<String> listen(String role) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + RestAssured.port + "/api/v1/statistics/stream"))
            .header("Authorization", "Bearer " + Tokens.of(role).wholeDistrict().sign())
            .header("Accept", "text/event-stream")
            .build();
    HttpResponse<Stream<String>> answer = http.send(request, BodyHandlers.ofLines());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static Iterator<String> data(Stream<String> lines) {
    return lines
        .filter(line -> line.startsWith("data:"))
        .map(line -> line.substring("data:".length()))
        .iterator();
  }

  /** The next position of the topic; others may advance meanwhile. */
  private long position(Iterator<String> told) throws IOException {
    var logs = new ObjectMapper().readTree(told.next()).path("logs");
    for (var log : logs) {
      if (log.path("topic").asText().equals(topic)) {
        return log.path("position").asLong();
      }
    }
    throw new AssertionError(topic + " is not in " + logs);
  }

  private void folded(long position) {
    database.change(
        """
        insert into inbox_position (handler, topic, partition_no, next_offset, last_sequence, read_at)
        values ('ledger', ?, 0, ?, ?, now())
        on conflict (handler, topic, partition_no) do update
           set next_offset = excluded.next_offset, last_sequence = excluded.last_sequence\
        """,
        topic,
        position,
        position);
  }
}
