package org.jiceng.reporting.statistics;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.EstablishmentMode;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MembershipStatus;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.events.RegistryEvent.FindingClosed;
import org.jiceng.events.RegistryEvent.FindingOpened;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.Sector;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The questions for figures over HTTP, answered and refused. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class StatisticsTest {
  private static final UUID COMMITTEE = UUID.randomUUID();
  private static final UUID MEMBER = UUID.randomUUID();
  private static boolean folded;

  @Inject Ledger ledger;

  @BeforeEach
  void aCommunityWithOneMember() {
    if (folded) {
      return;
    }
    folded = true;
    ledger.take("2000-01-01", new AreaDefined("000001000000", "甲区", "A", AreaLevel.DISTRICT, null));
    ledger.take(
        "2000-01-01",
        new AreaDefined("000001001000", "乙街道", "B", AreaLevel.SUB_DISTRICT, "000001000000"));
    ledger.take(
        "2000-01-01",
        new AreaDefined("000001001001", "丙社区", "C", AreaLevel.COMMUNITY, "000001001000"));
    ledger.take(
        "2001-01-01",
        new OrganizationEstablished(
            COMMITTEE,
            "C1",
            "丙社区党委",
            OrganizationType.COMMITTEE,
            Sector.COMMUNITY,
            EstablishmentMode.INDEPENDENT,
            false,
            null,
            "000001001001",
            null));
    ledger.take(
        "2005-07-01",
        new MemberAdmitted(MEMBER, COMMITTEE, MembershipStatus.FULL, "1", "01", "20", 1960, null));
  }

  @Test
  void aFigureIsAnsweredAsOfADayInTheTerritoryAndInTheLine() {
    ask("statistics?area=000001001000&indicators=members.community&asOf=2005-07-01")
        .statusCode(200)
        .body("areaName", equalTo("乙街道"))
        .body("values[0].value", equalTo(1));
    ask("statistics?area=000001001000&indicators=members.community&asOf=2005-06-30")
        .body("values[0].value", equalTo(0));
    ask("statistics?organization=" + COMMITTEE + "&indicators=members.affiliated")
        .body("values[0].value", equalTo(1));
  }

  @Test
  void openFindingsRollUpByLineAndTerritoryAndOpenToTheirRecords() {
    UUID ours = UUID.randomUUID();
    UUID nobodys = UUID.randomUUID();
    String figure = "statistics?indicators=quality.findings";
    ledger.take("2006-01-01", new FindingOpened(ours, "TERM_OVERDUE", COMMITTEE, "000001001001"));
    ledger.take(
        "2006-01-01", new FindingOpened(nobodys, "UNIT_IN_CLOSED_AREA", null, "000001001001"));
    ledger.take("2006-02-01", new FindingClosed(ours));
    ledger.take("2006-03-01", new FindingOpened(ours, "TERM_OVERDUE", COMMITTEE, "000001001001"));

    ask(figure + "&area=000001001000&asOf=2006-01-31").body("values[0].value", equalTo(2));
    ask(figure + "&area=000001001000&asOf=2006-02-28").body("values[0].value", equalTo(1));
    ask(figure + "&organization=" + COMMITTEE + "&asOf=2006-01-31")
        .body("values[0].value", equalTo(1));
    ask(figure + "&organization=" + COMMITTEE + "&asOf=2006-02-28")
        .body("values[0].value", equalTo(0));
    as("auditor", "statistics/quality.findings/records?area=000001001000&limit=500&asOf=2006-03-01")
        .statusCode(200)
        .body("items.recordId", hasItems(ours.toString(), nobodys.toString()));
    as("auditor", "statistics/quality.findings/records?limit=500&organization=" + COMMITTEE)
        .body("items.recordId", equalTo(List.of(ours.toString())));
  }

  @Test
  void beforeTheFirstFactThereIsNoDataAndNotZero() {
    ask("statistics?area=000001001000&indicators=members.community&asOf=1999-12-31")
        .statusCode(200)
        .body("values[0].value", nullValue());
  }

  @Test
  void whatWasNotYetKnownIsNotCounted() {
    ask("statistics?area=000001001000&indicators=members.community&knownAt=2020-01-01T00:00:00Z")
        .statusCode(200)
        .body("values[0].value", nullValue());
  }

  @Test
  void aSeriesATableAndTheRecordsBehindAFigure() {
    ask("statistics/series?area=000001001000&indicators=members.community&from=2004-12-31&to=2006-12-31&step=year")
        .statusCode(200)
        .body("series[0].points.value", equalTo(List.of(0, 1, 1)));
    ask("statistics/by-area?area=000001000000&indicators=members.community&level=township")
        .statusCode(200)
        .body("areas.name", hasItem("乙街道"));
    as("auditor", "statistics/members.affiliated/records?limit=500&area=000001001001")
        .statusCode(200)
        .body("items.recordId", hasItem(MEMBER.toString()));
    as("reporter", "statistics/members.affiliated/records").statusCode(403);
  }

  @Test
  void everyIndicatorIsDefinedInBothLanguages() {
    given()
        .get("/api/v1/indicators")
        .then()
        .statusCode(200)
        .body("items.findAll { !it.name || !it.nameEn || !it.formula || !it.unit }", hasSize(0));
  }

  @Test
  void aWrongQuestionIsToldWhatIsWrong() {
    ask("statistics?indicators=members.unknown")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", equalTo("indicators"))
        .body("violations[0].message", containsString("members.unknown"));
    ask("statistics?asOf=yesterday").statusCode(400);
    ask("statistics?area=999999999999").statusCode(404);
    ask("statistics?organization=" + UUID.randomUUID()).statusCode(404);
    ask("statistics?organization=nonsense").statusCode(400);
    ask("statistics/series?from=2010-01-01&to=2009-01-01").statusCode(400);
    ask("statistics/series?from=1000-01-01&to=2009-01-01&step=month").statusCode(400);
    ask("statistics/series?step=day").statusCode(400);
    ask("statistics/series?step=week").statusCode(400);
    given().get("/api/v1/statistics").then().statusCode(401);
    given()
        .auth()
        .oauth2(Tokens.of("reporter").wholeDistrict().signedBySomeoneElse().sign())
        .get("/api/v1/statistics")
        .then()
        .statusCode(401);
    as("member", "statistics").statusCode(403);
  }

  private static ValidatableResponse ask(String question) {
    return as("auditor", question);
  }

  private static ValidatableResponse as(String role, String question) {
    return given()
        .auth()
        .oauth2(Tokens.of(role).wholeDistrict().sign())
        .get("/api/v1/" + question)
        .then();
  }
}
