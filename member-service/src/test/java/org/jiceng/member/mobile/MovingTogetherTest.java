package org.jiceng.member.mobile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.member.District.newMember;
import static org.jiceng.member.District.officeOf;
import static org.jiceng.member.District.with;
import static org.jiceng.member.mobile.Away.ABSENCES;
import static org.jiceng.member.mobile.Away.away;
import static org.jiceng.member.mobile.Away.hosting;
import static org.jiceng.member.mobile.Away.registration;
import static org.jiceng.member.mobile.Away.report;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.District;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who moves with a batch is away no longer, nor hosted where they are affiliated now: by the very
 * receipt, as of one who moves alone.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class MovingTogetherTest {
  private static final String BATCHES = "/api/v1/transfers/batches";

  @Inject District district;
  @Inject BusinessClock clock;

  private UUID source;
  private UUID destination;

  @BeforeEach
  void twoOffices() {
    source = district.organization();
    destination = district.organization();
    clock.turnTo(Clock.fixed(Instant.parse("2010-07-02T04:00:00Z"), clock.zone()));
  }

  @AfterEach
  void letTheClockRun() {
    clock.turnTo(Clock.systemUTC());
  }

  @Test
  void whoWasHostedByTheDestinationIsHostedNoLonger() {
    Map<String, Object> person = newMember(source);
    UUID member = admitted(person);
    String absence = away(member, "2010-01-10", null);
    String hosting = hosted(person, destination);
    moveAll("2010-07-01");
    assertThat(stateOf(absence)).isEqualTo("ENDED TRANSFERRED 2010-07-01");
    registration(hosting)
        .body("endedOn", equalTo("2010-07-01"))
        .body("reasonCode", equalTo("TRANSFERRED"));
    assertThat(district.eventsOf(absence)).endsWith("absence-ended 2010-07-01");
    assertThat(district.eventsOf(hosting))
        .isEqualTo("mobile-member-hosted 2010-02-01, mobile-hosting-ended 2010-07-01");
  }

  @Test
  void aHostingElsewhereGoesOnAndItsNewHomeIsNotKnownToIt() {
    UUID third = district.organization();
    Map<String, Object> person = newMember(source);
    UUID member = admitted(person);
    String absence = away(member, "2010-01-10", null);
    String hosting = hosted(person, third);
    registration(hosting).body("homeId", equalTo(source.toString()));
    moveAll("2010-07-01");
    assertThat(stateOf(absence)).isEqualTo("ENDED TRANSFERRED 2010-07-01");
    registration(hosting).body("endedOn", nullValue()).body("homeId", nullValue());
    assertThat(
            district.text(
                "select home_id from mobile_registration where registration_id = ?::uuid", hosting))
        .isEqualTo(destination.toString());
    assertThat(district.eventsOf(hosting)).doesNotContain("ended");
    away(member, "2010-07-02", null);
    registration(hosting).body("homeId", equalTo(destination.toString()));
  }

  @Test
  void whatTheMemberReportedAndNobodyConfirmedIsDeclinedWithoutAWord() {
    UUID member = admitted(newMember(source));
    String absence =
        with(Tokens.of(Roles.MEMBER).member(member))
            .body(report(member, "2010-06-01", null))
            .post(ABSENCES)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    moveAll("2010-07-01");
    assertThat(stateOf(absence)).isEqualTo("DECLINED TRANSFERRED 2010-07-01");
    assertThat(district.eventsOf(absence)).isNull();
  }

  @Test
  void whatBeganAfterTheMoveEndsOnItsFirstDay() {
    Map<String, Object> person = newMember(source);
    UUID member = admitted(person);
    String absence = away(member, "2010-07-02", null);
    String hosting = hosted(person, destination, "2010-07-02");
    moveAll("2010-07-01");
    assertThat(stateOf(absence)).isEqualTo("ENDED TRANSFERRED 2010-07-02");
    registration(hosting).body("endedOn", equalTo("2010-07-02"));
  }

  @Test
  void whoStaysIsLeftAlone() {
    Map<String, Object> person = newMember(district.organization());
    UUID member = admitted(person);
    String absence = away(member, "2010-01-10", null);
    String hosting = hosted(person, destination);
    admitted(newMember(source));
    moveAll("2010-07-01");
    assertThat(stateOf(absence)).isEqualTo("CONFIRMED");
    registration(hosting).body("endedOn", nullValue());
  }

  /** All members of the source go to the destination from that day on. */
  private void moveAll(String on) {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("sourceId", source);
    wanted.put("destinationId", destination);
    wanted.put("effectiveOn", on);
    String id =
        officeOf(source).body(wanted).post(BATCHES).then().statusCode(201).extract().path("id");
    Map<String, Object> day = Map.of("effectiveOn", on);
    officeOf(source).body(day).post(BATCHES + "/" + id + "/approval").then().statusCode(200);
    officeOf(destination)
        .body(day)
        .post(BATCHES + "/" + id + "/receipt")
        .then()
        .statusCode(200)
        .body("advanced", equalTo(1));
  }

  private String stateOf(String absence) {
    return district.text(
        "select concat_ws(' ', state, end_reason, ended_on) from absence where absence_id = ?::uuid",
        absence);
  }

  private static UUID admitted(Map<String, Object> person) {
    return UUID.fromString(District.admit(person).statusCode(201).extract().path("id"));
  }

  private static String hosted(Map<String, Object> person, UUID host) {
    return hosted(person, host, "2010-02-01");
  }

  private static String hosted(Map<String, Object> person, UUID host, String on) {
    return hosting(person.get("idNumber").toString(), host, on)
        .statusCode(201)
        .extract()
        .path("id");
  }
}
