package org.jiceng.member.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.member.District.codeOf;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.officeOf;
import static org.jiceng.member.District.request;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.District;
import org.jiceng.member.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The last day of each state that waits ends at midnight in Shanghai, which is 16:00 UTC: a minute
 * before, an office may still act; a minute after, it may not, whether a sweep has run or not.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class MidnightTest {
  private static final String TRANSFERS = "/api/v1/transfers";

  @Inject District district;
  @Inject Stored stored;
  @Inject BusinessClock clock;
  @Inject TransferSweep sweep;

  private UUID source;
  private UUID destination;
  private UUID member;

  @BeforeEach
  void aMember() {
    source = district.organization();
    destination = district.organization();
    member = District.member(source);
    standAt("2010-03-02T04:00:00Z");
  }

  @AfterEach
  void letTheClockRun() {
    clock.turnTo(Clock.systemUTC());
  }

  @Test
  void aRequestMayBeDecidedUntilTheEndOfItsLastDay() {
    String late = requested();
    standAt("2010-04-02T15:59:00Z");
    lasts(source, late, "REQUESTED");
    act(source, late, "approval", 0).statusCode(200);

    String tooLate = requested(District.member(source), "2010-04-02");
    standAt("2010-05-02T16:01:00Z");
    isOver(source, tooLate, "approval", "request-lapsed");
    closes(source, tooLate, "2010-05-03");
  }

  @Test
  void aLetterIsGoodUntilTheEndOfItsLastDay() {
    String late = approved();
    standAt("2010-06-02T15:59:00Z");
    lasts(destination, late, "APPROVED");
    act(destination, late, "receipt", 1).statusCode(200).body("closedOn", equalTo("2010-06-02"));

    standAt("2010-03-02T04:00:00Z");
    UUID other = District.member(source);
    String tooLate = requested(other, "2010-03-02");
    act(source, tooLate, "approval", 0).statusCode(200);
    standAt("2010-06-02T16:01:00Z");
    isOver(destination, tooLate, "receipt", "letter-expired");
    closes(destination, tooLate, "2010-06-03");
    assertThat(district.affiliationsOf(other)).isEqualTo(codeOf(source) + " 2009-03-01 -");
  }

  @Test
  void aLetterThatWasSentBackMayBeMendedUntilTheEndOfItsLastDay() {
    String id = approved();
    command(officeOf(destination), path(id, "return"), 1, Map.of("reasonCode", "WRONG_NAME"))
        .statusCode(200);
    standAt("2010-06-02T15:59:00Z");
    lasts(source, id, "RETURNED");
    standAt("2010-06-02T16:01:00Z");
    isOver(destination, id, "receipt", "transfer-in-other-state");
    closes(source, id, "2010-06-03");
  }

  @Test
  void whoIsOnTheWayInIsReceivedUntilTheEndOfTheLastDay() {
    Map<String, Object> wanted = new HashMap<>(District.newMember(destination));
    wanted.keySet().removeAll(List.of("organizationId", "affiliatedOn"));
    wanted.put("destinationId", destination);
    wanted.put("elsewhere", "上海市黄浦区外滩街道党工委");
    wanted.put("letterNumber", "SH2010-18");
    wanted.put("issuedOn", "2010-03-01");
    wanted.put("validUntil", "2010-06-01");
    String id =
        officeOf(destination)
            .body(wanted)
            .post(TRANSFERS + "/incoming")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    standAt("2010-06-01T15:59:00Z");
    lasts(destination, id, "APPROVED");
    standAt("2010-06-01T16:01:00Z");
    isOver(destination, id, "receipt", "letter-expired");
    closes(destination, id, "2010-06-02");
  }

  /** The receipt may come late, but not from a day on which the letter was good no longer. */
  @Test
  void whoIsOnTheWayOutHasLeftByTheEndOfTheLastDayOrStays() {
    String id = departing();
    standAt("2010-06-02T15:59:00Z");
    sweep.sweep();
    find(source, id).body("state", equalTo("APPROVED"));
    standAt("2010-06-02T16:01:00Z");
    isOver(source, id, "receipt", "letter-expired");
    closes(source, id, "2010-06-03");
    assertThat(district.affiliationsOf(member)).isEqualTo(codeOf(source) + " 2009-03-01 -");
    command(officeOf(source), path(id, "receipt"), 2, Map.of("effectiveOn", "2010-06-02"))
        .statusCode(200)
        .body("closedOn", equalTo("2010-06-02"));
    assertThat(district.affiliationsOf(member))
        .isEqualTo(codeOf(source) + " 2009-03-01 2010-06-02");
  }

  @Test
  void aReceiptThatNobodyAcknowledgesWaitsForEver() {
    String id = approved();
    act(destination, id, "receipt", 1).statusCode(200);
    standAt("2020-03-02T16:01:00Z");
    lasts(source, id, "COMPLETED");
    act(source, id, "acknowledgement", 2).statusCode(200);
  }

  /** The sweep has run and left it alone; it is the office's turn. */
  private void lasts(UUID office, String id, String state) {
    sweep.sweep();
    find(office, id).body("state", equalTo(state)).body("turn", equalTo(office.toString()));
    officeOf(office).get(TRANSFERS + "?turn=true").then().body("items.id", hasItem(id));
    assertThat(turns(office)).isPositive();
  }

  /** No sweep has run: what comes too late is refused and changes nothing, and lists are right. */
  private void isOver(UUID office, String id, String what, String type) {
    Map<String, String> before = stored.everything();
    int version =
        Integer.parseInt(
            district.text("select version from transfer where transfer_id = ?::uuid", id));
    act(office, id, what, version).statusCode(409).body("type", endsWith("/" + type));
    assertThat(stored.everything()).isEqualTo(before);
    find(office, id).body("turn", nullValue()).body("state", not(equalTo("EXPIRED")));
    officeOf(office).get(TRANSFERS + "?turn=true").then().body("items", empty());
    assertThat(turns(office)).isZero();
  }

  private void closes(UUID office, String id, String on) {
    sweep.sweep();
    find(office, id).body("state", equalTo("EXPIRED")).body("closedOn", equalTo(on));
    long told = Long.parseLong(district.text("select count(*)::text from outbox"));
    sweep.sweep();
    assertThat(district.text("select count(*)::text from outbox")).isEqualTo(String.valueOf(told));
  }

  private int turns(UUID office) {
    List<Integer> counts =
        officeOf(office).get(TRANSFERS + "/summary").then().extract().path("counts.turn");
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  private String requested() {
    return requested(member, "2010-03-02");
  }

  private String requested(UUID who, String on) {
    return request(who, destination, on).getString("id");
  }

  private String approved() {
    String id = requested();
    act(source, id, "approval", 0).statusCode(200);
    return id;
  }

  private String departing() {
    String id =
        officeOf(source)
            .body(Map.of("memberId", member, "elsewhere", "上海市黄浦区外滩街道党工委"))
            .post(TRANSFERS + "/outgoing")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    act(source, id, "approval", 0).statusCode(200);
    return id;
  }

  private static ValidatableResponse act(UUID office, String id, String what, int version) {
    return command(officeOf(office), path(id, what), version, Map.of());
  }

  private static String path(String id, String what) {
    return TRANSFERS + "/" + id + "/" + what;
  }

  private static ValidatableResponse find(UUID office, String id) {
    return officeOf(office).get(TRANSFERS + "/" + id).then().statusCode(200);
  }

  private void standAt(String moment) {
    clock.turnTo(Clock.fixed(Instant.parse(moment), clock.zone()));
  }
}
