package org.jiceng.registry.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.registry.District.HERE;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.branch;
import static org.jiceng.registry.District.building;
import static org.jiceng.registry.District.change;
import static org.jiceng.registry.District.changeArea;
import static org.jiceng.registry.District.committee;
import static org.jiceng.registry.District.community;
import static org.jiceng.registry.District.officeOf;
import static org.jiceng.registry.District.township;
import static org.jiceng.registry.District.unit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.jiceng.registry.District;
import org.jiceng.registry.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An area has a history: another name, another parent, other residents, each from a date on. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AreaHistoryTest {
  private static final String DAY = "2008-01-01";

  @Inject Stored stored;

  private String old;
  private String next;
  private String community;

  @BeforeEach
  void aCommunityBelowOneOfTwoTownships() {
    District.root();
    old = township();
    next = township();
    community = community(old);
  }

  @Test
  void aRenamedAreaHadItsOldNameTheDayBefore() {
    rename("新社区", DAY).statusCode(200).body("name", equalTo("新社区"));

    area(community, "2007-12-31").body("name", equalTo("社区"));
    area(community, DAY).body("name", equalTo("新社区"));
    as("reporter")
        .get("/api/v1/areas/" + community + "/history")
        .then()
        .body("items.name", equalTo(java.util.List.of("社区", "新社区")))
        .body("items[0].validTo", equalTo(DAY))
        .body("items[1].validTo", nullValue());
    assertThat(stored.eventsOf(community))
        .containsExactly("area-defined 2000-01-01", "area-renamed 2008-01-01");
  }

  @Test
  void whatLiesInAReassignedAreaLiesInItsNewParentFromThatDayOn() {
    UUID committee = committee(District.root(), community);
    UUID unit = unit(community);
    UUID building = building(community);
    reassign(next, DAY).statusCode(200).body("parentCode", equalTo(next));

    for (String query :
        new String[] {
          "/api/v1/organizations?areaCode=%s&asOf=%s", "/api/v1/areas/%s/organizations?asOf=%s"
        }) {
      ids(query.formatted(old, "2007-12-31")).body("items.id", hasItem(committee.toString()));
      ids(query.formatted(next, "2007-12-31")).body("items", hasSize(0));
      ids(query.formatted(old, DAY)).body("items", hasSize(0));
      ids(query.formatted(next, DAY)).body("items.id", hasItem(committee.toString()));
    }
    ids("/api/v1/organizations?areaCode=" + old).body("items", hasSize(0));
    ids("/api/v1/areas/" + next + "/organizations?within=false").body("items", hasSize(0));
    ids("/api/v1/areas/" + community + "/organizations?within=false").body("items", hasSize(1));
    ids("/api/v1/units?areaCode=" + old).body("items", hasSize(0));
    ids("/api/v1/units?areaCode=" + next).body("items.id", hasItem(unit.toString()));
    ids("/api/v1/buildings?areaCode=" + next).body("items.id", hasItem(building.toString()));
    ids("/api/v1/areas?parentCode=" + old + "&asOf=2007-12-31")
        .body("items.code", hasItem(community));
    ids("/api/v1/areas?parentCode=" + old + "&asOf=" + DAY)
        .body("items.code", not(hasItem(community)));
    assertThat(stored.eventsOf(community)).endsWith("area-reassigned 2008-01-01");
  }

  @Test
  void theOfficeOfTheNewParentActsInAReassignedAreaAndThatOfTheOldNoMore() {
    UUID there = committee(District.root(), old);
    UUID here = committee(District.root(), next);
    reassign(next, DAY).statusCode(200);

    officeOf(there).body(District.newUnit(community)).post("/api/v1/units").then().statusCode(404);
    officeOf(here).body(District.newUnit(community)).post("/api/v1/units").then().statusCode(201);
    String header = "creditCode,name,kind,areaCode,staffCount,registeredOn\n";
    String row = "%s,乙公司,NON_PUBLIC_ENTERPRISE," + community + ",3,2009-01-01\n";
    District.importFile(
        officeOf(there), "units", header + row.formatted(District.creditCode()), "REJECTED");
    District.importFile(
        officeOf(here), "units", header + row.formatted(District.creditCode()), "COMPLETED");
  }

  @Test
  void aReassignedAreaIsFoundAndNamedByItsNewCodeInTheStandardList() {
    String standard = next.substring(0, 9) + "077";
    changeArea(
            community,
            "reassign",
            Map.of("parentCode", next, "standardCode", standard, "effectiveOn", DAY))
        .statusCode(200)
        .body("code", equalTo(community))
        .body("standardCode", equalTo(standard));

    ids("/api/v1/areas?standardCode=" + standard).body("items.code", hasItem(community));
    area(community, "2007-12-31").body("standardCode", equalTo(community));
    District.importFile(
        "units",
        "creditCode,name,kind,areaCode,staffCount,registeredOn\n"
            + District.creditCode()
            + ",丙公司,NON_PUBLIC_ENTERPRISE,"
            + standard
            + ",3,2009-01-01\n",
        "COMPLETED");
    ids("/api/v1/units?areaCode=" + community).body("items", hasSize(1));
    define(standard, next).statusCode(409).body("type", containsString("area-code-taken"));
  }

  @Test
  void anEmptiedTownshipClosesOnNoDayBeforeItWasEmptied() {
    reassign(next, DAY).statusCode(200);
    changeArea(old, "close", Map.of("effectiveOn", "2007-12-31")).statusCode(422);
    changeArea(old, "close", Map.of("effectiveOn", DAY)).statusCode(200);
    area(old, "2007-12-31").body("closedOn", nullValue());
    area(old, DAY).body("closedOn", equalTo(DAY));
    changeArea(next, "close", Map.of()).statusCode(409).body("remaining.areas", equalTo(1));
    changeArea(old, "rename", Map.of("name", "甲")).statusCode(409);
    reassign(old, "2009-01-01").statusCode(422).body("violations[0].code", equalTo("no-area"));
  }

  @Test
  void measurementsAreListedByDateAndAnswerAsOf() {
    measure("2003-01-01", 100);
    measure("2001-01-01", 80);
    String path = "/api/v1/areas/" + community + "/measurements";
    String cursor =
        ids(path + "?limit=1")
            .body("items.population", equalTo(java.util.List.of(100)))
            .extract()
            .path("nextCursor");
    ids(path + "?limit=1&cursor=" + cursor)
        .body("items.effectiveOn", equalTo(java.util.List.of("2001-01-01")))
        .body("nextCursor", nullValue());
    area(community, "2000-12-31").body("population", nullValue());
    area(community, "2002-12-31").body("population", equalTo(80));
    area(community, "2003-01-01").body("population", equalTo(100));
    as("reporter").get("/api/v1/areas/999999999999/measurements").then().statusCode(404);
  }

  @Test
  void aRefusedChangeLeavesNoTrace() {
    rename("新社区", DAY).statusCode(200);
    Map<String, String> before = stored.everything();

    rename("旧社区", "2007-12-31").statusCode(409).body("type", containsString("changed-later"));
    rename("旧社区", "1999-12-31").statusCode(422);
    rename("旧社区", "2999-01-01").statusCode(422);
    rename("", DAY).statusCode(400);
    rename("长".repeat(201), DAY).statusCode(400);
    changeArea(community, "rename", Map.of()).statusCode(400);
    reassign("110105999000", DAY)
        .statusCode(422)
        .body("violations[0].field", equalTo("parentCode"));
    reassign("nonsense", DAY).statusCode(400);
    reassign("110105000000", DAY)
        .statusCode(422)
        .body("violations[0].code", equalTo("illegal-area-level"));
    reassign(old, DAY).statusCode(422).body("violations[0].code", equalTo("area-lies-there"));
    reassign(next, "1999-12-31").statusCode(422);
    reassign(next, "2007-12-31").statusCode(409);
    changeArea(community, "reassign", Map.of("parentCode", next, "standardCode", community))
        .statusCode(422)
        .body("violations[0].code", equalTo("area-code-outside-parent"));
    String path = "/api/v1/areas/" + community + "/rename";
    as("system").body(Map.of("name", "甲")).post(path).then().statusCode(428);
    as("system")
        .header("If-Match", "\"99\"")
        .body(Map.of("name", "甲"))
        .post(path)
        .then()
        .statusCode(412);
    as("registrar")
        .header("If-Match", "*")
        .body(Map.of("name", "甲"))
        .post(path)
        .then()
        .statusCode(403);
    District.with(
            org.jiceng.kit.test.Tokens.of("district-admin").org(committee(District.root(), HERE)))
        .header("If-Match", "*")
        .body(Map.of("name", "甲"))
        .post(path)
        .then()
        .statusCode(404);
    as("system")
        .header("If-Match", "*")
        .body(Map.of("name", "甲"))
        .post("/api/v1/areas/110105999001/rename")
        .then()
        .statusCode(404);

    Map<String, String> after = stored.everything();
    after.keySet().removeAll(java.util.Set.of("organization", "organization_version", "outbox"));
    assertThat(before).containsAllEntriesOf(after);
  }

  @Test
  void aRepeatedCommandHappensOnce() {
    Map<String, Object> body = Map.of("parentCode", next, "effectiveOn", DAY);
    String etag = District.etag("/api/v1/areas/" + community);
    for (int i = 0; i < 2; i++) {
      as("system")
          .header("If-Match", etag)
          .header("Idempotency-Key", "reassign-" + community)
          .body(body)
          .post("/api/v1/areas/" + community + "/reassign")
          .then()
          .statusCode(200);
    }
    assertThat(stored.eventsOf(community)).hasSize(2);
  }

  @Test
  void whatIsInAnAreaThatIsNotThereIsNotFound() {
    as("reporter").get("/api/v1/areas/999999999999/organizations").then().statusCode(404);
    as("reporter")
        .get("/api/v1/areas/" + community + "/organizations?asOf=x")
        .then()
        .statusCode(400);
    as("reporter").get("/api/v1/areas/" + community + "?asOf=1990-01-01").then().statusCode(404);
    as("reporter").get("/api/v1/areas/999999999999/history").then().statusCode(404);
  }

  @Test
  void aDissolvedOrganisationIsInItsAreaUntilThatDay() {
    UUID branch = branch(District.root(), community);
    change(branch, "dissolve", Map.of("effectiveOn", DAY)).statusCode(200);
    String list = "/api/v1/areas/" + community + "/organizations";
    ids(list).body("items", hasSize(0));
    ids(list + "?asOf=2007-12-31").body("items", hasSize(1));
    ids(list + "?asOf=" + DAY).body("items", hasSize(0));
  }

  private ValidatableResponse rename(String name, String on) {
    return changeArea(community, "rename", Map.of("name", name, "effectiveOn", on));
  }

  private ValidatableResponse reassign(String parent, String on) {
    return changeArea(community, "reassign", Map.of("parentCode", parent, "effectiveOn", on));
  }

  private void measure(String on, long persons) {
    as("system")
        .body(
            Map.of(
                "population", persons,
                "registeredPopulation", persons,
                "migrantPopulation", 0,
                "households", 10,
                "effectiveOn", on))
        .post("/api/v1/areas/" + community + "/measurements")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse define(String code, String parent) {
    return as("system")
        .body(Map.of("code", code, "level", "COMMUNITY", "name", "甲", "parentCode", parent))
        .post("/api/v1/areas")
        .then();
  }

  private static ValidatableResponse area(String code, String asOf) {
    return as("reporter").get("/api/v1/areas/" + code + "?asOf=" + asOf).then().statusCode(200);
  }

  private static ValidatableResponse ids(String path) {
    return as("reporter").get(path).then().statusCode(200);
  }
}
