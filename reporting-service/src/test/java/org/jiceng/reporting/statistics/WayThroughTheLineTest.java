package org.jiceng.reporting.statistics;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MembershipStatus;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.events.RegistryEvent.OrganizationReparented;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One finds one's way by line and by territory, on any day, and only where one may be. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class WayThroughTheLineTest {
  private static final String DISTRICT = "000871000000";
  private static final String TOWNSHIP = "000871001000";
  private static final String COMMUNITY = "000871001001";
  private static final UUID TOP = UUID.randomUUID();
  private static final UUID LEFT = UUID.randomUUID();
  private static final UUID RIGHT = UUID.randomUUID();
  private static final UUID BELOW = UUID.randomUUID();
  private static boolean folded;

  @Inject Ledger ledger;

  @BeforeEach
  void aLineThatWasTurned() {
    if (folded) {
      return;
    }
    folded = true;
    ledger.take("2000-01-01", new AreaDefined(DISTRICT, "寅区", "Y", AreaLevel.DISTRICT, null));
    ledger.take(
        "2000-01-01", new AreaDefined(TOWNSHIP, "寅街道", "T", AreaLevel.SUB_DISTRICT, DISTRICT));
    ledger.take(
        "2000-01-01", new AreaDefined(COMMUNITY, "寅社区", "C", AreaLevel.COMMUNITY, TOWNSHIP));
    ledger.take("2001-01-01", Ledger.established(TOP, null, COMMUNITY));
    ledger.take("2001-01-01", Ledger.established(LEFT, TOP, COMMUNITY));
    ledger.take("2001-01-01", Ledger.established(RIGHT, TOP, COMMUNITY));
    ledger.take("2001-01-01", Ledger.established(BELOW, LEFT, COMMUNITY));
    ledger.take("2008-01-01", new OrganizationReparented(BELOW, RIGHT));
    for (UUID branch : new UUID[] {LEFT, BELOW, BELOW, RIGHT}) {
      ledger.take(
          "2005-07-01",
          new MemberAdmitted(
              UUID.randomUUID(), branch, MembershipStatus.FULL, "1", "01", "20", 1960, null));
    }
  }

  @Test
  void whatStandsBelowAnOrganisationStandsSideBySideAsItStoodOnTheDay() {
    below(TOP, "2007-12-31")
        .statusCode(200)
        .body("items.organization", hasSize(2))
        .body(value(LEFT), equalTo(3))
        .body(value(RIGHT), equalTo(1))
        .body("freshness", notNullValue());
    below(TOP, "2008-01-01").body(value(LEFT), equalTo(1)).body(value(RIGHT), equalTo(3));
    below(LEFT, "2007-12-31").body("items.organization", contains(BELOW.toString()));
    below(RIGHT, "2008-01-01")
        .body("items.organization", contains(BELOW.toString()))
        .body("items.hasBelow", contains(false))
        .body(value(BELOW), equalTo(2));
    below(RIGHT, "2007-12-31").body("items", hasSize(0));
    below(TOP, "2000-12-31").body("items", hasSize(0));
  }

  @Test
  void aPageOfThemFollowsTheOther() {
    String question = "statistics/by-organization?limit=1&organization=" + TOP;
    String next = ask(question).body("items", hasSize(1)).extract().path("nextCursor");
    ask(question + "&cursor=" + next)
        .body("items", hasSize(1))
        .body("items.organization", not(hasItem(first(question))))
        .body("nextCursor", nullValue());
  }

  private String first(String question) {
    return ask(question).extract().path("items[0].organization");
  }

  @Test
  void withoutAnOrganisationOneBeginsAtTheTopOfWhatOneSees() {
    ask("statistics/by-organization?limit=500&indicators=members.affiliated")
        .body("organization", nullValue())
        .body("items.organization", hasItem(TOP.toString()))
        .body("items.organization", not(hasItem(LEFT.toString())));
    asSecretaryOf(RIGHT, "statistics/by-organization?indicators=members.affiliated")
        .body("organization", equalTo(RIGHT.toString()))
        .body("items.organization", contains(BELOW.toString()))
        .body(value(BELOW), equalTo(2));
  }

  @Test
  void whoSeesNoPersonsSeesNoneOfThemByLine() {
    as("reporter", below(TOP) + "&indicators=members.affiliated,organizations.total")
        .statusCode(200)
        .body(value(LEFT), nullValue())
        .body(figure(LEFT, 0) + ".suppressed", equalTo(true))
        .body(figure(LEFT, 1) + ".value", equalTo(1))
        .body(figure(LEFT, 1) + ".suppressed", equalTo(false));
  }

  @Test
  void theWayToAPlaceLeadsFromTheTopOfWhatOneSees() {
    ask("statistics/place?area=" + COMMUNITY)
        .statusCode(200)
        .body("trail.area", contains(DISTRICT, TOWNSHIP, COMMUNITY))
        .body("trail.name", contains("寅区", "寅街道", "寅社区"))
        .body("trail.level", contains("DISTRICT", "SUB_DISTRICT", "COMMUNITY"));
    ask("statistics/place?organization=" + BELOW + "&asOf=2007-12-31")
        .body("asOf", equalTo("2007-12-31"))
        .body("trail.organization", contains(id(TOP), id(LEFT), id(BELOW)))
        .body("area.area", equalTo(COMMUNITY));
    ask("statistics/place?organization=" + BELOW)
        .body("trail.organization", contains(id(TOP), id(RIGHT), id(BELOW)));
    ask("statistics/place?organization=" + BELOW + "&asOf=1999-12-31")
        .body("trail.organization", contains(id(BELOW)))
        .body("area", nullValue());
    ask("statistics/place").body("trail.level", contains("DISTRICT"));
    asSecretaryOf(RIGHT, "statistics/place")
        .body("trail.organization", contains(RIGHT.toString()))
        .body("area.area", equalTo(COMMUNITY));
    asSecretaryOf(RIGHT, "statistics/place?area=" + COMMUNITY)
        .body("trail.area", contains(COMMUNITY));
  }

  @Test
  void whatLiesOutsideIsNotThereAndAWrongQuestionIsToldWhatIsWrong() {
    asSecretaryOf(RIGHT, "statistics/place?organization=" + LEFT).statusCode(404);
    asSecretaryOf(RIGHT, "statistics/place?area=" + TOWNSHIP).statusCode(404);
    asSecretaryOf(RIGHT, below(TOP)).statusCode(404);
    ask(below(UUID.randomUUID())).statusCode(404);
    ask("statistics/place?area=999999999999").statusCode(404);
    ask(below(TOP) + "&area=" + COMMUNITY)
        .statusCode(400)
        .body("violations.field", hasItems("area"));
    ask(below(TOP) + "&cursor=nonsense").statusCode(400);
    as("member", "statistics/place").statusCode(403);
    as("member", below(TOP)).statusCode(403);
  }

  @Test
  void anIndicatorSaysWhetherItTellsWhatHappened() {
    ask("indicators")
        .body("items.find { it.indicator == 'transfers.in' }.overPeriod", equalTo(true))
        .body("items.find { it.indicator == 'sites.occupancy' }.overPeriod", equalTo(true))
        .body("items.find { it.indicator == 'members.affiliated' }.overPeriod", equalTo(false));
  }

  private static String id(UUID id) {
    return id.toString();
  }

  private static String value(UUID organization) {
    return figure(organization, 0) + ".value";
  }

  private static String figure(UUID organization, int index) {
    return "items.find { it.organization == '%s' }.values[%d]".formatted(organization, index);
  }

  private static String below(UUID organization) {
    return "statistics/by-organization?organization=" + organization;
  }

  private static ValidatableResponse below(UUID organization, String asOf) {
    return ask(below(organization) + "&indicators=members.affiliated&asOf=" + asOf);
  }

  private static ValidatableResponse ask(String question) {
    return as("auditor", question);
  }

  private static ValidatableResponse asSecretaryOf(UUID organization, String question) {
    return get(Tokens.of("secretary").org(organization).sign(), question);
  }

  private static ValidatableResponse as(String role, String question) {
    return get(Tokens.of(role).wholeDistrict().sign(), question);
  }

  private static ValidatableResponse get(String token, String question) {
    return given().auth().oauth2(token).get("/api/v1/" + question).then();
  }
}
