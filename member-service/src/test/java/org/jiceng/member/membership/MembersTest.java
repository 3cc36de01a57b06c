package org.jiceng.member.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.member.District.admit;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.codeOf;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.newIdNumber;
import static org.jiceng.member.District.newMember;
import static org.jiceng.member.District.officeOf;
import static org.jiceng.member.District.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.jiceng.member.District;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class MembersTest {
  private static final String MEMBERS = "/api/v1/members";

  @Inject District district;

  @Test
  void aMemberIsAdmittedConfirmedAndEnds() {
    UUID branch = district.organization();
    Map<String, Object> wanted = newMember(branch);
    wanted.put("status", "PROBATIONARY");
    wanted.put("joinedOn", "2009-03-01");
    String id = admit(wanted).statusCode(201).header("ETag", "\"0\"").extract().path("id");
    String path = MEMBERS + "/" + id;

    command(as(Roles.REGISTRAR), path + "/confirmation", 0, Map.of("effectiveOn", "2010-02-28"))
        .statusCode(422)
        .body("violations.code", contains("probation-not-over"));
    command(as(Roles.REGISTRAR), path + "/confirmation", 0, Map.of("effectiveOn", "2010-03-01"))
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("status", equalTo("FULL"));
    command(as(Roles.REGISTRAR), path + "/confirmation", 1, Map.of()).statusCode(409);
    Map<String, String> death = Map.of("reason", "DECEASED", "effectiveOn", "2011-01-01");
    command(as(Roles.REGISTRAR), path + "/end", 0, death).statusCode(412);
    as(Roles.REGISTRAR).body(death).post(path + "/end").then().statusCode(428);
    command(as(Roles.REGISTRAR), path + "/end", 1, death).statusCode(200);
    command(as(Roles.REGISTRAR), path + "/end", 2, death)
        .statusCode(409)
        .body("type", endsWith("/membership-ended"));
    assertThat(district.eventsOf(id))
        .isEqualTo(
            "member-admitted 2009-03-01, member-confirmed 2010-03-01, membership-ended 2011-01-01");
    assertThat(district.affiliationsOf(UUID.fromString(id)))
        .isEqualTo(codeOf(branch) + " 2009-03-01 2011-01-01");
  }

  @Test
  void aPersonIsAMemberOnceAtATime() {
    UUID branch = district.organization();
    Map<String, Object> wanted = newMember(branch);
    String id = admit(wanted).statusCode(201).extract().path("id");
    admit(wanted).statusCode(409).body("type", endsWith("/already-a-member"));
    command(
            as(Roles.REGISTRAR),
            MEMBERS + "/" + id + "/end",
            0,
            Map.of("reason", "TRANSFERRED_OUT", "effectiveOn", "2012-05-01"))
        .statusCode(200);
    admit(wanted).statusCode(422).body("violations.code", contains("before-earlier-end"));
    wanted.put("affiliatedOn", "2012-05-01");
    admit(wanted).statusCode(201);
  }

  @Test
  void whatBreaksARuleIsRefusedAndHasNoEffect() {
    UUID branch = district.organization();
    refused(branch, "idNumber", "990105195001010010", "id-number-check");
    refused(branch, "idNumber", "99010519500101", "id-number-form");
    refused(branch, "ethnicity", "77", "not-in-list");
    refused(branch, "education", "1", "not-in-list");
    refused(branch, "affiliatedOn", "2999-01-01", "in-the-future");
    refused(branch, "affiliatedOn", "2001-01-01", "affiliated-before-joining");
    refused(branch, "joinedOn", "1940-01-01", "joined-before-birth");
    refused(branch, "admittedBy", UUID.randomUUID(), "organization-not-found");
    as(Roles.REGISTRAR)
        .body(Map.of("name", "x"))
        .post(MEMBERS)
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("idNumber"));
    as(Roles.REGISTRAR).body("{").post(MEMBERS).then().statusCode(400);
    as(Roles.REGISTRAR)
        .contentType(ContentType.TEXT)
        .body("x")
        .post(MEMBERS)
        .then()
        .statusCode(415);
    admit(newMember(district.organization(null, "SUSPENDED")))
        .statusCode(409)
        .body("type", endsWith("/organization-not-active"));
    as(Roles.AUDITOR)
        .get(MEMBERS + "?organizationId=" + branch)
        .then()
        .body("items.size()", equalTo(0));
  }

  @Test
  void onlyOfficesWithinTheirScopeGetIn() {
    UUID top = district.organization();
    UUID branch = district.organization(top);
    UUID other = district.organization();
    UUID id = District.member(branch);
    String path = MEMBERS + "/" + id;
    RestAssured.given().get(path).then().statusCode(401);
    with(Tokens.of(Roles.REGISTRAR).wholeDistrict().signedBySomeoneElse())
        .get(path)
        .then()
        .statusCode(401);
    as(Roles.REPORTER).get(path).then().statusCode(403);
    as(Roles.REPORTER).get(MEMBERS).then().statusCode(403);
    as(Roles.AUDITOR).body(newMember(branch)).post(MEMBERS).then().statusCode(403);
    officeOf(other).get(path).then().statusCode(404);
    officeOf(other).body(newMember(branch)).post(MEMBERS).then().statusCode(404);
    command(officeOf(other), path + "/end", 0, Map.of("reason", "WITHDRAWN")).statusCode(404);
    officeOf(other)
        .get(MEMBERS + "?organizationId=" + branch)
        .then()
        .body("items.size()", equalTo(0));
    officeOf(top).get(path).then().statusCode(200);
    officeOf(top)
        .get(MEMBERS + "?organizationId=" + top + "&includeSubtree=true")
        .then()
        .body("items.id", contains(id.toString()));
    officeOf(branch).get(MEMBERS + "/" + UUID.randomUUID()).then().statusCode(404);
    with(Tokens.of(Roles.MEMBER).member(id))
        .get(MEMBERS + "/me")
        .then()
        .statusCode(200)
        .body("name", equalTo(District.NAME));
    with(Tokens.of(Roles.MEMBER).member(id)).get(path).then().statusCode(403);
    with(Tokens.of(Roles.MEMBER)).get(MEMBERS + "/me").then().statusCode(404);
  }

  @Test
  void personalFieldsAreMaskedForWhoMayNotSeeThemAndEveryLookIsRecorded() {
    UUID branch = district.organization();
    Map<String, Object> wanted = newMember(branch);
    String id = admit(wanted).statusCode(201).extract().path("id");
    officeOf(branch)
        .get(MEMBERS + "/" + id)
        .then()
        .header("Cache-Control", "no-store")
        .body("idNumber", equalTo(wanted.get("idNumber")))
        .body("phone", equalTo(District.PHONE));
    for (String role : List.of(Roles.AUDITOR, Roles.SYSTEM)) {
      as(role)
          .get(MEMBERS + "?organizationId=" + branch)
          .then()
          .body("items[0].name", equalTo("司*"))
          .body("items[0].phone", equalTo("139****4321"))
          .body("items[0].idNumber", equalTo("990105" + "*".repeat(11) + last(wanted)));
    }
    assertThat(
            district.text(
                """
                select string_agg(role, ' ' order by seq) from audit_log
                 where record_id = ? and action = 'read'""",
                id))
        .isEqualTo("registrar auditor system");
    as(Roles.REGISTRAR)
        .body(Map.of("idNumber", wanted.get("idNumber")))
        .post(MEMBERS + "/search")
        .then()
        .statusCode(200)
        .body("id", equalTo(id));
  }

  @Test
  void noAnswerThatShowsAPersonIsKeptByACache() {
    Map<String, Object> wanted = newMember(district.organization());
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      as(Roles.REGISTRAR)
          .header("Idempotency-Key", key)
          .body(wanted)
          .post(MEMBERS)
          .then()
          .statusCode(201)
          .header("Cache-Control", "no-store");
    }
    admit(wanted).statusCode(409).header("Cache-Control", "no-store");
    String id =
        as(Roles.REGISTRAR)
            .body(Map.of("idNumber", wanted.get("idNumber")))
            .post(MEMBERS + "/search")
            .then()
            .statusCode(200)
            .header("Cache-Control", "no-store")
            .extract()
            .path("id");
    change(UUID.fromString(id), 0, Map.of("phone", "13800000000"))
        .statusCode(200)
        .header("Cache-Control", "no-store");
    change(UUID.fromString(id), 0, Map.of("phone", "13800000000"))
        .statusCode(412)
        .header("Cache-Control", "no-store");
  }

  @Test
  void whoLooksForAPersonAndFindsNoneIsOnRecord() {
    String who = "seeker-" + UUID.randomUUID();
    UUID branch = district.organization();
    Map<String, Object> stranger = newMember(district.organization());
    String id = admit(stranger).statusCode(201).extract().path("id");
    for (Object idNumber : List.of(newIdNumber(), stranger.get("idNumber"))) {
      with(Tokens.of(Roles.REGISTRAR).subject(who).org(branch))
          .body(Map.of("idNumber", idNumber))
          .post(MEMBERS + "/search")
          .then()
          .statusCode(404)
          .header("Cache-Control", "no-store");
    }
    assertThat(
            district.text(
                """
                select string_agg(action || ' ' || record_type || ' ' || coalesce(record_id, '-'),
                                  ', ' order by seq)
                  from audit_log where who = ?""",
                who))
        .isEqualTo("search-miss member -, search-miss member " + id);
  }

  @Test
  void aProfileChangeTellsOnlyWhatFiguresNeed() {
    UUID id = District.member(district.organization());
    change(id, 0, Map.of("phone", "13800000000"))
        .statusCode(200)
        .body("phone", equalTo("13800000000"));
    assertThat(district.eventsOf(id)).isEqualTo("member-admitted 2009-03-01");
    change(id, 1, Map.of("education", "11", "effectiveOn", "2010-09-01"))
        .statusCode(200)
        .body("education", equalTo("11"))
        .body("name", equalTo(District.NAME));
    change(id, 1, Map.of("education", "21")).statusCode(412);
    change(id, 2, Map.of("education", "99x")).statusCode(400);
    change(id, 2, Map.of("idNumber", newIdNumber())).statusCode(200);
    assertThat(district.eventsOf(id)).contains("member-profile-changed 2010-09-01");
  }

  @Test
  void theRosterIsThatOfTheDay() {
    UUID first = district.organization();
    UUID second = district.organization();
    UUID id = District.member(first);
    String transfer = District.request(id, second, "2010-01-05").getString("id");
    String path = "/api/v1/transfers/" + transfer;
    command(as(Roles.REGISTRAR), path + "/approval", 0, Map.of("letterNumber", "L-" + id))
        .statusCode(200);
    String received = district.text("select current_date::text");
    command(as(Roles.REGISTRAR), path + "/receipt", 1, Map.of()).statusCode(200);
    onRoster(first, "2009-02-28").body("items.size()", equalTo(0));
    onRoster(first, "2009-03-01").body("items.id", contains(id.toString()));
    onRoster(second, "2010-06-01").body("items.size()", equalTo(0));
    assertThat(received).isNotNull();
    as(Roles.REGISTRAR)
        .get(MEMBERS + "?organizationId=" + second)
        .then()
        .body("items.id", contains(id.toString()));
    as(Roles.REGISTRAR)
        .get(MEMBERS + "/" + id + "/affiliations")
        .then()
        .body("organizationId", contains(first.toString(), second.toString()))
        .body("[1].validTo", nullValue());
  }

  @Test
  void aRepeatedKeyAdmitsOnce() {
    Map<String, Object> wanted = newMember(district.organization());
    String key = UUID.randomUUID().toString();
    String id = keyed(key, wanted).statusCode(201).extract().path("id");
    keyed(key, wanted)
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(id));
    wanted.put("name", "另一人");
    keyed(key, wanted).statusCode(422);
    as(Roles.REGISTRAR)
        .header("If-None-Match", "\"0\"")
        .get(MEMBERS + "/" + id)
        .then()
        .statusCode(304);
  }

  @Test
  void pagesFollowOneAnother() {
    UUID branch = district.organization();
    UUID first = District.member(branch);
    UUID second = District.member(branch);
    String list = MEMBERS + "?organizationId=" + branch + "&limit=1";
    String cursor =
        as(Roles.SYSTEM)
            .get(list)
            .then()
            .body("items.id", contains(first.toString()))
            .extract()
            .path("nextCursor");
    as(Roles.SYSTEM)
        .get(list + "&cursor=" + cursor)
        .then()
        .body("items.id", contains(second.toString()))
        .body("nextCursor", nullValue());
    as(Roles.SYSTEM).get(list + "&cursor=x").then().statusCode(400);
    as(Roles.SYSTEM).get(MEMBERS + "?status=SOME").then().statusCode(400);
    as(Roles.SYSTEM).get(list + "&status=PROBATIONARY").then().body("items.size()", equalTo(0));
  }

  private static ValidatableResponse onRoster(UUID organization, String day) {
    return as(Roles.REGISTRAR)
        .get(MEMBERS + "?organizationId=" + organization + "&asOf=" + day)
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse keyed(String key, Object body) {
    return as(Roles.REGISTRAR).header("Idempotency-Key", key).body(body).post(MEMBERS).then();
  }

  private static ValidatableResponse change(UUID id, int version, Object body) {
    return as(Roles.REGISTRAR)
        .header("If-Match", "\"" + version + "\"")
        .body(body)
        .patch(MEMBERS + "/" + id)
        .then();
  }

  private static void refused(UUID branch, String field, Object value, String code) {
    Map<String, Object> wanted = newMember(branch);
    wanted.put(field, value);
    admit(wanted)
        .statusCode(422)
        .body("violations.field", contains(field))
        .body("violations.code", contains(code));
  }

  private static String last(Map<String, Object> wanted) {
    return wanted.get("idNumber").toString().substring(17);
  }
}
