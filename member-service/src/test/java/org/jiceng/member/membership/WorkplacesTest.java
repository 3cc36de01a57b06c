package org.jiceng.member.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
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
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.member.District;
import org.jiceng.member.imports.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A member works in one unit at each instant, or in none that is known. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class WorkplacesTest {
  private static final String MEMBERS = "/api/v1/members/";

  @Inject District district;

  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();
  private UUID branch;

  @BeforeEach
  void aBranch() {
    branch = district.organization();
  }

  @Test
  void aMemberMayBeAdmittedWithAWorkplace() {
    UUID id = employed(first);
    member(id).body("workUnitId", equalTo(first.toString()));
    assertThat(district.eventsOf(id))
        .isEqualTo("member-admitted 2009-03-01, workplace-changed 2009-03-01");
    assertThat(told(id)).isEqualTo(first.toString());
    UUID other = District.member(branch);
    member(other).body("workUnitId", nullValue());
    assertThat(district.eventsOf(other)).isEqualTo("member-admitted 2009-03-01");
  }

  @Test
  void aWorkplaceChangesFromADayOnAndItsHistoryIsKept() {
    UUID id = employed(first);
    change(id, 0, Map.of("workUnitId", second, "effectiveOn", "2010-01-01"))
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("workUnitId", equalTo(second.toString()));
    change(id, 1, Map.of("workUnitId", second)).statusCode(200);
    change(id, 2, Map.of("phone", "13800000000")).statusCode(200);
    change(id, 3, Map.of("withoutWorkUnit", true, "effectiveOn", "2011-01-01"))
        .statusCode(200)
        .body("workUnitId", nullValue());
    change(id, 4, Map.of("workUnitId", first, "effectiveOn", "2012-01-01")).statusCode(200);

    assertThat(district.eventsOf(id))
        .isEqualTo(
            "member-admitted 2009-03-01, workplace-changed 2009-03-01, workplace-changed"
                + " 2010-01-01, workplace-changed 2011-01-01, workplace-changed 2012-01-01");
    as(Roles.AUDITOR)
        .get(MEMBERS + id + "/workplaces")
        .then()
        .statusCode(200)
        .body("unitId", contains(first.toString(), second.toString(), first.toString()))
        .body("validFrom", contains("2009-03-01", "2010-01-01", "2012-01-01"))
        .body("validTo", contains("2010-01-01", "2011-01-01", null));
    onRoster("2009-12-31").body("items.workUnitId", contains(first.toString()));
    onRoster("2010-06-01").body("items.workUnitId", contains(second.toString()));
    onRoster("2011-06-01").body("items.workUnitId", contains(nullValue()));
    onRoster("2012-01-01").body("items.workUnitId", contains(first.toString()));
  }

  @Test
  void whoseMembershipEndsWorksThereNoLonger() {
    UUID id = employed(first);
    change(id, 0, Map.of("workUnitId", second, "effectiveOn", "2010-01-01")).statusCode(200);
    Map<String, String> early = Map.of("reason", "DECEASED", "effectiveOn", "2009-12-31");
    command(as(Roles.REGISTRAR), MEMBERS + id + "/end", 1, early).statusCode(422);
    Map<String, String> end = Map.of("reason", "DECEASED", "effectiveOn", "2010-02-01");
    command(as(Roles.REGISTRAR), MEMBERS + id + "/end", 1, end).statusCode(200);
    as(Roles.REGISTRAR)
        .get(MEMBERS + id + "/workplaces")
        .then()
        .body("validTo", contains("2010-01-01", "2010-02-01"));
    change(id, 2, Map.of("workUnitId", first)).statusCode(409);
  }

  @Test
  void whatBreaksARuleIsRefusedAndLeavesNoTrace() {
    UUID id = employed(first);
    change(id, 0, Map.of("workUnitId", second, "effectiveOn", "2009-02-28"))
        .statusCode(422)
        .body("violations.code", contains("before-last-change"));
    change(id, 0, Map.of("workUnitId", second, "effectiveOn", "2999-01-01")).statusCode(422);
    change(id, 0, Map.of("workUnitId", second, "withoutWorkUnit", true))
        .statusCode(422)
        .body("violations.code", contains("works-somewhere"));
    change(id, 0, Map.of("workUnitId", "nowhere")).statusCode(400);
    change(id, 0, Map.of("workUnitId", 7)).statusCode(400);
    change(id, 0, Map.of("withoutWorkUnit", "perhaps")).statusCode(400);
    change(id, 9, Map.of("workUnitId", second)).statusCode(412);
    as(Roles.REGISTRAR)
        .body(Map.of("workUnitId", second))
        .patch(MEMBERS + id)
        .then()
        .statusCode(428);
    UUID stranger = district.organization();
    officeOf(stranger)
        .header("If-Match", "\"0\"")
        .body(Map.of("workUnitId", second))
        .patch(MEMBERS + id)
        .then()
        .statusCode(404);
    officeOf(stranger).get(MEMBERS + id + "/workplaces").then().statusCode(404);
    as(Roles.REPORTER).get(MEMBERS + id + "/workplaces").then().statusCode(403);
    as(Roles.REGISTRAR).get(MEMBERS + UUID.randomUUID() + "/workplaces").then().statusCode(404);
    Map<String, Object> wanted = newMember(branch);
    wanted.put("workUnitId", "x");
    admit(wanted).statusCode(400);

    member(id).header("ETag", "\"0\"").body("workUnitId", equalTo(first.toString()));
    assertThat(district.eventsOf(id))
        .isEqualTo("member-admitted 2009-03-01, workplace-changed 2009-03-01");
  }

  @Test
  void aRosterMaySayWhereItsMembersWork() {
    String header = Files.ROSTER.strip() + ",工作单位标识\n";
    Response sent = roster(header + line(first.toString().toUpperCase()) + line(""));
    assertThat(Files.done(sent).getString("state")).isEqualTo("COMPLETED");
    assertThat(
            district.text(
                """
                select string_agg(w.valid_from || ' ' || m.work_unit_id || ' ' || m.workplace_on, ',')
                  from member m join workplace w on w.member_id = m.member_id
                   and w.unit_id = m.work_unit_id where m.organization_id = ?""",
                branch))
        .isEqualTo("2009-03-01 " + first + " 2009-03-01");
    String id = district.text("select member_id from workplace where unit_id = ?", first);
    assertThat(district.eventsOf(id))
        .isEqualTo("member-admitted 2009-03-01, workplace-changed 2009-03-01");
    assertThat(told(UUID.fromString(id))).isEqualTo(first.toString());

    Response wrong = roster(header + line("91110105MA0000001X") + line("1-1-1-1-1"));
    assertThat(Files.errors(wrong))
        .contains("2,workUnitId,not-an-id,Is not the id of a record (36 characters).")
        .contains("3,workUnitId,not-an-id")
        .doesNotContain("91110105MA0000001X");
    Response long37 = roster(header + line(first + "0"));
    assertThat(Files.errors(long37)).contains("2,workUnitId,too-long");
    assertThat(district.text("select count(*) from member where organization_id = ?", branch))
        .isEqualTo("2");
  }

  private UUID employed(UUID unit) {
    Map<String, Object> wanted = new HashMap<>(newMember(branch));
    wanted.put("workUnitId", unit);
    return UUID.fromString(admit(wanted).statusCode(201).extract().path("id"));
  }

  private String told(UUID member) {
    return district.text(
        """
        select payload ->> 'unitId' from outbox
         where aggregateid = ? and type like '%workplace-changed%' order by sequence desc limit 1""",
        member.toString());
  }

  private static ValidatableResponse member(UUID id) {
    return as(Roles.REGISTRAR).get(MEMBERS + id).then().statusCode(200);
  }

  private ValidatableResponse onRoster(String day) {
    return as(Roles.REGISTRAR)
        .get("/api/v1/members?organizationId=" + branch + "&asOf=" + day)
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse change(UUID id, int version, Object body) {
    return as(Roles.REGISTRAR)
        .header("If-Match", "\"" + version + "\"")
        .body(body)
        .patch(MEMBERS + id)
        .then();
  }

  private static Response roster(String file) {
    return Files.send(as(Roles.SYSTEM), "members/imports", file);
  }

  private String line(String unit) {
    return String.join(
            ",",
            newIdNumber(),
            District.NAME,
            "01",
            "21",
            "",
            codeOf(branch),
            "FULL",
            "2001-07-01",
            "2009-03-01",
            "",
            unit)
        + "\n";
  }
}
