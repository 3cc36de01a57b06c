package org.jiceng.reporting.breakdown;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MemberEvent.MemberProfileChanged;
import org.jiceng.events.MemberEvent.MemberReassigned;
import org.jiceng.events.MembershipStatus;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.jiceng.reporting.statistics.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures by what their records are: each sum is the plain figure, by day and by knowledge. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class BreakdownTest {
  private static final List<String> DIMENSIONS =
      List.of("sex", "ageBand", "ethnicity", "education", "sector", "organizationType", "area");

  @Inject Ledger ledger;

  private final String prefix = "4%05d".formatted((int) (Math.random() * 100_000));
  private final UUID root = UUID.randomUUID();
  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();
  private final UUID wanderer = UUID.randomUUID();

  @BeforeEach
  void twoTownshipsWithMembers() {
    Random dice = new Random(8);
    ledger.take(
        "2000-01-01",
        new AreaDefined(area("000000"), "区", "D", AreaLevel.DISTRICT, null),
        new AreaDefined(area("001000"), "东", "E", AreaLevel.SUB_DISTRICT, area("000000")),
        new AreaDefined(area("001001"), "甲", "A", AreaLevel.COMMUNITY, area("001000")),
        new AreaDefined(area("002000"), "西", "W", AreaLevel.SUB_DISTRICT, area("000000")));
    ledger.take(
        "2000-01-01",
        Ledger.established(root, null, area("000000")),
        Ledger.established(first, root, area("001001")),
        Ledger.established(second, root, area("002000")));
    DomainEvent[] admissions = new DomainEvent[40];
    for (int i = 0; i < admissions.length; i++) {
      admissions[i] =
          new MemberAdmitted(
              UUID.randomUUID(),
              i % 3 == 0 ? root : i % 3 == 1 ? first : second,
              MembershipStatus.FULL,
              dice.nextBoolean() ? "1" : "2",
              dice.nextInt(9) == 0 ? "05" : "01",
              dice.nextBoolean() ? "20" : "30",
              1940 + dice.nextInt(50),
              null);
    }
    ledger.take("2001-01-01", admissions);
    ledger.take(
        "2002-01-01",
        new MemberAdmitted(wanderer, first, MembershipStatus.FULL, "2", "11", "60", 1970, null));
    ledger.take("2003-01-01", new MemberProfileChanged(wanderer, "2", "11", "20", 1970));
    ledger.take("2004-01-01", new MemberReassigned(wanderer, UUID.randomUUID(), first, second));
  }

  @Test
  void theCellsSumToThePlainFigureOnEveryDayInEveryPlace() {
    for (String day : List.of("2001-06-30", "2002-06-30", "2003-06-30", "2004-06-30")) {
      for (String place :
          List.of(
              "area=" + area("000000"),
              "area=" + area("001000"),
              "area=" + area("001001"),
              "organization=" + root,
              "organization=" + second)) {
        String of = "&asOf=" + day + "&" + place;
        int plain =
            ask("statistics?indicators=members.affiliated" + of).extract().path("values[0].value");
        for (String dimension : DIMENSIONS) {
          JsonPath answer = breakdown(dimension + of).statusCode(200).extract().jsonPath();
          assertThat(total(answer, 0)).as(of).isEqualTo(plain);
          assertThat(total(answer, 1)).as(dimension + of).isEqualTo(plain);
        }
        JsonPath answer = breakdown("sex,ageBand,area" + of).extract().jsonPath();
        for (int level = 0; level <= 3; level++) {
          int tables = level == 1 || level == 2 ? 3 : 1;
          assertThat(total(answer, level)).as(level + of).isEqualTo(tables * plain);
        }
      }
    }
  }

  @Test
  void aMemberIsWhatWasTheCaseOnTheDayWhereItCountedOnTheDay() {
    value("education", "60", "&asOf=2002-12-31&area=" + area("001000"), 1);
    value("education", "60", "&asOf=2003-01-01&area=" + area("000000"), null);
    value("ethnicity", "11", "&asOf=2003-12-31&area=" + area("001001"), 1);
    value("ethnicity", "11", "&asOf=2004-01-01&organization=" + second, 1);
    band("2002-12-31", "31-35");
    band("2005-01-01", "31-35");
    band("2006-01-01", "36-40");
    value(
        "area",
        area("002000"),
        "&asOf=2004-01-01&indicator=organizations.total&area=" + area("000000"),
        1);
  }

  @Test
  void whatWasNotKnownIsNotInTheTable() {
    breakdown("education&knownAt=2015-01-01T00:00:00Z&area=" + area("000000"))
        .statusCode(200)
        .body("cells", hasSize(1))
        .body("cells[0].value", nullValue())
        .body("cells[0].suppressed", equalTo(false));
    breakdown("sex&asOf=1999-01-01&area=" + area("000000")).body("cells[0].value", nullValue());
  }

  @Test
  void whatCannotBeAskedIsRefusedWithAReason() {
    refused("by=sex", "indicator", "required");
    refused("indicator=members.affiliated", "by", "required");
    refused("indicator=members.nobody&by=sex", "indicator", "unknown-indicator");
    refused("indicator=members.affiliated&by=shoes", "by", "unknown-dimension");
    refused("indicator=members.affiliated&by=", "by", "required");
    refused("indicator=members.affiliated&by=sex,", "by", "unknown-dimension");
    refused("indicator=units.total&by=sex", "by", "dimension-not-of-indicator");
    refused("indicator=buildings.coverageRate&by=area", "by", "dimension-not-of-indicator");
    refused("indicator=members.affiliated&by=sex,sex", "by", "dimension-twice");
    refused(
        "indicator=members.affiliated&by=sex,area,sector,education", "by", "too-many-dimensions");
    breakdown("sex&area=" + area("999000")).statusCode(404);
    breakdown("sex&asOf=yesterday").statusCode(400);
    given().get("/api/v1/statistics/breakdown").then().statusCode(401);
  }

  private void refused(String question, String field, String code) {
    ask("statistics/breakdown?" + question)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", equalTo(field))
        .body("violations[0].code", equalTo(code));
  }

  private void value(String dimension, String code, String of, Integer expected) {
    String indicator = of.contains("indicator=") ? "" : "&indicator=members.affiliated";
    JsonPath answer =
        ask("statistics/breakdown?by=" + dimension + of + indicator)
            .statusCode(200)
            .extract()
            .jsonPath();
    Map<String, Object> found = new HashMap<>();
    answer
        .<Map<String, Object>>getList("cells")
        .forEach(
            cell -> {
              Object key = ((Map<?, ?>) cell.get("keys")).get(dimension);
              if (key != null) {
                found.put(key.toString(), cell.get("value"));
              }
            });
    assertThat(found.get(code)).as(dimension + " " + code + of).isEqualTo(expected);
  }

  /** The wanderer is the only one of its ethnicity. */
  private void band(String day, String expected) {
    breakdown("ethnicity,ageBand&asOf=" + day + "&area=" + area("000000"))
        .statusCode(200)
        .body(
            "cells.findAll { it.keys.ethnicity == '11' && it.keys.ageBand && it.value == 1 }.keys.ageBand",
            equalTo(List.of(expected)));
  }

  private static int total(JsonPath answer, int dimensions) {
    int total = 0;
    for (Map<String, Object> cell : answer.<Map<String, Object>>getList("cells")) {
      if (((Map<?, ?>) cell.get("keys")).size() == dimensions) {
        total += ((Number) cell.get("value")).intValue();
      }
    }
    return total;
  }

  private String area(String digits) {
    return prefix + digits;
  }

  private static ValidatableResponse breakdown(String by) {
    return ask("statistics/breakdown?indicator=members.affiliated&by=" + by);
  }

  private static ValidatableResponse ask(String question) {
    return given()
        .auth()
        .oauth2(Tokens.of("auditor").wholeDistrict().sign())
        .get("/api/v1/" + question)
        .then();
  }
}
