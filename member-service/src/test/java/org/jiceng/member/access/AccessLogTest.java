package org.jiceng.member.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.officeOf;
import static org.jiceng.member.District.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.jiceng.member.District;
import org.jiceng.member.mobile.Away;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever has looked at a member is known to the member. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AccessLogTest {
  private static final String MEMBERS = "/api/v1/members/";

  @Inject District district;

  private UUID branch;
  private UUID other;
  private UUID member;

  @BeforeEach
  void aMember() {
    branch = district.organization();
    other = district.organization();
    member = District.member(branch);
  }

  @Test
  void whoLooksChangesOrAsksIsOnTheLogTheLatestFirst() {
    with(Tokens.of(Roles.SECRETARY).org(branch).subject("secretary-9"))
        .get(MEMBERS + member)
        .then()
        .statusCode(200);
    log(branch)
        .header("Cache-Control", "no-store")
        .body("items.what", equalTo(List.of("read", "admit")))
        .body("items[0].who", equalTo("secretary-9"))
        .body("items[0].role", equalTo("secretary"))
        .body("items[0].organization", equalTo(branch.toString()))
        .body("items[0].organizationName", equalTo("x"))
        .body("items[0].from", equalTo("127.0.0.1"))
        .body("items[0].at", notNullValue())
        .body("items[1].organization", equalTo("district"))
        .body("items[1].organizationName", nullValue());
    log(branch).body("items[0].what", equalTo("read-access-log"));
  }

  @Test
  void eachListFileTransferAbsenceAndHostingThatTouchesTheMemberIsOnTheLog() {
    officeOf(branch).get("/api/v1/members?organizationId=" + branch).then().statusCode(200);
    officeOf(branch).get("/api/v1/members/export?format=csv").then().statusCode(200);
    as(Roles.AUDITOR)
        .get("/api/v1/members/export?format=ndjson&organizationId=" + branch)
        .then()
        .statusCode(200);
    String transfer = District.request(member, other, "2010-03-01").getString("id");
    officeOf(branch).get("/api/v1/transfers").then().statusCode(200);
    command(officeOf(branch), "/api/v1/transfers/" + transfer + "/refusal", 0, refusal())
        .statusCode(200);
    String absence = Away.away(member, "2010-05-01", null);
    officeOf(branch).get(Away.ABSENCES + "/" + absence).then().statusCode(200);
    String hosting = hosted();
    officeOf(other).get("/api/v1/mobile-registrations/" + hosting).then().statusCode(200);

    log(branch)
        .body(
            "items.collect { it.recordType + ' ' + it.what }",
            containsInAnyOrder(
                "member admit",
                "member read",
                "member read", // by whoever hosts, for the number
                "member export",
                "member export",
                "transfer request",
                "transfer read",
                "transfer refuse",
                "absence report",
                "absence match",
                "absence read",
                "mobile-registration host",
                "mobile-registration read"))
        .body("items.recordId", hasItem(transfer))
        .body("items.role", hasItem("auditor"));
  }

  @Test
  void aFileRecordsThoseWhoAreInItAndNoOthers() {
    UUID stranger = District.member(other);
    officeOf(branch).get("/api/v1/members/export?format=xlsx").then().statusCode(200);
    officeOf(branch)
        .get("/api/v1/members/export?format=xlsx&asOf=2009-02-01")
        .then()
        .statusCode(200);
    log(branch).body("items.findAll { it.what == 'export' }", hasSize(1));
    log(other, stranger).body("items.what", not(hasItem("export")));
  }

  @Test
  void theMemberSeesTheLogAndWhichNetworkItWasButNotWhichDesk() {
    officeOf(branch).get(MEMBERS + member).then().statusCode(200);
    mine(member)
        .header("Cache-Control", "no-store")
        .body("items.what", equalTo(List.of("read", "admit")))
        .body("items[0].from", equalTo("127.0.*.*"))
        .body("items[0].organizationName", equalTo("x"));
    mine(member).body("items[0].what", equalTo("read-access-log"));
    with(Tokens.of(Roles.MEMBER)).get(MEMBERS + "me/access-log").then().statusCode(404);
    as(Roles.REGISTRAR).get(MEMBERS + "me/access-log").then().statusCode(403);
  }

  @Test
  void strangersNeitherSeeTheLogNorLearnThatThereIsOne() {
    officeOf(other).get(MEMBERS + member + "/access-log").then().statusCode(404);
    as(Roles.REGISTRAR).get(MEMBERS + UUID.randomUUID() + "/access-log").then().statusCode(404);
    as(Roles.REGISTRAR).get(MEMBERS + "x/access-log").then().statusCode(404);
    for (String role : List.of(Roles.MEMBER, Roles.REPORTER, Roles.SITE_MANAGER, Roles.SYSTEM)) {
      as(role).get(MEMBERS + member + "/access-log").then().statusCode(403);
    }
    log(branch).body("items.what", equalTo(List.of("admit")));
  }

  @Test
  void theLogComesInPagesOfWhichNoneRepeatsOrSkips() {
    for (int i = 0; i < 4; i++) {
      officeOf(branch).get(MEMBERS + member + "/history").then().statusCode(200);
    }
    JsonPath first = page("limit=2").extract().jsonPath();
    assertThat(first.getList("items")).hasSize(2);
    JsonPath second = page("limit=5&cursor=" + first.getString("nextCursor")).extract().jsonPath();
    assertThat(second.getList("items.what")).containsExactly("read", "read", "admit");
    assertThat(second.getString("nextCursor")).isNull();
    officeOf(branch)
        .get(MEMBERS + member + "/access-log?cursor=x")
        .then()
        .statusCode(400)
        .body("type", endsWith("/validation-failed"));
  }

  @Test
  void whatWasDoneWithASecondRecordOfThePersonIsOnTheLogToo() {
    UUID second = District.member(branch);
    officeOf(branch).get(MEMBERS + second).then().statusCode(200);
    command(officeOf(branch), MEMBERS + member + "/merge", 0, Map.of("duplicateId", second))
        .statusCode(200);
    log(branch).body("items.findAll { it.recordId == '" + second + "' }.what", hasItem("read"));
  }

  private String hosted() {
    return as(Roles.REGISTRAR)
        .body(
            Map.of(
                "idNumber",
                as(Roles.DISTRICT_ADMIN).get(MEMBERS + member).then().extract().path("idNumber"),
                "name",
                District.NAME,
                "hostId",
                other))
        .post("/api/v1/mobile-registrations")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static Map<String, Object> refusal() {
    return Map.of("reasonCode", "STAYS");
  }

  private ValidatableResponse page(String query) {
    return officeOf(branch).get(MEMBERS + member + "/access-log?" + query).then().statusCode(200);
  }

  private ValidatableResponse log(UUID office) {
    return log(office, member);
  }

  private static ValidatableResponse log(UUID office, UUID of) {
    return officeOf(office).get(MEMBERS + of + "/access-log").then().statusCode(200);
  }

  private static ValidatableResponse mine(UUID me) {
    return with(Tokens.of(Roles.MEMBER).member(me))
        .get(MEMBERS + "me/access-log")
        .then()
        .statusCode(200);
  }
}
