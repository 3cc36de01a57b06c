package org.jiceng.member.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.member.District.admit;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.codeOf;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.newMember;
import static org.jiceng.member.District.officeOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.member.District;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was recorded wrongly is put right by new facts, and both can be read. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class CorrectionsTest {
  private static final String MEMBERS = "/api/v1/members/";

  @Inject District district;

  private UUID top;
  private UUID branch;
  private UUID other;
  private UUID id;

  @BeforeEach
  void aMemberSince2009() {
    top = district.organization();
    branch = district.organization(top);
    other = district.organization(top);
    id = District.member(branch);
  }

  @Test
  void exactlyTheStaysThatDifferAreRevokedAndEntered() {
    stays(0, stay(branch, "2009-03-01", "2011-01-01"), stay(other, "2011-01-01", null))
        .statusCode(200)
        .body("organizationId", equalTo(other.toString()))
        .body("affiliatedOn", equalTo("2011-01-01"));
    assertThat(district.affiliationsOf(id))
        .isEqualTo(codeOf(branch) + " 2009-03-01 2011-01-01, " + codeOf(other) + " 2011-01-01 -");
    assertThat(district.eventsOf(id))
        .isEqualTo(
            "member-admitted 2009-03-01, affiliation-revoked 2009-03-01,"
                + " affiliation-entered 2009-03-01, affiliation-entered 2011-01-01");
    stays(
            1,
            stay(branch, "2009-03-01", "2011-01-01"),
            stay(other, "2011-01-01", "2012-01-01"),
            stay(branch, "2012-01-01", null))
        .statusCode(200);
    assertThat(district.eventsOf(id))
        .endsWith(
            "affiliation-entered 2011-01-01, affiliation-revoked 2011-01-01,"
                + " affiliation-entered 2011-01-01, affiliation-entered 2012-01-01");
    onRoster(branch, "2011-06-01", 0);
    onRoster(other, "2011-06-01", 1);
    onRoster(branch, "2012-06-01", 1);
  }

  @Test
  void whatWasWrongAndWhatIsRightAreBothInTheHistory() {
    stays(0, stay(other, "2009-03-01", null)).statusCode(200);
    officeOf(top)
        .get(MEMBERS + id + "/history")
        .then()
        .body(
            "what",
            contains("member-admitted", "correction", "affiliation-revoked", "affiliation-entered"))
        .body("[1].data.reasonCode", equalTo("WRONG_BRANCH"))
        .body("[2].data.organizationId", equalTo(branch.toString()))
        .body("[3].data.organizationId", equalTo(other.toString()))
        .body("[3].data.to", nullValue());
  }

  @Test
  void aTransferOutOfWhereTheMemberNeverWasIsCancelled() {
    String transfer = District.request(id, district.organization(), "2010-01-05").getString("id");
    stays(0, stay(other, "2009-03-01", null)).statusCode(200);
    as(Roles.REGISTRAR)
        .get("/api/v1/transfers/" + transfer)
        .then()
        .body("state", equalTo("CANCELLED"))
        .body("reasonCode", equalTo("AFFILIATION_CORRECTED"));
  }

  @Test
  void theDayOfAnEndIsCorrectedAndAnEndThatNeverWasIsTakenBack() {
    correct(as(Roles.REGISTRAR), 0, Map.of("endedOn", "2012-01-01"))
        .statusCode(409)
        .body("type", endsWith("/membership-not-ended"));
    end(0, "DECEASED", "2012-01-01");
    correct(as(Roles.REGISTRAR), 1, Map.of("endedOn", "2009-02-01")).statusCode(422);
    correct(as(Roles.REGISTRAR), 1, Map.of("endedOn", "2011-01-01"))
        .statusCode(200)
        .body("endedOn", equalTo("2011-01-01"))
        .body("endReason", equalTo("DECEASED"));
    onRoster(branch, "2011-06-01", 0);
    stays(2, stay(branch, "2009-03-01", null)).statusCode(200).body("endedOn", nullValue());
    onRoster(branch, "2013-06-01", 1);
    assertThat(district.affiliationsOf(id)).isEqualTo(codeOf(branch) + " 2009-03-01 -");
  }

  @Test
  void nobodyWasAtAnOrganisationBeforeOrAfterThereWasOne() {
    district.execute(
        """
        update organization_node
           set established_on = date '2010-01-01', dissolved_on = date '2012-01-01',
               state = 'DISSOLVED'
         where organization_id = ?""",
        other);
    stays(0, stay(other, "2009-12-31", "2011-01-01"), stay(branch, "2011-01-01", null))
        .statusCode(422)
        .body("violations.code", contains("before-establishment"));
    stays(0, stay(branch, "2009-03-01", "2011-01-01"), stay(other, "2011-01-01", null))
        .statusCode(422)
        .body("violations.code", contains("after-dissolution"));
    stays(
            0,
            stay(branch, "2009-03-01", "2011-01-01"),
            stay(other, "2011-01-01", "2012-01-02"),
            stay(branch, "2012-01-02", null))
        .statusCode(422)
        .body("violations.field", contains("affiliations"));
    assertThat(district.affiliationsOf(id)).isEqualTo(codeOf(branch) + " 2009-03-01 -");
    stays(
            0,
            stay(branch, "2009-03-01", "2010-01-01"),
            stay(other, "2010-01-01", "2012-01-01"),
            stay(branch, "2012-01-01", null))
        .statusCode(200);
  }

  @Test
  void confirmationIsCorrectedOrTakenBack() {
    Map<String, Object> wanted = newMember(branch);
    wanted.put("status", "PROBATIONARY");
    wanted.put("joinedOn", "2009-03-01");
    id = UUID.fromString(admit(wanted).statusCode(201).extract().path("id"));
    confirmed(0, "2010-05-01").statusCode(409).body("type", endsWith("/not-a-full-member"));
    command(
            as(Roles.REGISTRAR),
            MEMBERS + id + "/confirmation",
            0,
            Map.of("effectiveOn", "2010-03-01"))
        .statusCode(200);
    confirmed(1, "2010-02-01")
        .statusCode(422)
        .body("violations.field", contains("confirmation.on"));
    confirmed(1, "2999-02-01").statusCode(422);
    confirmed(1, "2010-03-01")
        .statusCode(422)
        .body("violations.code", contains("nothing-to-correct"));
    confirmed(1, "2010-05-01").statusCode(200).body("confirmedOn", equalTo("2010-05-01"));
    onRoster(branch, "2010-04-01&status=PROBATIONARY", 1);
    confirmed(2, null)
        .statusCode(200)
        .body("status", equalTo("PROBATIONARY"))
        .body("confirmedOn", nullValue());
    onRoster(branch, "2020-01-01&status=PROBATIONARY", 1);
    assertThat(district.eventsOf(id))
        .endsWith(
            "member-confirmed 2010-03-01, confirmation-corrected 2010-05-01,"
                + " confirmation-corrected 2010-05-01");
  }

  @Test
  void theDayOfJoiningIsCorrectedWithinWhatElseIsKnown() {
    correct(as(Roles.REGISTRAR), 0, Map.of("joinedOn", "2009-03-02"))
        .statusCode(422)
        .body("violations.code", contains("affiliated-before-joining"));
    correct(as(Roles.REGISTRAR), 0, Map.of("joinedOn", "1940-01-01"))
        .statusCode(422)
        .body("violations.code", contains("joined-before-birth"));
    correct(as(Roles.REGISTRAR), 0, Map.of("joinedOn", "2001-07-01"))
        .statusCode(422)
        .body("violations.code", contains("nothing-to-correct"));
    Map<String, Object> never = new HashMap<>(Map.of("on", "2003-06-30"));
    correct(as(Roles.REGISTRAR), 0, Map.of("joinedOn", "2002-07-01", "confirmation", never))
        .statusCode(422)
        .body("violations.code", contains("probation-not-over"));
    correct(as(Roles.REGISTRAR), 0, Map.of("joinedOn", "2002-07-01"))
        .statusCode(200)
        .body("joinedOn", equalTo("2002-07-01"));
    officeOf(top)
        .get(MEMBERS + id + "/history")
        .then()
        .body("what", contains("member-admitted", "correction"))
        .body("[1].data.wrongJoinedOn", equalTo("2001-07-01"))
        .body("[1].data.joinedOn", equalTo("2002-07-01"));
    assertThat(district.eventsOf(id)).isEqualTo("member-admitted 2009-03-01");
  }

  @Test
  void whatCannotHaveBeenIsRefusedAndLeavesNoTrace() {
    Map<String, Object> whole = stay(branch, "2009-03-01", null);
    refused("nothing-to-correct", whole);
    refused("affiliated-before-joining", stay(branch, "2001-06-30", null));
    refused("in-the-future", stay(branch, "2999-06-30", null));
    refused("last-stay-closed", stay(branch, "2009-03-01", "2012-01-01"));
    refused("stays-overlap", stay(branch, "2009-03-01", null), stay(other, "2010-01-01", null));
    refused(
        "stays-overlap", stay(branch, "2009-03-01", "2010-01-02"), stay(other, "2010-01-01", null));
    refused(
        "gap-between-stays",
        stay(branch, "2009-03-01", "2010-01-01"),
        stay(other, "2010-01-02", null));
    refused(
        "ends-before-it-begins",
        stay(branch, "2010-03-01", "2009-12-01"),
        stay(other, "2009-12-01", null));
    refused("organization-not-found", stay(UUID.randomUUID(), "2009-03-01", null));
    stays(0, stay(district.organization(null, "DISSOLVED"), "2009-03-01", null)).statusCode(409);
    correct(as(Roles.REGISTRAR), 0, Map.of("affiliations", List.of(whole), "endedOn", "2010-01-01"))
        .statusCode(422)
        .body("violations.code", contains("either-or"));
    correct(as(Roles.REGISTRAR), 0, Map.of("affiliations", List.of())).statusCode(400);
    correct(as(Roles.REGISTRAR), 0, Map.of("affiliations", List.of(Map.of()))).statusCode(400);
    correct(as(Roles.REGISTRAR), 0, Map.of("reasonCode", "no words")).statusCode(400);
    correct(as(Roles.REGISTRAR), 0, Map.of("affiliations", "x")).statusCode(400);
    correct(as(Roles.REGISTRAR), 0, Map.of())
        .statusCode(422)
        .body("violations.code", contains("nothing-to-correct"));
    assertThat(district.eventsOf(id)).isEqualTo("member-admitted 2009-03-01");
    assertThat(district.text("select count(*) from correction where member_id = ?", id))
        .isEqualTo("0");
  }

  @Test
  void whoCorrectsHoldsEveryOrganisationInvolvedAndTheLatestVersion() {
    Object right = Map.of("affiliations", List.of(stay(other, "2009-03-01", null)));
    correct(officeOf(branch), 0, right).statusCode(404);
    correct(officeOf(other), 0, right).statusCode(404);
    correct(as(Roles.AUDITOR), 0, right).statusCode(403);
    correct(officeOf(top), 1, right).statusCode(412);
    as(Roles.REGISTRAR)
        .body(Map.of("endedOn", "2010-01-01", "reasonCode", "X"))
        .post(MEMBERS + id + "/corrections")
        .then()
        .statusCode(428);
    correct(officeOf(top), 0, right).statusCode(200);
  }

  @Test
  void noDayIsTakenFromAnotherRecordOfThePerson() {
    Map<String, Object> person = newMember(branch);
    id = UUID.fromString(admit(person).statusCode(201).extract().path("id"));
    end(0, "TRANSFERRED_OUT", "2011-01-01");
    person.put("affiliatedOn", "2012-01-01");
    admit(person).statusCode(201);
    correct(as(Roles.REGISTRAR), 1, Map.of("endedOn", "2012-01-02"))
        .statusCode(422)
        .body("violations.code", contains("overlaps-other-membership"));
    stays(1, stay(branch, "2009-03-01", null))
        .statusCode(409)
        .body("type", endsWith("/already-a-member"));
    correct(as(Roles.REGISTRAR), 1, Map.of("endedOn", "2012-01-01")).statusCode(200);
  }

  private void refused(String code, Object... stays) {
    stays(0, stays).statusCode(422).body("violations.code", contains(code));
  }

  private void end(int version, String reason, String on) {
    command(
            as(Roles.REGISTRAR),
            MEMBERS + id + "/end",
            version,
            Map.of("reason", reason, "effectiveOn", on))
        .statusCode(200);
  }

  private ValidatableResponse confirmed(int version, String on) {
    Map<String, Object> confirmation = new HashMap<>();
    confirmation.put("on", on);
    return correct(as(Roles.REGISTRAR), version, Map.of("confirmation", confirmation));
  }

  private ValidatableResponse stays(int version, Object... stays) {
    return correct(as(Roles.REGISTRAR), version, Map.of("affiliations", List.of(stays)));
  }

  private ValidatableResponse correct(
      io.restassured.specification.RequestSpecification caller, int version, Object what) {
    Map<String, Object> body = new HashMap<>(Map.of("reasonCode", "WRONG_BRANCH"));
    ((Map<?, ?>) what).forEach((key, value) -> body.put(key.toString(), value));
    return command(caller, MEMBERS + id + "/corrections", version, body);
  }

  private static Map<String, Object> stay(UUID at, String from, String to) {
    Map<String, Object> stay = new HashMap<>();
    stay.put("organizationId", at);
    stay.put("validFrom", from);
    stay.put("validTo", to);
    return stay;
  }

  private static void onRoster(UUID organization, String day, int count) {
    as(Roles.REGISTRAR)
        .get("/api/v1/members?organizationId=" + organization + "&asOf=" + day)
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(count));
  }
}
