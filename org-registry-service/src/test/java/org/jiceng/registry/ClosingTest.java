package org.jiceng.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.registry.District.COMMUNITY;
import static org.jiceng.registry.District.HERE;
import static org.jiceng.registry.District.appoint;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.branch;
import static org.jiceng.registry.District.building;
import static org.jiceng.registry.District.changed;
import static org.jiceng.registry.District.committee;
import static org.jiceng.registry.District.community;
import static org.jiceng.registry.District.cover;
import static org.jiceng.registry.District.etag;
import static org.jiceng.registry.District.post;
import static org.jiceng.registry.District.station;
import static org.jiceng.registry.District.unit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is deleted: it is closed, with a date and a reason, and told. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ClosingTest {
  private static final Map<String, Object> IN_2009 =
      Map.of("reasonCode", "MOVED_AWAY", "effectiveOn", "2009-06-01");

  @Inject Stored stored;

  private UUID committee;

  @BeforeEach
  void aCommittee() {
    committee = committee(District.root(), HERE);
  }

  @Test
  void aClosedUnitKeepsItsDateAndReasonAndIsListedNoMore() {
    UUID unit = unit(COMMUNITY);
    String path = "/api/v1/units/" + unit;
    cover(path, committee);

    close(path, IN_2009)
        .statusCode(200)
        .body("closedOn", equalTo("2009-06-01"))
        .body("closedReason", equalTo("MOVED_AWAY"));

    assertThat(eventsOf(unit)).endsWith("unit-covered 2003-01-01", "unit-closed 2009-06-01");
    as("reporter").get("/api/v1/units?coveredBy=" + committee).then().body("items", hasSize(0));
    close(path, IN_2009).statusCode(409).body("type", containsString("unit-closed"));
    changed(as("registrar"), path, "coverage", Map.of("organizationId", committee.toString()))
        .statusCode(409);
  }

  @Test
  void aUnitIsClosedOnNoDayBeforeItsLastChange() {
    String path = "/api/v1/units/" + unit(COMMUNITY);
    cover(path, committee);
    close(path, Map.of("effectiveOn", "2002-12-31"))
        .statusCode(422)
        .body("violations[0].code", equalTo("before-last-change"));
    as("registrar")
        .header("If-Match", etag(path))
        .delete(path + "/coverage?effectiveOn=2005-01-01")
        .then()
        .statusCode(200);
    close(path, Map.of("effectiveOn", "2004-12-31")).statusCode(422);
    changed(
            as("registrar"),
            path,
            "coverage",
            Map.of("organizationId", committee.toString(), "effectiveOn", "2004-01-01"))
        .statusCode(422);
    close(path, Map.of("effectiveOn", "2005-01-01")).statusCode(200);
  }

  @Test
  void aClosedBuildingTakesItsStationsWithIt() {
    UUID building = building(COMMUNITY);
    station(building);
    station(building);
    String path = "/api/v1/buildings/" + building;
    close(path, Map.of("effectiveOn", "2001-06-01")).statusCode(422);

    close(path, IN_2009).statusCode(200).body("closedReason", equalTo("MOVED_AWAY"));

    assertThat(eventsOf(building))
        .endsWith(
            "station-closed 2009-06-01", "station-closed 2009-06-01", "building-closed 2009-06-01");
    as("reporter").get(path + "/stations").then().body("items", hasSize(0));
    as("registrar")
        .body(District.newStation())
        .post(path + "/stations")
        .then()
        .statusCode(409)
        .body("type", containsString("building-closed"));
  }

  @Test
  void aStationIsClosedOnceAndByTheVersionOfItsBuilding() {
    UUID building = building(COMMUNITY);
    UUID station = station(building);
    UUID other = station(building);
    String path = "/api/v1/buildings/" + building;
    String etag = etag(path);
    closeStation(path, station, etag).statusCode(200);

    closeStation(path, other, etag).statusCode(412);
    closeStation(path, station, etag(path)).statusCode(404);
    closeStation("/api/v1/buildings/" + building(COMMUNITY), other, "\"0\"").statusCode(404);

    assertThat(eventsOf(building)).endsWith("station-closed 2009-06-01");
    as("reporter")
        .get(path + "/stations")
        .then()
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(other.toString()));
    close(path, Map.of("effectiveOn", "2009-05-31")).statusCode(422);
  }

  @Test
  void aPostIsAbolishedOnlyWhenNobodyHoldsIt() {
    UUID post = post(committee, "INSTRUCTOR");
    String path = "/api/v1/posts/" + post;
    appoint(post);
    changed(as("registrar"), path, "abolish", IN_2009)
        .statusCode(409)
        .body("type", containsString("post-filled"));
    changed(as("registrar"), path, "vacancy", Map.of("effectiveOn", "2005-01-01")).statusCode(200);
    changed(as("registrar"), path, "abolish", Map.of("effectiveOn", "2004-12-31")).statusCode(422);

    changed(as("registrar"), path, "abolish", IN_2009)
        .statusCode(200)
        .body("abolishedOn", equalTo("2009-06-01"))
        .body("abolishedReason", equalTo("MOVED_AWAY"));

    assertThat(eventsOf(post)).endsWith("post-vacated 2005-01-01", "post-abolished 2009-06-01");
    changed(as("registrar"), path, "appointment", Map.of()).statusCode(409);
  }

  @Test
  void anAreaIsClosedOnlyWhenNothingLiesInIt() {
    String area = community(HERE);
    UUID branch = branch(committee, area);
    String unit = "/api/v1/units/" + unit(area);
    String building = "/api/v1/buildings/" + building(area);
    String path = "/api/v1/areas/" + area;

    closeArea(path, IN_2009)
        .statusCode(409)
        .body("type", containsString("area-not-empty"))
        .body("remaining.organizations", equalTo(1))
        .body("remaining.units", equalTo(1))
        .body("remaining.buildings", equalTo(1))
        .body("remaining.areas", equalTo(0));
    closeArea("/api/v1/areas/" + HERE, IN_2009).statusCode(409);
    close(unit, IN_2009).statusCode(200);
    close(building, IN_2009).statusCode(200);
    District.change(branch, "relocate", Map.of("areaCode", HERE, "effectiveOn", "2009-07-01"))
        .statusCode(200);
    closeArea(path, IN_2009)
        .statusCode(422)
        .body("violations[0].message", containsString("2009-07-01"));

    closeArea(path, Map.of("effectiveOn", "2009-07-01", "reasonCode", "MERGED"))
        .statusCode(200)
        .body("closedOn", equalTo("2009-07-01"))
        .body("closedReason", equalTo("MERGED"))
        .body("population", nullValue());

    assertThat(eventsOf(area)).containsExactly("area-defined 2000-01-01", "area-closed 2009-07-01");
    as("registrar").body(District.newUnit(area)).post("/api/v1/units").then().statusCode(422);
    closeArea(path, Map.of()).statusCode(409).body("type", containsString("area-closed"));
  }

  @Test
  void whoLivedInAClosedAreaIsNotCountedThereAnyMore() {
    String area = community(HERE);
    String path = "/api/v1/areas/" + area;
    Map<String, Object> figures =
        Map.of(
            "population",
            9,
            "registeredPopulation",
            5,
            "migrantPopulation",
            4,
            "households",
            3,
            "effectiveOn",
            "2008-01-01");
    as("system").body(figures).post(path + "/measurements").then().statusCode(200);

    closeArea(path, IN_2009).statusCode(200).body("population", equalTo(0));

    assertThat(eventsOf(area)).endsWith("area-measured 2009-06-01", "area-closed 2009-06-01");
    as("system").body(figures).post(path + "/measurements").then().statusCode(409);
  }

  @Test
  void nothingIsClosedWithoutNamingTheVersionThatStands() {
    for (String path :
        List.of(
            "/api/v1/units/" + unit(COMMUNITY) + "/close",
            "/api/v1/buildings/" + building(COMMUNITY) + "/close",
            "/api/v1/posts/" + post(committee, "INSTRUCTOR") + "/abolish",
            "/api/v1/areas/" + community(HERE) + "/close")) {
      as("system").body(Map.of()).post(path).then().statusCode(428);
      as("system").header("If-Match", "\"77\"").body(Map.of()).post(path).then().statusCode(412);
      as("reporter").header("If-Match", "*").body(Map.of()).post(path).then().statusCode(403);
    }
  }

  private static ValidatableResponse close(String path, Map<String, Object> closing) {
    return changed(as("registrar"), path, "close", closing);
  }

  private static ValidatableResponse closeArea(String path, Map<String, Object> closing) {
    return changed(as("system"), path, "close", closing);
  }

  private static ValidatableResponse closeStation(String building, UUID station, String etag) {
    return as("registrar")
        .header("If-Match", etag)
        .body(IN_2009)
        .post(building + "/stations/" + station + "/close")
        .then();
  }

  private List<String> eventsOf(Object aggregate) {
    return stored.eventsOf(aggregate);
  }
}
