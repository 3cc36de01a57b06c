package org.jiceng.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two districts, each a stack of its own, hand a member over while the member service of either is
 * killed at every step. By the figures of both together there is one member on every day.
 */
class TwoDistrictsTest {
  private static final Duration SOON = Duration.ofSeconds(90);

  private static final SmallDistrict NEAR = new SmallDistrict("near", 2100);
  private static final SmallDistrict FAR = new SmallDistrict("far", 2200);
  private static BadLine toNear;
  private static BadLine toFar;

  private int people;
  private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  @BeforeAll
  static void twoDistrictsThatKnowEachOther() throws Exception {
    KeyPair near = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    KeyPair far = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    toNear = new BadLine(NEAR.memberUrl());
    toFar = new BadLine(FAR.memberUrl());
    CompletableFuture<Void> other =
        CompletableFuture.runAsync(() -> start(FAR, far, toNear, NEAR, near, toFar));
    start(NEAR, near, toFar, FAR, far, toNear);
    other.join();
  }

  @AfterAll
  static void down() {
    CompletableFuture<Void> other = CompletableFuture.runAsync(FAR::close);
    NEAR.close();
    other.join();
    toNear.close();
    toFar.close();
  }

  /** Whose member service is killed, and when. */
  private record Blow(BadLine.Moment moment, SmallDistrict to) {}

  @Test
  void whoeverIsKilledAtWhateverStepThereIsOneMemberOnEveryDay() throws Exception {
    handOver(NEAR, FAR, lost(NEAR), lost(FAR), lost(FAR));
    handOver(NEAR, FAR, unanswered(FAR), unanswered(NEAR), unanswered(NEAR));
    handOver(FAR, NEAR, unanswered(FAR), unanswered(NEAR), lost(NEAR));
  }

  private static Blow lost(SmallDistrict to) {
    return new Blow(BadLine.Moment.BEFORE_IT_ARRIVES, to);
  }

  private static Blow unanswered(SmallDistrict to) {
    return new Blow(BadLine.Moment.BEFORE_THE_ANSWER, to);
  }

  private void handOver(
      SmallDistrict source, SmallDistrict destination, Blow atOffer, Blow atRelease, Blow atArrival)
      throws Exception {
    people++;
    Api.Answer member =
        sent(source, "members", NewMembers.of(source.branch(), 700_000 + people), null);
    eachIsCountedOnce(source, destination);
    Map<String, Object> departure =
        Map.of(
            "memberId",
            member.text("id"),
            "elsewhere",
            "试验组织BRANCH",
            "peer",
            destination.name,
            "destinationCode",
            "BRANCH");
    Api.Answer asked = sent(source, "transfers/outgoing", departure, null);
    String leaving = "transfers/" + asked.text("id");

    BadLine.Sprung offer = set(atOffer, lineTo(destination), "offers");
    sent(source, leaving + "/approval", Map.of(), asked.etag());
    survives(offer, atOffer, source, destination);
    String coming = "transfers/" + onTheWorkListOf(destination);

    BadLine.Sprung release = set(atRelease, lineTo(source), "releases");
    String etag = sight(destination, coming).etag();
    sent(destination, coming + "/receipt", Map.of(), etag);
    release.await(SOON);
    BadLine.Sprung arrival = set(atArrival, lineTo(source), "arrivals");
    survives(release, atRelease, source, destination);
    survives(arrival, atArrival, source, destination);
    awaitState(destination, coming, "ACKNOWLEDGED");
    awaitState(source, leaving, "ACKNOWLEDGED");
    eachIsCountedOnce(source, destination);
    assertThat(sight(source, leaving).text("closedOn"))
        .isEqualTo(sight(destination, coming).text("closedOn"))
        .isEqualTo(today.plusDays(1).toString());
  }

  private static BadLine.Sprung set(Blow blow, BadLine line, String message) {
    return line.at(blow.moment(), message, blow.to()::kill);
  }

  private static BadLine lineTo(SmallDistrict district) {
    return district == NEAR ? toNear : toFar;
  }

  /** Whoever was struck comes back, and then each member is counted once on each day. */
  private void survives(
      BadLine.Sprung sprung, Blow blow, SmallDistrict source, SmallDistrict destination)
      throws Exception {
    sprung.await(SOON);
    await().atMost(SOON).until(blow.to()::isReady);
    eachIsCountedOnce(source, destination);
  }

  /**
   * Never on both rosters, nor twice in today's figures; and soon once on every day, by the rosters
   * and by the figures of both. What the figures say of tomorrow follows the rosters: a source that
   * is struck between its decision and its event still forecasts who has left.
   */
  private void eachIsCountedOnce(SmallDistrict source, SmallDistrict destination) {
    for (LocalDate day : new LocalDate[] {today, today.plusDays(1)}) {
      await()
          .atMost(SOON)
          .pollInterval(Duration.ofMillis(200))
          .ignoreExceptionsInstanceOf(IOException.class)
          .until(
              () -> {
                // The destination first: who is there has left the source before.
                long arrived = destination.onTheRoster(day.toString());
                long listed = arrived + source.onTheRoster(day.toString());
                long counted = NEAR.members(day.toString()) + FAR.members(day.toString());
                assertThat(listed).as("rosters of %s", day).isLessThanOrEqualTo(people);
                if (day.equals(today)) {
                  assertThat(counted).as("figures of %s", day).isLessThanOrEqualTo(people);
                }
                return listed == people && counted == people;
              });
    }
  }

  private static void awaitState(SmallDistrict district, String transfer, String state) {
    await().atMost(SOON).until(() -> state.equals(sight(district, transfer).text("state")));
  }

  private static Api.Answer sight(SmallDistrict district, String path) {
    return await()
        .atMost(SOON)
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> district.member().get(path), answer -> answer.status() == 200);
  }

  private static String onTheWorkListOf(SmallDistrict district) {
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(() -> incoming(district).path("items").size() == 1);
    try {
      return incoming(district).at("/items/0/id").asText();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode incoming(SmallDistrict district)
      throws IOException, InterruptedException {
    return district.member().get("transfers?direction=in&state=APPROVED").body();
  }

  /** A command, repeated under its key until it is answered. */
  private static Api.Answer sent(
      SmallDistrict to, String path, Map<String, Object> body, String etag) {
    String key = UUID.randomUUID().toString();
    return await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(
            () ->
                etag == null
                    ? to.member().post(path, body, "Idempotency-Key", key)
                    : to.member().post(path, body, "Idempotency-Key", key, "If-Match", etag),
            answer -> {
              assertThat(answer.status()).as("%s", answer.body()).isNotIn(400, 403, 412);
              return answer.status() < 300;
            });
  }

  private static void start(
      SmallDistrict district,
      KeyPair own,
      BadLine toOther,
      SmallDistrict other,
      KeyPair others,
      BadLine toSelf) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("jiceng.exchange.self", district.name);
    settings.put("jiceng.exchange.private-key", base64(own.getPrivate()));
    settings.put("jiceng.exchange.authority", toSelf.authority());
    String peer = "jiceng.exchange.peers." + other.name;
    settings.put(peer + ".url", "http://" + toOther.authority());
    settings.put(peer + ".public-key", base64(others.getPublic()));
    settings.put("jiceng.exchange.first-delay", "200ms");
    settings.put("jiceng.exchange.longest-delay", "1s");
    settings.put("jiceng.exchange.timeout", "3s");
    try {
      district.start(settings);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String base64(java.security.Key key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }
}
