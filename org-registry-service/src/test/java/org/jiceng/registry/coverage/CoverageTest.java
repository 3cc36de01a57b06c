package org.jiceng.registry.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.jiceng.registry.District.ELSEWHERE;
import static org.jiceng.registry.District.HERE;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.branch;
import static org.jiceng.registry.District.change;
import static org.jiceng.registry.District.changed;
import static org.jiceng.registry.District.code;
import static org.jiceng.registry.District.committee;
import static org.jiceng.registry.District.community;
import static org.jiceng.registry.District.cover;
import static org.jiceng.registry.District.creditCode;
import static org.jiceng.registry.District.errorsOf;
import static org.jiceng.registry.District.establish;
import static org.jiceng.registry.District.etag;
import static org.jiceng.registry.District.officeOf;
import static org.jiceng.registry.District.unit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.jiceng.registry.District;
import org.jiceng.registry.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who covers which unit, who did before, who nobody covers, and who could. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class CoverageTest {
  @Inject Stored stored;

  private UUID district;
  private UUID office;
  private UUID joint;
  private String area;

  @BeforeEach
  void aCommunityWithABranch() {
    district = District.root();
    area = community(HERE);
    office = committee(district, HERE);
    joint = branch(office, area);
  }

  @Test
  void aUnitIsCoveredByOneBranchAtEachInstant() {
    UUID first = branch(office, area);
    UUID unit = unit(area);
    String path = "/api/v1/units/" + unit;
    cover(path, first);
    coverOn(path, joint, "2004-01-01");
    as("registrar")
        .header("If-Match", etag(path))
        .delete(path + "/coverage?effectiveOn=2005-01-01")
        .then()
        .statusCode(200);
    coverOn(path, first, "2006-01-01");
    changed(as("registrar"), path, "close", Map.of("effectiveOn", "2007-01-01")).statusCode(200);

    as("reporter")
        .get(path + "/coverage-history")
        .then()
        .statusCode(200)
        .body("items.since", contains("2003-01-01", "2004-01-01", "2006-01-01"))
        .body("items.until", contains("2004-01-01", "2005-01-01", "2007-01-01"))
        .body("items[1].organizationId", equalTo(joint.toString()));
    as("reporter")
        .get("/api/v1/units/" + UUID.randomUUID() + "/coverage-history")
        .then()
        .statusCode(404);
  }

  @Test
  void aSuccessorIsInTheHistoryThoughNoCommandNamedTheUnit() {
    UUID old = branch(office, area);
    UUID unit = unit(area);
    cover("/api/v1/units/" + unit, old);
    change(old, "dissolve", Map.of("successorId", joint.toString(), "effectiveOn", "2008-01-01"))
        .statusCode(200);
    as("reporter")
        .get("/api/v1/units/" + unit + "/coverage-history")
        .then()
        .body("items.organizationId", contains(old.toString(), joint.toString()))
        .body("items[0].until", equalTo("2008-01-01"));
  }

  @Test
  void aJointBranchComesToCoverManyUnitsAtOnceAndTellsOfEach() {
    UUID already = unit(area);
    cover("/api/v1/units/" + already, joint);
    List<UUID> units = new ArrayList<>(List.of(already, unit(area), unit(area)));
    together(as("registrar"), units)
        .statusCode(200)
        .body("covered", equalTo(2))
        .body("unchanged", equalTo(1));
    assertThat(stored.eventsOf(units.get(1))).hasSize(2).last().asString().contains("unit-covered");
    assertThat(stored.eventsOf(already)).hasSize(2);
    ValidatableResponse page =
        as("reporter").get("/api/v1/organizations/" + joint + "/coverage?limit=2").then();
    page.statusCode(200).body("items", hasSize(2)).body("items[0].type", equalTo("UNIT"));
    String next = page.extract().path("nextCursor");
    as("reporter")
        .get("/api/v1/organizations/" + joint + "/coverage?limit=2&cursor=" + next)
        .then()
        .body("items", hasSize(1));
  }

  @Test
  void noneOfManyIsCoveredWhenOneCannotBeAndEachIsNamed() {
    UUID closed = unit(area);
    changed(as("registrar"), "/api/v1/units/" + closed, "close", Map.of()).statusCode(200);
    UUID good = unit(area);
    UUID nowhere = UUID.randomUUID();
    Map<String, String> before = stored.everything();
    together(as("registrar"), List.of(good, closed, nowhere, good))
        .statusCode(422)
        .body("violations.field", contains("unitIds[1]", "unitIds[2]", "unitIds[3]"))
        .body("violations.code", contains("closed-unit", "no-unit", "unique-elements"));
    together(as("registrar"), List.of()).statusCode(400);
    together(as("registrar"), Collections.nCopies(1001, good)).statusCode(400);
    together(as("reporter"), List.of(good)).statusCode(403);
    as("registrar")
        .body(Map.of("unitIds", List.of(good.toString()), "effectiveOn", "1990-01-01"))
        .post("/api/v1/organizations/" + joint + "/coverage")
        .then()
        .statusCode(422);
    for (String path : List.of(nowhere + "/coverage", nowhere + "/coverage?limit=5")) {
      as("registrar")
          .body(Map.of("unitIds", List.of(good.toString())))
          .post("/api/v1/organizations/" + path)
          .then()
          .statusCode(404);
    }
    assertThat(stored.everything()).isEqualTo(before);
  }

  @Test
  void anOfficeTakesNoUnitThatIsNotItsOwnToCover() {
    UUID theirBranch = branch(committee(district, ELSEWHERE), ELSEWHERE);
    UUID theirs = unit(area);
    cover("/api/v1/units/" + theirs, theirBranch);
    UUID far = unit(community(ELSEWHERE));
    Map<String, String> before = stored.everything();
    together(officeOf(office), List.of(theirs, far))
        .statusCode(422)
        .body("violations.code", contains("no-unit", "no-unit"));
    together(officeOf(theirBranch), List.of(far)).statusCode(404);
    assertThat(stored.everything()).isEqualTo(before);
  }

  @Test
  void coverageComesByFileAndTheSameFileTwiceTellsNothing() {
    String organization = code();
    establish(organization, "BRANCH", "BUILDING", office, area);
    UUID one = unit(area);
    UUID two = unit(area);
    String file =
        "creditCode,organizationCode,coveredOn\n"
            + creditCodeOf(one)
            + ","
            + organization
            + ",2005-01-01\n"
            + creditCodeOf(two)
            + ","
            + organization
            + ",\n";
    send(file, "COMPLETED");
    assertThat(stored.eventsOf(one)).hasSize(2).last().isEqualTo("unit-covered 2005-01-01");
    Map<String, String> before = stored.everything();
    send(file, "COMPLETED");
    String other = code();
    String wrong =
        "creditCode,organizationCode,coveredOn\n"
            + creditCode()
            + ","
            + organization
            + ",\n"
            + creditCodeOf(one)
            + ","
            + other
            + ",\n"
            + creditCodeOf(two)
            + ","
            + organization
            + ",2999-01-01\n";
    assertThat(errorsOf(send(wrong, "REJECTED")))
        .contains("no-unit")
        .contains("no-organization")
        .contains("in-the-future");
    assertThat(stored.everything()).isEqualTo(before);
  }

  @Test
  void theLargestGapComesFirstAndACoveredUnitIsNone() {
    UUID small = sized(3, "INDIVIDUAL_BUSINESS");
    UUID large = sized(90, "NON_PUBLIC_ENTERPRISE");
    UUID middle = sized(30, "NON_PUBLIC_ENTERPRISE");
    UUID covered = sized(99, "NON_PUBLIC_ENTERPRISE");
    cover("/api/v1/units/" + covered, joint);
    gaps("areaCode=" + area)
        .body("items.unitId", contains(large.toString(), middle.toString(), small.toString()));
    gaps("areaCode=" + area + "&minStaff=10&kind=NON_PUBLIC_ENTERPRISE")
        .body("items.unitId", contains(large.toString(), middle.toString()));
    String next = gaps("areaCode=" + area + "&limit=1").extract().path("nextCursor");
    gaps("areaCode=" + area + "&limit=1&cursor=" + next)
        .body("items.unitId", contains(middle.toString()));
    gaps("areaCode=" + HERE + "&minStaff=90&limit=500").body("items.unitId", hasItem(large + ""));
    gaps("minStaff=90&limit=500")
        .body("items.unitId", hasItem(large + ""))
        .body("items.unitId", not(hasItem(covered + "")));
    for (String query : List.of("minStaff=-1", "areaCode=1", "kind=CLUB", "cursor=x", "limit=0")) {
      as("reporter").get("/api/v1/coverage-gaps?" + query).then().statusCode(400);
    }
  }

  @Test
  void whoIsNearAndThereForUnitsIsSuggestedFirst() {
    UUID unit = unit(area);
    UUID building = District.building(area);
    UUID tower = establish(code(), "BRANCH", "BUILDING", office, HERE);
    cover("/api/v1/buildings/" + building, tower);
    String path = "/api/v1/coverage-gaps/" + unit + "/suggestions";
    as("registrar")
        .get(path)
        .then()
        .statusCode(200)
        .body("items[0].organizationId", equalTo(tower.toString()))
        .body("items[0].reasons", hasItem("COVERS_BUILDING_THERE"))
        .body("items[1].organizationId", equalTo(joint.toString()))
        .body("items[1].reasons", contains("SAME_COMMUNITY", "FEW_COVERED_UNITS"));
    as("registrar").get(path + "?limit=0").then().statusCode(400);
    cover("/api/v1/units/" + unit, joint);
    as("registrar").get(path).then().statusCode(404);
  }

  private UUID sized(int staff, String kind) {
    return UUID.fromString(
        as("registrar")
            .body(
                Map.of(
                    "creditCode",
                    creditCode(),
                    "name",
                    "甲公司",
                    "kind",
                    kind,
                    "areaCode",
                    area,
                    "staffCount",
                    staff,
                    "effectiveOn",
                    "2001-01-01"))
            .post("/api/v1/units")
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }

  private static ValidatableResponse gaps(String query) {
    return as("reporter").get("/api/v1/coverage-gaps?" + query).then().statusCode(200);
  }

  private ValidatableResponse together(RequestSpecification by, List<UUID> units) {
    return by.body(Map.of("unitIds", units.stream().map(UUID::toString).toList()))
        .post("/api/v1/organizations/" + joint + "/coverage")
        .then();
  }

  private static void coverOn(String path, UUID organization, String on) {
    changed(
            as("registrar"),
            path,
            "coverage",
            Map.of("organizationId", organization.toString(), "effectiveOn", on))
        .statusCode(200);
  }

  private static String creditCodeOf(UUID unit) {
    return as("reporter").get("/api/v1/units/" + unit).path("creditCode");
  }

  private static String send(String file, String expected) {
    String id =
        as("system")
            .contentType("text/csv; charset=UTF-8")
            .body(file)
            .post("/api/v1/units/coverage-imports")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                as("system").get("/api/v1/imports/" + id).then().body("state", equalTo(expected)));
    return id;
  }
}
