package org.jiceng.member.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.member.District.admit;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.codeOf;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.newIdNumber;
import static org.jiceng.member.District.newMember;
import static org.jiceng.member.District.officeOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.member.District;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What befalls a membership between admission and end, and how it goes on after an end. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class LifeTest {
  private static final String MEMBERS = "/api/v1/members/";

  @Inject District district;

  private UUID branch;

  @BeforeEach
  void aBranch() {
    branch = district.organization();
  }

  @Test
  void probationIsExtendedOnceByHalfAYearToAYearAndConfirmationWaitsForIt() {
    UUID id = probationary();
    extend(id, 0, "2010-08-31", "2010-03-01")
        .statusCode(422)
        .body("violations.code", contains("extension-too-short"));
    extend(id, 0, "2011-03-02", "2010-03-01")
        .statusCode(422)
        .body("violations.code", contains("extension-too-long"));
    extend(id, 0, "2010-09-01", "2010-03-01")
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("probationUntil", equalTo("2010-09-01"));
    extend(id, 1, "2010-12-01", "2010-03-02")
        .statusCode(409)
        .body("type", endsWith("/probation-already-extended"));
    act(id, "confirmation", 1, on("2010-08-31"))
        .statusCode(422)
        .body("violations.code", contains("probation-not-over"));
    act(id, "confirmation", 1, on("2010-09-01")).statusCode(200).body("status", equalTo("FULL"));
    extend(id, 2, "2011-09-01", "2010-10-01")
        .statusCode(409)
        .body("type", endsWith("/already-a-full-member"));
    assertThat(district.eventsOf(id))
        .isEqualTo(
            "member-admitted 2009-03-01, probation-extended 2010-03-01,"
                + " member-confirmed 2010-09-01");
    roster("2010-02-28").body("items.probationUntil", contains(nullValue()));
    roster("2010-08-31")
        .body("items.status", contains("PROBATIONARY"))
        .body("items.confirmedOn", contains(nullValue()))
        .body("items.probationUntil", contains("2010-09-01"));
    roster("2010-09-01").body("items.status", contains("FULL"));
  }

  @Test
  void whoIsSuspendedIsCountedButNeitherConfirmedNorTransferred() {
    UUID id = probationary();
    String transfer = District.request(id, district.organization(), "2009-06-01").getString("id");
    command(officeOf(branch), "/api/v1/transfers/" + transfer + "/approval", 0, Map.of())
        .statusCode(200);
    act(id, "resumption", 0, on("2009-07-01"))
        .statusCode(409)
        .body("type", endsWith("/membership-not-suspended"));
    act(id, "suspension", 0, on("2009-02-28")).statusCode(422);
    act(id, "suspension", 0, on("2009-07-01"))
        .statusCode(200)
        .body("suspendedOn", equalTo("2009-07-01"));
    act(id, "suspension", 1, on("2009-08-01")).statusCode(409);
    act(id, "confirmation", 1, on("2010-03-01"))
        .statusCode(409)
        .body("type", endsWith("/membership-suspended"));
    extend(id, 1, "2010-09-01", "2010-03-01").statusCode(409);
    command(as(Roles.REGISTRAR), "/api/v1/transfers/" + transfer + "/receipt", 1, Map.of())
        .statusCode(409)
        .body("type", endsWith("/membership-suspended"));
    roster("2009-06-30").body("items.suspendedOn", contains(nullValue()));
    roster("2009-08-01")
        .body("items.id", contains(id.toString()))
        .body("items.suspendedOn", contains("2009-07-01"));
    act(id, "resumption", 1, on("2009-06-30")).statusCode(422);
    act(id, "resumption", 1, on("2010-01-01")).statusCode(200).body("suspendedOn", nullValue());
    act(id, "confirmation", 2, on("2010-03-01")).statusCode(200);
    roster("2009-12-31&suspended=true").body("items.size()", equalTo(1));
    roster("2010-01-01&suspended=true").body("items.size()", equalTo(0));
    assertThat(district.eventsOf(id))
        .isEqualTo(
            "member-admitted 2009-03-01, membership-suspended 2009-07-01,"
                + " membership-resumed 2010-01-01, member-confirmed 2010-03-01");
    assertThat(district.affiliationsOf(id)).isEqualTo(codeOf(branch) + " 2009-03-01 -");
  }

  @Test
  void anEndByDecisionIsLiftedAndTheSameMemberGoesOnElsewhere() {
    UUID id = District.member(branch);
    UUID other = district.organization();
    restore(id, 0, other, "2012-01-01")
        .statusCode(409)
        .body("type", endsWith("/membership-not-restorable"));
    end(id, 0, "EXPELLED", "2011-01-01");
    restore(id, 1, other, "2010-12-31").statusCode(422);
    restore(id, 1, UUID.randomUUID(), "2012-01-01")
        .statusCode(422)
        .body("violations.code", contains("organization-not-found"));
    command(
            officeOf(branch),
            MEMBERS + id + "/restoration",
            1,
            Map.of("organizationId", other, "effectiveOn", "2012-01-01"))
        .statusCode(404);
    restore(id, 1, district.organization(null, "SUSPENDED"), "2012-01-01").statusCode(409);
    restore(id, 1, other, "2012-01-01")
        .statusCode(200)
        .body("organizationId", equalTo(other.toString()))
        .body("endedOn", nullValue())
        .body("endReason", nullValue());
    assertThat(district.affiliationsOf(id))
        .isEqualTo(codeOf(branch) + " 2009-03-01 2011-01-01, " + codeOf(other) + " 2012-01-01 -");
    assertThat(district.eventsOf(id))
        .endsWith("membership-ended 2011-01-01, membership-restored 2012-01-01");
    roster("2010-12-31").body("items.id", contains(id.toString()));
    roster("2011-06-01").body("items.size()", equalTo(0));
    end(id, 2, "DECEASED", "2013-01-01");
    restore(id, 3, other, "2013-02-01").statusCode(409);
  }

  @Test
  void whoIsAMemberByAnotherRecordIsNotRestored() {
    Map<String, Object> person = newMember(branch);
    UUID first = UUID.fromString(admit(person).statusCode(201).extract().path("id"));
    end(first, 0, "WITHDRAWN", "2010-01-01");
    person.put("affiliatedOn", "2012-01-01");
    UUID second = UUID.fromString(admit(person).statusCode(201).extract().path("id"));
    restore(first, 1, branch, "2011-01-01")
        .statusCode(409)
        .body("type", endsWith("/already-a-member"));
    end(second, 0, "TRANSFERRED_OUT", "2013-01-01");
    restore(first, 1, branch, "2012-06-01")
        .statusCode(422)
        .body("violations.code", contains("overlaps-other-membership"));
    restore(first, 1, branch, "2013-01-01").statusCode(200);
    assertThat(district.affiliationsOf(first)).contains("2013-01-01 -").doesNotContain("2012");
  }

  @Test
  void aCorrectedIdNumberRespectsEarlierMembershipsOfThatPerson() {
    Map<String, Object> earlier = newMember(branch);
    UUID first = UUID.fromString(admit(earlier).statusCode(201).extract().path("id"));
    end(first, 0, "TRANSFERRED_OUT", "2010-01-01");
    Map<String, Object> overlapping = newMember(branch);
    overlapping.put("affiliatedOn", "2009-12-01");
    UUID second = UUID.fromString(admit(overlapping).statusCode(201).extract().path("id"));
    patch(second, 0, Map.of("idNumber", earlier.get("idNumber")))
        .statusCode(422)
        .body("violations.code", contains("overlaps-other-membership"));
    Map<String, Object> later = newMember(branch);
    later.put("affiliatedOn", "2010-01-01");
    UUID third = UUID.fromString(admit(later).statusCode(201).extract().path("id"));
    patch(third, 0, Map.of("idNumber", earlier.get("idNumber"))).statusCode(200);
    patch(second, 0, Map.of("idNumber", newIdNumber())).statusCode(200);
  }

  @Test
  void whatWasEnteredInErrorWasNeverSoOnAnyDay() {
    UUID id = District.member(branch);
    UUID other = district.organization();
    String transfer = District.request(id, other, "2010-01-05").getString("id");
    command(as(Roles.REGISTRAR), "/api/v1/transfers/" + transfer + "/approval", 0, Map.of());
    command(as(Roles.REGISTRAR), "/api/v1/transfers/" + transfer + "/receipt", 1, Map.of())
        .statusCode(200);
    String today =
        district.text(
            "select valid_from::text from affiliation where member_id = ?"
                + " and valid_to is null",
            id);
    end(id, 1, "ENTERED_IN_ERROR", today);
    assertThat(district.affiliationsOf(id)).isNull();
    roster("2009-06-01").body("items.size()", equalTo(0));
    assertThat(district.eventsOf(id))
        .endsWith(
            "membership-ended "
                + today
                + ", affiliation-revoked 2009-03-01, affiliation-revoked "
                + today);
    act(id, "restoration", 2, Map.of("organizationId", branch)).statusCode(409);
  }

  @Test
  void nobodyAdmittedWhoWasEnteredInError() {
    Map<String, Object> wanted = newMember(branch);
    wanted.put("admittedBy", branch);
    UUID id = UUID.fromString(admit(wanted).statusCode(201).extract().path("id"));
    end(id, 0, "ENTERED_IN_ERROR", "2010-01-01");
    assertThat(district.eventsOf(id))
        .isEqualTo(
            "member-admitted 2009-03-01, membership-ended 2010-01-01,"
                + " affiliation-revoked 2009-03-01, admission-revoked 2009-03-01");
  }

  @Test
  void theHistoryTellsWhatWasRecordedWhenAndByWhom() {
    UUID id = probationary();
    extend(id, 0, "2010-09-01", "2010-03-01").statusCode(200);
    District.request(id, district.organization(), "2010-03-02");
    as(Roles.AUDITOR)
        .get(MEMBERS + id + "/history")
        .then()
        .statusCode(200)
        .body("what", contains("member-admitted", "probation-extended", "transfer-requested"))
        .body("effectiveOn", contains("2009-03-01", "2010-03-01", "2010-03-02"))
        .body("recordedAt", everyItem(notNullValue()))
        .body("recordedBy", everyItem(notNullValue()))
        .body("[1].data.until", equalTo("2010-09-01"));
    officeOf(district.organization()).get(MEMBERS + id + "/history").then().statusCode(404);
    as(Roles.REPORTER).get(MEMBERS + id + "/history").then().statusCode(403);
    officeOf(branch).get(MEMBERS + UUID.randomUUID() + "/history").then().statusCode(404);
  }

  @Test
  void whatIsMalformedStaleOrOutOfScopeLeavesNoTrace() {
    UUID id = probationary();
    for (String command :
        new String[] {"probation-extension", "suspension", "resumption", "restoration"}) {
      String path = MEMBERS + id + "/" + command;
      as(Roles.REGISTRAR).body("{").header("If-Match", "\"0\"").post(path).then().statusCode(400);
      as(Roles.REGISTRAR)
          .body(Map.of("effectiveOn", 7))
          .header("If-Match", "\"0\"")
          .post(path)
          .then()
          .statusCode(400);
      command(as(Roles.AUDITOR), path, 0, on("2010-03-01")).statusCode(403);
    }
    for (Map.Entry<String, Map<String, ?>> good :
        Map.<String, Map<String, ?>>of(
                "probation-extension",
                Map.of("until", "2010-09-01", "effectiveOn", "2010-03-01"),
                "suspension",
                on("2010-03-01"),
                "resumption",
                on("2010-03-01"),
                "restoration",
                Map.of("organizationId", branch, "effectiveOn", "2010-03-01"))
            .entrySet()) {
      String path = MEMBERS + id + "/" + good.getKey();
      as(Roles.REGISTRAR).body(good.getValue()).post(path).then().statusCode(428);
      command(as(Roles.REGISTRAR), path, 7, good.getValue()).statusCode(412);
      command(officeOf(district.organization()), path, 0, good.getValue()).statusCode(404);
    }
    act(id, "suspension", 0, on("2999-01-01")).statusCode(422);
    extend(id, 0, null, "2010-03-01").statusCode(400);
    assertThat(district.eventsOf(id)).isEqualTo("member-admitted 2009-03-01");
  }

  private UUID probationary() {
    Map<String, Object> wanted = newMember(branch);
    wanted.put("status", "PROBATIONARY");
    wanted.put("joinedOn", "2009-03-01");
    return UUID.fromString(admit(wanted).statusCode(201).extract().path("id"));
  }

  private ValidatableResponse roster(String asOf) {
    return as(Roles.REGISTRAR)
        .get("/api/v1/members?organizationId=" + branch + "&asOf=" + asOf)
        .then()
        .statusCode(200);
  }

  private static void end(UUID id, int version, String reason, String on) {
    act(id, "end", version, Map.of("reason", reason, "effectiveOn", on)).statusCode(200);
  }

  private static ValidatableResponse restore(UUID id, int version, UUID at, String on) {
    return act(id, "restoration", version, Map.of("organizationId", at, "effectiveOn", on));
  }

  private static ValidatableResponse extend(UUID id, int version, String until, String on) {
    return act(
        id,
        "probation-extension",
        version,
        until == null ? on(on) : Map.of("until", until, "effectiveOn", on));
  }

  private static ValidatableResponse patch(UUID id, int version, Object body) {
    return as(Roles.REGISTRAR)
        .header("If-Match", "\"" + version + "\"")
        .body(body)
        .patch(MEMBERS + id)
        .then();
  }

  private static ValidatableResponse act(UUID id, String what, int version, Object body) {
    return command(as(Roles.REGISTRAR), MEMBERS + id + "/" + what, version, body);
  }

  private static Map<String, String> on(String day) {
    return Map.of("effectiveOn", day);
  }
}
