package org.jiceng.activity.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.jiceng.activity.District.as;
import static org.jiceng.activity.District.newCommunity;
import static org.jiceng.activity.Plans.ACTIVITIES;
import static org.jiceng.activity.Plans.officeOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.activity.District;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.time.BusinessClock;
import org.junit.jupiter.api.Test;

/** In 2010 a branch holds an assembly a quarter, a committee meeting a month, a lecture a year. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class CadenceTest {
  @Inject District district;
  @Inject CadenceAssessor assessor;
  @Inject Database database;
  @Inject BusinessClock clock;

  @Test
  void whatIsMissingCountsSpanBySpan() {
    UUID branch = district.organizationOf("BRANCH", "2000-01-01");
    held(branch, "MEMBER_ASSEMBLY", "2010-09-30");
    held(branch, "COMMITTEE_MEETING", "2010-07-01");
    held(branch, "COMMITTEE_MEETING", "2010-07-31");
    cadence(branch, "2010-Q3")
        .body("items.missing", contains(2))
        .body("items[0].behind", equalTo(true))
        .body("items[0].rules.kind", contains("COMMITTEE_MEETING", "MEMBER_ASSEMBLY"))
        .body("items[0].rules.required", contains(3, 1))
        .body("items[0].rules.held", contains(2, 1))
        .body("items[0].rules.missing", contains(2, 0));
    cadence(branch, "2010-07").body("items.missing", contains(0));
    cadence(branch, "2010")
        .body("items[0].rules.kind", hasSize(3))
        .body("items.missing", contains(15));
    cadence(branch, "2010-07&behind=true").body("items", hasSize(0));
  }

  @Test
  void whoHoldsTogetherHasEachHeldIt() {
    UUID leader = district.organizationOf("GROUP", "2000-01-01");
    UUID other = district.organizationOf("GROUP", "2000-01-01");
    officeOf(leader)
        .body(
            Map.of(
                "organizationId",
                leader,
                "jointlyWith",
                List.of(other),
                "kind",
                "GROUP_MEETING",
                "heldOn",
                "2010-07-01"))
        .post(ACTIVITIES)
        .then()
        .statusCode(201);
    cadence(leader, "2010-07").body("items.missing", contains(0));
    cadence(other, "2010-07").body("items.missing", contains(0));
  }

  /** What two held together counts once for the heir of both. */
  @Test
  void anHeirOfTwoWhoHeldOneTogetherHasHeldItOnce() {
    LocalDate lastMonth = clock.today().withDayOfMonth(1).minusMonths(1);
    UUID heir = district.organizationOf("GROUP", "2000-01-01");
    for (String day : List.of("2010-07-01", lastMonth.toString())) {
      held(heir, "GROUP_MEETING", day);
    }
    district.execute(
        """
        insert into activity_holder (activity_id, position, organization_id)
        select activity_id, 1, organization_id from activity where organization_id = ?""",
        heir);
    cadence(heir, "2010-07").body("items[0].rules.held", contains(1));
    assessor.assess();
    assertThat(told(heir)).contains(lastMonth + " 1 1 null");
  }

  @Test
  void anOrganizationAnswersForTheWholeSpansThroughWhichItExisted() {
    UUID founded = district.organizationOf("GROUP", "2010-07-02");
    cadence(founded, "2010-Q3").body("items[0].rules.required", contains(2));
    UUID dissolved = district.organizationOf("GROUP", "2000-01-01");
    district.execute(
        "update organization_node set state = 'DISSOLVED', dissolved_on = date '2010-08-31' where organization_id = ?",
        dissolved);
    cadence(dissolved, "2010-Q3").body("items[0].rules.required", contains(1));
    cadence(district.organizationOf("GROUP", "2010-08-01"), "2010-07").body("items", hasSize(0));
  }

  @Test
  void whoMissesMostComesFirstPageByPage() {
    String community = newCommunity();
    UUID one = district.organizationIn(community);
    UUID two = district.organizationIn(community);
    district.site(two, community, 5);
    held(one, "COMMITTEE_MEETING", "2010-07-01");
    String path = "/api/v1/cadence?period=2010-Q3&limit=1&areaCode=" + community;
    String cursor =
        as(Roles.REPORTER)
            .get(path)
            .then()
            .statusCode(200)
            .body("items.organizationId", contains(two.toString()))
            .extract()
            .path("nextCursor");
    as(Roles.REPORTER)
        .get(path + "&cursor=" + cursor)
        .then()
        .body("items.organizationId", contains(one.toString()));
  }

  @Test
  void noPeriodOrAWrongOneIsRefused() {
    as(Roles.REPORTER).get("/api/v1/cadence").then().statusCode(400);
    as(Roles.REPORTER).get("/api/v1/cadence?period=2010-Q5").then().statusCode(400);
    as(Roles.MEMBER).get("/api/v1/cadence?period=2010").then().statusCode(403);
  }

  @Test
  void eachSpanThatIsOverIsToldOnceAndAgainWhenSomethingComesLate() {
    LocalDate lastMonth = clock.today().withDayOfMonth(1).minusMonths(1);
    UUID group = district.organizationOf("GROUP", "2000-01-01");
    assessor.assess();
    assessor.assess();
    assertThat(told(group)).contains(lastMonth + " 1 0 null").doesNotHaveDuplicates();
    int before = told(group).size();
    held(group, "GROUP_MEETING", lastMonth.toString());
    assessor.assess();
    assertThat(told(group)).hasSize(before + 1).contains(lastMonth + " 1 1 0");
    district.execute(
        "update organization_node set state = 'SUSPENDED' where organization_id = ?", group);
    assessor.assess();
    assertThat(told(group)).contains(lastMonth + " 0 1 1");
  }

  private List<String> told(UUID organization) {
    return database.list(
        """
        select concat_ws(' ', payload ->> 'from', payload ->> 'required', payload ->> 'held',
                         coalesce(payload ->> 'heldBefore', 'null'))
          from outbox
         where type = 'org.jiceng.activity.cadence-assessed.v1'
           and payload ->> 'organizationId' = ?""",
        row -> row.getString(1),
        organization.toString());
  }

  private static void held(UUID organization, String kind, String on) {
    officeOf(organization)
        .body(Map.of("organizationId", organization, "kind", kind, "heldOn", on))
        .post(ACTIVITIES)
        .then()
        .statusCode(201);
  }

  private static ValidatableResponse cadence(UUID organization, String period) {
    return as(Roles.REPORTER)
        .get("/api/v1/cadence?organizationId=" + organization + "&period=" + period)
        .then()
        .statusCode(200);
  }
}
