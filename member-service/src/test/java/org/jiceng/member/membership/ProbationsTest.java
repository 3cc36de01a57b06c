package org.jiceng.member.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.command;
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
import org.junit.jupiter.api.Test;

/** An office knows whom it may confirm, and when. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ProbationsTest {
  private static final String MEMBERS = "/api/v1/members";

  @Inject District district;

  @Test
  void whoseProbationIsOverFirstComesFirstAndAnExtensionCounts() {
    UUID office = district.organization();
    String later = admitted(office, "2010-02-28");
    String extended = admitted(office, "2009-03-01");
    String first = admitted(office, "2009-06-01");
    list(office, "")
        .body("items.member.id", contains(extended, first, later))
        .body("items.overOn", contains("2010-03-01", "2010-06-01", "2011-02-28"))
        .body("items[0].extensionFrom", equalTo("2010-09-01"))
        .body("items[0].extensionTo", equalTo("2011-03-01"));
    command(
            as(Roles.REGISTRAR),
            MEMBERS + "/" + extended + "/probation-extension",
            0,
            Map.of("until", "2010-10-01", "effectiveOn", "2010-03-01"))
        .statusCode(200);
    list(office, "")
        .body("items.member.id", contains(first, extended, later))
        .body("items[1].extensionFrom", nullValue());
    over(office, "2010-06-01").body("items.member.id", contains(first));
    over(office, "2010-05-31").body("items", empty());
    String cursor = list(office, "limit=2").body("items", hasSize(2)).extract().path("nextCursor");
    list(office, "limit=2&cursor=" + cursor).body("items.member.id", contains(later));
  }

  @Test
  void whoIsConfirmedOrGoneIsNotOnProbation() {
    UUID office = district.organization();
    String confirmed = admitted(office, "2009-03-01");
    String gone = admitted(office, "2009-03-01");
    command(as(Roles.REGISTRAR), MEMBERS + "/" + confirmed + "/confirmation", 0, Map.of())
        .statusCode(200);
    command(
            as(Roles.REGISTRAR),
            MEMBERS + "/" + gone + "/end",
            0,
            Map.of("reason", "PROBATION_ENDED"))
        .statusCode(200);
    list(office, "").body("items", empty());
  }

  @Test
  void theOfficeAboveSeesItBelowAndNoOtherDoes() {
    UUID above = district.organization();
    UUID below = district.organization(above);
    String member = admitted(below, "2009-03-01");
    list(above, "").body("items.member.id", contains(member));
    list(above, "organizationId=" + above).body("items", empty());
    list(above, "includeSubtree=true&organizationId=" + above)
        .body("items.member.id", contains(member));
    list(district.organization(), "organizationId=" + below).body("items", empty());
  }

  @Test
  void whoeverIsNamedSoIsFoundAmongOnesOwnHoweverTheNameIsSpaced() {
    UUID office = district.organization();
    UUID member = District.member(office);
    named(office, District.NAME.charAt(0) + " " + District.NAME.substring(1))
        .body("items.id", contains(member.toString()))
        .body("items[0].name", equalTo(District.NAME));
    named(office, "无此人").body("items", empty());
    named(district.organization(), District.NAME).body("items", empty());
    command(as(Roles.REGISTRAR), MEMBERS + "/" + member + "/end", 0, Map.of("reason", "DECEASED"))
        .statusCode(200);
    named(office, District.NAME).body("items", empty());
  }

  private static String admitted(UUID office, String on) {
    Map<String, Object> wanted = District.newMember(office);
    wanted.put("status", "PROBATIONARY");
    wanted.put("joinedOn", on);
    wanted.put("affiliatedOn", on);
    return District.admit(wanted).statusCode(201).extract().path("id");
  }

  private static ValidatableResponse named(UUID office, String name) {
    return officeOf(office)
        .body(Map.of("name", name))
        .post(MEMBERS + "/namesakes")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse over(UUID office, String by) {
    return officeOf(office).get(MEMBERS + "/probations?overBy=" + by).then().statusCode(200);
  }

  private static ValidatableResponse list(UUID office, String query) {
    return officeOf(office)
        .get(MEMBERS + "/probations?overBy=2012-01-01&" + query)
        .then()
        .statusCode(200);
  }
}
