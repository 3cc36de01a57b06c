package org.jiceng.reporting.position;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.EstablishmentMode;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.Sector;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a write has answered as its position is waited for, and found in the figures. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ReadYourWritesTest {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final UUID branch = UUID.randomUUID();
  private final String figure =
      "/api/v1/statistics?indicators=members.affiliated&asOf=2009-12-31&organization=" + branch;

  @Inject Log log;
  @Inject MeterRegistry meters;
  @Inject PositionsConfig config;

  @TestHTTPResource("/")
  URI service;

  @BeforeEach
  void aBranchOfNobody() {
    log.fold(
        Log.recorded(new AreaDefined("000081000000", "午区", "W", AreaLevel.DISTRICT, null)),
        Log.recorded(
            new OrganizationEstablished(
                branch,
                branch.toString().substring(0, 12),
                "支部",
                OrganizationType.BRANCH,
                Sector.COMMUNITY,
                EstablishmentMode.INDEPENDENT,
                false,
                null,
                "000081000000",
                null)));
  }

  @Test
  void anEventThatComesWhileItIsWaitedForIsCounted() {
    RecordedEvent admitted = Log.admitted(branch);
    CompletableFuture<HttpResponse<String>> answer =
        later(figure + "&minPosition=" + Log.idOf(admitted), 20);
    awaitWaiting(1);

    log.publish(admitted);

    HttpResponse<String> counted = answer.join();
    assertThat(counted.statusCode()).as(counted.body()).isEqualTo(200);
    assertThat(counted.body()).contains("\"value\":1");
    assertThat(counted.headers().firstValue("Preference-Applied")).contains("wait=20");
    assertThat(counted.headers().firstValue("Jiceng-Position").orElseThrow())
        .isEqualTo("MEMBER:" + admitted.sequence());
    awaitWaiting(0);
  }

  @Test
  void whatIsFoldedAlreadyIsNotWaitedFor() {
    RecordedEvent admitted = Log.admitted(branch);
    log.fold(admitted);
    for (String place :
        List.of(
            Log.idOf(admitted),
            Log.sequenceOf(admitted),
            Log.idOf(admitted) + ",REGISTRY:1",
            "MEMBER:0")) {
      ask(figure + "&minPosition=" + place, "wait=0")
          .statusCode(200)
          .body("values[0].value", equalTo(1))
          .header("Jiceng-Position", containsString("MEMBER:"));
    }
    ask(figure + "&minPosition=MEMBER:0&minPosition=REGISTRY:1", null)
        .statusCode(200)
        .header("Preference-Applied", nullValue())
        .header("Jiceng-Position", containsString("REGISTRY:"));
    ask(figure, "wait=5")
        .statusCode(200)
        .header("Preference-Applied", nullValue())
        .header("Jiceng-Position", nullValue());
  }

  @Test
  void everyQuestionWaits() {
    String never = "minPosition=MEMBER:" + UUID.randomUUID();
    for (String question :
        List.of(
            "?" + never,
            "/series?" + never,
            "/by-area?" + never,
            "/comparison?from=2009-01-01&" + never,
            "/members.affiliated/records?" + never,
            "/members.affiliated/records/x/events?" + never,
            "/members.affiliated/changes?from=2009-01-01&" + never)) {
      ask("/api/v1/statistics" + question, "wait=0").statusCode(503);
    }
  }

  @Test
  void whoWaitsInVainIsToldWhichLogLags() {
    RecordedEvent never = Log.admitted(branch);
    long begun = System.nanoTime();
    ask(figure + "&minPosition=" + Log.idOf(never) + ",REGISTRY:1", "respond-async, wait=1")
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "2")
        .header("Preference-Applied", "wait=1")
        .header("Jiceng-Position", nullValue())
        .header("ETag", nullValue())
        .body("type", equalTo("https://jiceng.org/problems/position-not-reached"))
        .body("detail", containsString(never.id().toString()))
        .body("lagging.topic", equalTo(List.of("jiceng.member.v1")))
        .body("lagging[0].complete", greaterThanOrEqualTo(0))
        .body("lagging[0]", notNullValue());
    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(8));
    log.fold(never);
  }

  @Test
  void whatStandsBeforeItInTheLogMustBeThereToo() {
    RecordedEvent first = Log.admitted(branch);
    RecordedEvent second = Log.admitted(branch);
    log.fold(second);
    ask(figure + "&minPosition=" + Log.idOf(second), "wait=0").statusCode(503);
    ask(figure + "&minPosition=" + Log.sequenceOf(second), "wait=0").statusCode(503);

    log.fold(first);
    ask(figure + "&minPosition=" + Log.idOf(second), "wait=0")
        .statusCode(200)
        .body("values[0].value", equalTo(2));
  }

  @Test
  void anothersParkedEventHoldsUpOnlyWhoAsksForAllOfTheLog() {
    RecordedEvent parked = Log.admitted(UUID.randomUUID());
    RecordedEvent mine = Log.admitted(branch);
    log.park(parked);
    log.fold(mine);
    ask(figure + "&minPosition=" + Log.idOf(mine), "wait=0").statusCode(200);
    ask(figure + "&minPosition=" + Log.sequenceOf(mine), "wait=0").statusCode(503);
    ask(figure + "&minPosition=" + Log.idOf(parked), "wait=0").statusCode(503);

    log.unpark(parked);
    ask(figure + "&minPosition=" + Log.sequenceOf(mine), "wait=0").statusCode(200);
  }

  @Test
  void whatNamesNoPlaceIsRefusedAtOnce() {
    for (String place : List.of("", "MEMBER", "MEMBER:-1", "member:1", "PARTY:1", "MEMBER:x")) {
      ask(figure + "&minPosition=" + place, "wait=30")
          .statusCode(400)
          .contentType("application/problem+json")
          .body("violations[0].field", equalTo("minPosition"))
          .body("violations[0].message", containsString("MEMBER"));
    }
    String many = String.join(",", IntStream.range(0, 17).mapToObj(n -> "MEMBER:" + n).toList());
    ask(figure + "&minPosition=" + many, null)
        .statusCode(400)
        .body("violations[0].code", equalTo("too-many-positions"));
    String never = figure + "&minPosition=MEMBER:" + UUID.randomUUID();
    given().get(never).then().statusCode(401);
    given()
        .auth()
        .oauth2(Tokens.of("member").wholeDistrict().sign())
        .get(never)
        .then()
        .statusCode(403);
  }

  @Test
  void asManyAsMayWaitHoldUpNobodyAndWhoComesLaterIsRefused() {
    RecordedEvent admitted = Log.admitted(branch);
    String question = figure + "&minPosition=" + Log.idOf(admitted);
    List<CompletableFuture<HttpResponse<String>>> waiting =
        IntStream.range(0, config.waiters()).mapToObj(n -> later(question, 30)).toList();
    awaitWaiting(config.waiters());

    ask(question, "wait=30")
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "2")
        .body("type", equalTo("https://jiceng.org/problems/too-many-waiters"));
    ask(figure, null).statusCode(200).body("values[0].value", equalTo(0));

    log.fold(admitted);
    waiting.forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    awaitWaiting(0);
  }

  @Test
  void whoHasTheAnswerIsToldSoUntilSomethingIsFolded() {
    RecordedEvent first = Log.admitted(branch);
    log.publish(first);
    Response answer = again(figure + "&minPosition=" + Log.idOf(first), "\"0\"", "secretary");
    String tag = answer.header("ETag");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(tag).startsWith("W/\"");
    again(figure, tag, "secretary").then().statusCode(304).header("ETag", tag);
    again(figure + "&minPosition=" + Log.idOf(first), tag, "secretary").then().statusCode(304);
    again(figure, tag, "auditor").then().statusCode(200);
    again(figure + "&boundaries=2009-12-31", tag, "secretary").then().statusCode(200);

    RecordedEvent second = Log.admitted(branch);
    log.publish(second);
    again(figure + "&minPosition=" + Log.idOf(second), tag, "secretary")
        .then()
        .statusCode(200)
        .body("values[0].value", equalTo(2));
  }

  @Test
  void thePublishedApiSaysThatEveryQuestionWaits() {
    for (String path : List.of("", "/series", "/by-area", "/{indicator}/records")) {
      given()
          .get("/openapi?format=json")
          .then()
          .body(
              "paths.'/api/v1/statistics%s'.get.parameters.name".formatted(path),
              hasItem("minPosition"));
    }
  }

  private static ValidatableResponse ask(String question, String prefer) {
    var request = given().auth().oauth2(token()).urlEncodingEnabled(false);
    if (prefer != null) {
      request.header("Prefer", prefer);
    }
    return request.get(question).then();
  }

  private static Response again(String question, String tag, String role) {
    return given()
        .auth()
        .oauth2(Tokens.of(role).wholeDistrict().sign())
        .header("Prefer", "wait=20")
        .header("If-None-Match", tag)
        .get(question);
  }

  private CompletableFuture<HttpResponse<String>> later(String question, int wait) {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve(question))
            .header("Authorization", "Bearer " + token())
            .header("Prefer", "wait=" + wait)
            .build();
    return HTTP.sendAsync(request, BodyHandlers.ofString());
  }

  private static String token() {
    return Tokens.of("district-admin").wholeDistrict().sign();
  }

  private void awaitWaiting(int count) {
    await()
        .atMost(Duration.ofSeconds(25))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> meters.get("jiceng.positions.waiting").gauge().value() == count);
  }
}
