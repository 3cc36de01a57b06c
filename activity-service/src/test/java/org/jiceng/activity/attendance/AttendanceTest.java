package org.jiceng.activity.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.activity.District.as;
import static org.jiceng.activity.District.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jiceng.activity.District;
import org.jiceng.activity.OthersLog;
import org.jiceng.events.MemberEvent.AbsenceEnded;
import org.jiceng.events.MemberEvent.AbsenceMatched;
import org.jiceng.events.MemberEvent.AffiliationEntered;
import org.jiceng.events.MemberEvent.AffiliationRevoked;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MemberEvent.MembershipEnded;
import org.jiceng.events.MemberEvent.MembershipRestored;
import org.jiceng.events.MemberEvent.MobileHostChanged;
import org.jiceng.events.MemberEvent.MobileHostingEnded;
import org.jiceng.events.MemberEvent.MobileMemberHosted;
import org.jiceng.events.MemberEvent.TransferCompleted;
import org.jiceng.events.MembershipEnd;
import org.jiceng.events.MembershipStatus;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who attended an activity: members of one's own and those one hosts, seen by both ends. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AttendanceTest {
  private static final String ACTIVITIES = "/api/v1/activities";
  private static final String ATTENDANCES = "/api/v1/attendances";
  private static final String DAY = "2010-07-01";

  @Inject District district;
  @Inject OthersLog members;

  private UUID home;
  private UUID host;
  private UUID member;
  private UUID away;
  private UUID registration;

  /** The host has a member of its own, and hosts one whose home has reported the member away. */
  @BeforeEach
  void aHomeAndAHost() {
    home = district.organization(null);
    host = district.organization(null);
    member = admitted(host);
    away = admitted(home);
    registration = hosted(host);
    UUID absence = UUID.randomUUID();
    members.tell("2010-02-01", new AbsenceMatched(absence, registration, away, home, host));
    awaitOne("select 1 from hosted_person where registration_id = ? and member_id is not null");
  }

  @Test
  void membersOfOnesOwnAndThoseOneHostsAttend() {
    UUID activity = held(host, DAY);
    attended(activity, List.of(member), List.of(registration))
        .statusCode(200)
        .body("attendances", equalTo(2))
        .body("hosted", equalTo(1));
    officeOf(host)
        .get(ATTENDANCES + "?activityId=" + activity + "&hosted=true")
        .then()
        .body("items.registrationId", contains(registration.toString()))
        .body("items.memberId", contains(away.toString()))
        .body("items.homeId", contains(home.toString()));
    officeOf(host)
        .get(ATTENDANCES + "?activityId=" + activity + "&hosted=false")
        .then()
        .body("items.memberId", contains(member.toString()))
        .body("items.homeId", contains(host.toString()))
        .body("items[0].registrationId", nullValue());
  }

  @Test
  void theHomeSeesWhereItsMembersAttendedAndNothingElseOfTheHost() {
    UUID activity = held(host, DAY);
    attended(activity, List.of(member), List.of(registration)).statusCode(200);
    officeOf(home)
        .get(ATTENDANCES)
        .then()
        .statusCode(200)
        .body("items.memberId", contains(away.toString()))
        .body("items.organizationId", contains(host.toString()));
    officeOf(home).get(ATTENDANCES + "?activityId=" + activity).then().body("items", hasSize(1));
    officeOf(home).get(ACTIVITIES + "/" + activity).then().statusCode(404);
    officeOf(home).get(ACTIVITIES).then().body("items", hasSize(0));
    officeOf(district.organization(null)).get(ATTENDANCES).then().body("items", hasSize(0));
    as(Roles.AUDITOR)
        .get(ATTENDANCES + "?memberId=" + away + "&from=" + DAY + "&until=" + DAY)
        .then()
        .body("items", hasSize(1));
    as(Roles.MEMBER).get(ATTENDANCES).then().statusCode(403);
    as(Roles.REPORTER).get(ATTENDANCES).then().statusCode(403);
  }

  @Test
  void ofAHostingThatNoHomeKnowsOfNobodyIsTold() {
    UUID unknown = hosted(host);
    UUID activity = held(host, DAY);
    attended(activity, List.of(), List.of(unknown)).statusCode(200).body("hosted", equalTo(1));
    officeOf(host)
        .get(ATTENDANCES + "?activityId=" + activity)
        .then()
        .body("items[0].memberId", nullValue())
        .body("items[0].homeId", nullValue());
  }

  @Test
  void whoIsNamedTwiceOrByTwoIdsAttendedOnce() {
    UUID activity = held(host, DAY);
    attended(activity, List.of(away, away, member), List.of(registration))
        .statusCode(200)
        .body("attendances", equalTo(2))
        .body("hosted", equalTo(1));
    attended(activity, List.of(away), List.of(registration)).body("attendances", equalTo(2));
    assertThat(
            district.text(
                """
                select count(*) from outbox
                 where partition_key = ? and type = 'org.jiceng.activity.attendance-recorded.v1'""",
                activity.toString()))
        .isEqualTo("2");
  }

  @Test
  void aListThatTwoOfficesSendAtOnceIsTakenOnce() throws Exception {
    UUID activity = held(host, DAY);
    Callable<Integer> send =
        () -> attended(activity, List.of(member, away), List.of()).extract().statusCode();
    ExecutorService offices = Executors.newFixedThreadPool(4);
    try {
      for (var answer : offices.invokeAll(List.of(send, send, send, send))) {
        assertThat(answer.get()).isEqualTo(200);
      }
    } finally {
      offices.shutdown();
    }
    officeOf(host)
        .get(ACTIVITIES + "/" + activity)
        .then()
        .body("attendances", equalTo(2))
        .body("hosted", equalTo(1));
  }

  @Test
  void strangersDoNotAttendAndNobodyIsRecordedBesideThem() {
    UUID activity = held(host, DAY);
    UUID stranger = admitted(home);
    UUID elsewhere = hosted(home);
    long told = told();
    attended(activity, List.of(member, stranger), List.of(elsewhere))
        .statusCode(422)
        .body("type", endsWith("/attendee-not-of-the-organization"))
        .body("refused", hasSize(2));
    attended(activity, List.of(UUID.randomUUID()), List.of()).statusCode(422);
    assertThat(told()).isEqualTo(told);
    officeOf(host).get(ACTIVITIES + "/" + activity).then().body("attendances", equalTo(0));
  }

  @Test
  void whoBelongedThereThatDayAttendedWhereverTheyAreToday() {
    UUID third = district.organization(null);
    members.tell("2010-08-01", new TransferCompleted(UUID.randomUUID(), member, host, third));
    members.tell("2010-09-01", new MobileHostingEnded(registration, host, "RETURNED"));
    awaitOne("select 1 from hosted_person where registration_id = ? and ended_on is not null");
    await()
        .untilAsserted(
            () -> attended(held(third, "2010-08-01"), List.of(member), List.of()).statusCode(200));
    attended(held(host, "2010-07-31"), List.of(member), List.of(registration)).statusCode(200);
    attended(held(host, "2010-08-01"), List.of(member), List.of()).statusCode(422);
    attended(held(host, "2010-09-01"), List.of(), List.of(registration)).statusCode(422);
    attended(held(host, "2009-12-31"), List.of(), List.of(registration)).statusCode(422);
  }

  @Test
  void theCopyFollowsCorrectionsEndsAndReorganisations() {
    UUID third = district.organization(null);
    members.tell(
        "2009-03-01",
        new AffiliationRevoked(member, host, java.time.LocalDate.parse("2009-03-01"), null),
        new AffiliationEntered(member, third, java.time.LocalDate.parse("2009-03-01"), null));
    members.tell("2010-05-01", new MembershipEnded(member, third, MembershipEnd.WITHDRAWN));
    members.tell("2010-06-01", new MembershipRestored(member, host, MembershipStatus.FULL));
    members.tell("2010-06-01", new MobileHostChanged(registration, UUID.randomUUID(), host, third));
    await()
        .untilAsserted(
            () -> attended(held(host, "2010-06-01"), List.of(member), List.of()).statusCode(200));
    attended(held(third, "2010-04-30"), List.of(member), List.of()).statusCode(200);
    attended(held(third, "2010-05-01"), List.of(member), List.of()).statusCode(422);
    await()
        .untilAsserted(
            () ->
                attended(held(third, "2010-06-01"), List.of(), List.of(registration))
                    .statusCode(200));
  }

  @Test
  void onceTheMemberIsBackTheHostNoLongerTellsTheHome() {
    members.tell("2010-06-01", new AbsenceEnded(UUID.randomUUID(), away, home, "RETURNED"));
    awaitOne("select 1 from hosted_person where registration_id = ? and member_id is null");
    UUID activity = held(host, DAY);
    attended(activity, List.of(), List.of(registration)).statusCode(200);
    officeOf(home).get(ATTENDANCES).then().body("items", hasSize(0));
  }

  @Test
  void whatWasRecordedWronglyCountsNoMoreAndMayBeRecordedAgain() {
    UUID activity = held(host, DAY);
    attended(activity, List.of(), List.of(registration)).statusCode(200);
    String attendance =
        officeOf(host)
            .get(ATTENDANCES + "?activityId=" + activity)
            .then()
            .extract()
            .path("items[0].id");
    String revocation = ACTIVITIES + "/" + activity + "/attendances/" + attendance + "/revocation";
    officeOf(home).body("{}").post(revocation).then().statusCode(404);
    officeOf(host)
        .body(Map.of("reasonCode", "WRONG_PERSON"))
        .post(revocation)
        .then()
        .statusCode(200)
        .body("attendances", equalTo(0));
    officeOf(host).body("{}").post(revocation).then().statusCode(404);
    officeOf(home).get(ATTENDANCES).then().body("items", hasSize(0));
    assertThat(district.eventsOf(attendance))
        .isEqualTo("attendance-recorded.v1 attendance-revoked.v1");
    attended(activity, List.of(), List.of(registration)).body("attendances", equalTo(1));
  }

  @Test
  void anActivityIsOfAnOrganisationAtWorkInOnesScopeAndNotOfADayToCome() {
    hold(officeOf(home), host, DAY).statusCode(404);
    hold(officeOf(host), host, "2999-01-01")
        .statusCode(422)
        .body("violations.field", contains("heldOn"));
    UUID suspended = district.organization(null, "SUSPENDED");
    hold(officeOf(suspended), suspended, DAY).statusCode(409);
    as(Roles.AUDITOR).body("{}").post(ACTIVITIES).then().statusCode(403);
    officeOf(host).body(Map.of("kind", "PARTY")).post(ACTIVITIES).then().statusCode(400);
    UUID activity = held(host, DAY);
    officeOf(home)
        .body(Map.of("memberIds", List.of(away)))
        .post(ACTIVITIES + "/" + activity + "/attendances")
        .then()
        .statusCode(404);
    officeOf(host)
        .get(ACTIVITIES + "?kind=THEME_DAY&from=2010-07-01&until=2010-07-01")
        .then()
        .body("items.id", contains(activity.toString()));
    officeOf(host).get(ACTIVITIES + "?kind=LECTURE").then().body("items", hasSize(0));
  }

  private UUID admitted(UUID organization) {
    UUID id = UUID.randomUUID();
    members.tell(
        "2009-03-01",
        new MemberAdmitted(id, organization, MembershipStatus.FULL, "1", "01", "20", 1960, null));
    await()
        .until(
            () -> district.text("select 1::text from member_stay where member_id = ?", id) != null);
    return id;
  }

  private UUID hosted(UUID by) {
    UUID id = UUID.randomUUID();
    members.tell("2010-01-10", new MobileMemberHosted(id, by, null, null));
    await()
        .until(
            () ->
                district.text("select 1::text from hosted_person where registration_id = ?", id)
                    != null);
    return id;
  }

  private void awaitOne(String sql) {
    await().until(() -> district.text(sql, registration) != null);
  }

  private UUID held(UUID organization, String on) {
    return UUID.fromString(
        hold(officeOf(organization), organization, on).statusCode(201).extract().path("id"));
  }

  private static ValidatableResponse hold(
      RequestSpecification office, UUID organization, String on) {
    return office
        .body(Map.of("organizationId", organization, "kind", "THEME_DAY", "heldOn", on))
        .post(ACTIVITIES)
        .then();
  }

  private ValidatableResponse attended(
      UUID activity, List<UUID> memberIds, List<UUID> registrationIds) {
    Map<String, Object> who = new HashMap<>();
    who.put("memberIds", memberIds);
    who.put("registrationIds", registrationIds);
    return as(Roles.SECRETARY).body(who).post(ACTIVITIES + "/" + activity + "/attendances").then();
  }

  private long told() {
    return Long.parseLong(district.text("select count(*)::text from outbox"));
  }

  private static RequestSpecification officeOf(UUID organization) {
    return with(Tokens.of(Roles.SECRETARY).org(organization));
  }
}
