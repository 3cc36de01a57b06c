package org.jiceng.member.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.jiceng.member.District.codeOf;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.officeOf;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.District;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Other districts may be dead when this one starts: it starts all the same, works, and shows what
 * waits for them.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(value = DeadPeerTest.Dead.class, restrictToAnnotatedClass = true)
class DeadPeerTest {
  @Inject District district;
  @Inject BusinessClock clock;
  @Inject AgroalDataSource dataSource;
  @Inject Districts districts;
  @Inject Messages messages;
  @Inject Dispatch dispatch;
  @Inject ExchangeConfig config;
  @Inject ExchangeMeters meters;

  @AfterEach
  void forgetWhatWaits() {
    district.execute(
        "update exchange_message set state = 'OBSOLETE', body = null where state in ('WAITING', 'DEAD')");
  }

  @Test
  void theServiceIsReadyThoughItsPeersAreNot() {
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    UUID here = district.organization();
    officeOf(here).get("/api/v1/members").then().statusCode(200);
    assertThat(approved(here, "far")).isNotNull();
  }

  /** A release was asked for when the service last ended; now it starts, and the source is mute. */
  @Test
  void whoWaitsForADeadSourceIsReadyAfterABoundedTimeAndGoesOnAsking() throws Exception {
    String id = askedFor(district.organization());
    Sender started = new Sender(dataSource, districts, messages, dispatch, config);
    try (ServerSocket mute = new ServerSocket(config.peers().get("far").url().getPort())) {
      assertThat(mute.isBound()).isTrue();
      started.onStart(new StartupEvent());
      await().atMost(config.settleWithin().plusSeconds(1)).until(started::isSettled);
      await()
          .untilAsserted(
              () ->
                  assertThat(
                          district.text(
                              """
                              select state from exchange_message
                               where transfer_id = ?::uuid and kind = 'RELEASE' and attempts > 0""",
                              id))
                      .isEqualTo("WAITING"));
    } finally {
      started.onStop(new ShutdownEvent());
    }
    officeOf(turn(id)).get("/api/v1/transfers/" + id).then().body("state", equalTo("APPROVED"));
  }

  @Test
  void whatWaitsIsMeasuredByDistrictAndDirection() {
    meters.measure();
    assertThat(measured("messages", "far", "out", "waiting")).isZero();
    assertThat(measured("oldest_seconds", "far", "out", "waiting")).isZero();
    UUID here = district.organization();
    String id = approved(here, "far");
    approved(here, "gone");
    approved(here, "far");
    askedFor(here);
    district.execute(
        "update exchange_message set created_at = now() - interval '2 hours' where transfer_id = ?",
        UUID.fromString(id));
    meters.measure();
    assertThat(measured("messages", "far", "out", "waiting")).isEqualTo(2);
    assertThat(measured("messages", "gone", "out", "waiting")).isEqualTo(1);
    assertThat(measured("messages", "far", "in", "waiting")).isEqualTo(1);
    assertThat(measured("messages", "far", "out", "dead")).isZero();
    assertThat(measured("oldest_seconds", "far", "out", "waiting")).isBetween(7_200.0, 7_300.0);
    assertThat(measured("oldest_seconds", "far", "in", "waiting")).isLessThan(100);
    district.execute(
        "update exchange_message set state = 'DEAD' where transfer_id = ?", UUID.fromString(id));
    meters.measure();
    assertThat(measured("messages", "far", "out", "dead")).isEqualTo(1);
    assertThat(measured("messages", "far", "out", "waiting")).isEqualTo(1);
  }

  /** An alert on what is never measured would stay silent for ever. */
  @Test
  void allThatIsWatchedIsMeasured() throws IOException {
    meters.measure();
    String alerts = Files.readString(Path.of("..", "deploy", "prometheus", "alerts.yml"));
    String metrics = given().get("/q/metrics").asString();
    List<String> watched =
        Pattern.compile("jiceng_exchange_\\w+")
            .matcher(alerts)
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(watched).isNotEmpty().allMatch(metric -> metrics.contains("\n" + metric + "{"));
  }

  /** A member who is offered to that district; the transfer's id. */
  private String approved(UUID here, String peer) {
    Map<String, Object> wanted =
        Map.of(
            "memberId",
            District.member(here),
            "elsewhere",
            "外滩街道",
            "peer",
            peer,
            "destinationCode",
            "310101002001");
    String id =
        officeOf(here)
            .body(wanted)
            .post("/api/v1/transfers/outgoing")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    command(officeOf(here), "/api/v1/transfers/" + id + "/approval", 0, Map.of()).statusCode(200);
    return id;
  }

  /** Someone whom the far district has offered, and who is to be received; the transfer's id. */
  private String askedFor(UUID here) {
    Map<String, Object> person = new HashMap<>(District.newMember(here));
    person.keySet().removeAll(List.of("organizationId", "affiliatedOn"));
    LocalDate today = clock.today();
    Map<String, Object> offer = new HashMap<>();
    offer.put("handover", UUID.randomUUID());
    offer.put("letter", 1);
    offer.put("destinationCode", codeOf(here));
    offer.put("from", "远方支部");
    offer.put("letterNumber", "FAR-1");
    offer.put("issuedOn", today.minusDays(1).toString());
    offer.put("validUntil", today.plusMonths(3).toString());
    offer.put("person", person);
    SignedRequest.of("offers", offer, clock.now())
        .post()
        .statusCode(200)
        .body("outcome", equalTo("TAKEN"));
    String id =
        officeOf(here)
            .get("/api/v1/transfers?direction=in")
            .then()
            .extract()
            .path("items.find { it.direction == 'IN' }.id");
    command(officeOf(here), "/api/v1/transfers/" + id + "/receipt", 0, Map.of()).statusCode(200);
    return id;
  }

  private UUID turn(String id) {
    return UUID.fromString(
        district.text("select destination_id from transfer where transfer_id = ?::uuid", id));
  }

  private static double measured(String what, String peer, String direction, String state) {
    String metrics = given().get("/q/metrics").then().statusCode(200).extract().asString();
    return Stream.of(metrics.split("\n", -1))
        .filter(line -> line.startsWith("jiceng_exchange_" + what + "{"))
        .filter(line -> line.contains("peer=\"" + peer + "\""))
        .filter(line -> line.contains("direction=\"" + direction + "\""))
        .filter(line -> line.contains("state=\"" + state + "\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }

  /** One peer that refuses connections, and one whose name no longer leads anywhere. */
  public static final class Dead
      implements io.quarkus.test.common.QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
      Map<String, String> settings = new HashMap<>(new FarDistrict.Known().start());
      settings.put("jiceng.exchange.peers.gone.url", "https://gone.invalid");
      settings.put(
          "jiceng.exchange.peers.gone.public-key", TestKeys.base64(TestKeys.FAR.getPublic()));
      settings.put("jiceng.exchange.settle-within", "5s");
      settings.put("jiceng.exchange.timeout", "2s");
      settings.put("jiceng.exchange.measure-every", "1h");
      return settings;
    }

    @Override
    public void stop() {}
  }
}
