package org.jiceng.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiceng.registry.District.COMMUNITY;
import static org.jiceng.registry.District.ELSEWHERE;
import static org.jiceng.registry.District.HERE;
import static org.jiceng.registry.District.VILLAGE;
import static org.jiceng.registry.District.appoint;
import static org.jiceng.registry.District.branch;
import static org.jiceng.registry.District.building;
import static org.jiceng.registry.District.changed;
import static org.jiceng.registry.District.code;
import static org.jiceng.registry.District.committee;
import static org.jiceng.registry.District.cover;
import static org.jiceng.registry.District.creditCode;
import static org.jiceng.registry.District.errorsOf;
import static org.jiceng.registry.District.establish;
import static org.jiceng.registry.District.etag;
import static org.jiceng.registry.District.importFile;
import static org.jiceng.registry.District.newBuilding;
import static org.jiceng.registry.District.newPost;
import static org.jiceng.registry.District.newStation;
import static org.jiceng.registry.District.newUnit;
import static org.jiceng.registry.District.officeOf;
import static org.jiceng.registry.District.post;
import static org.jiceng.registry.District.unit;
import static org.jiceng.registry.District.wanted;
import static org.jiceng.registry.District.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The registrar of one sub-district's committee changes nothing outside it: what is out of scope
 * looks like what is not there, nothing is stored and no event goes out.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ScopeTest {
  private static final String ORGANIZATIONS =
      "code,name,type,sector,mode,temporary,parentCode,areaCode,foundedByCode,establishedOn\n";
  private static final String UNITS =
      "creditCode,name,kind,areaCode,staffCount,registeredOn,coveredByCode,coveredOn\n";
  private static final String BUILDINGS =
      "code,name,areaCode,registeredOn,coveredByCode,coveredOn\n";
  private static final String STATIONS = "code,name,kind,buildingCode,openedOn\n";
  private static final String POSTS = "organizationCode,kind,createdOn,filledOn,termEndsOn\n";

  @Inject Stored stored;

  private UUID district;
  private UUID mine;
  private UUID myBranch;
  private UUID theirs;
  private String theirCode;
  private UUID theirBranch;
  private Map<String, String> before;

  @BeforeEach
  void twoSubDistrictsStandSideBySide() {
    district = District.root();
    mine = committee(district, HERE);
    myBranch = branch(mine, COMMUNITY);
    theirCode = code();
    theirs = establish(theirCode, "COMMITTEE", "COMMUNITY", district, ELSEWHERE);
    theirBranch = branch(theirs, VILLAGE);
  }

  /** From here on nothing may change. */
  private void asItIs() {
    before = stored.everything();
  }

  @AfterEach
  void nothingIsStoredAndNoEventGoesOut() {
    assertThat(stored.everything()).isEqualTo(before);
  }

  @Test
  void noOrganisationIsEstablishedBelowAForeignOne() {
    notFound("/api/v1/organizations", wanted(code(), "BRANCH", "COMMUNITY", theirs, COMMUNITY));
  }

  @Test
  void noOrganisationIsEstablishedInAForeignArea() {
    notFound("/api/v1/organizations", wanted(code(), "BRANCH", "COMMUNITY", mine, VILLAGE));
  }

  @Test
  void noForeignOrganisationIsMadeAFounder() {
    Map<String, Object> wanted =
        new LinkedHashMap<>(wanted(code(), "BRANCH", "COMMUNITY", mine, COMMUNITY));
    wanted.put("foundedBy", theirs);
    notFound("/api/v1/organizations", wanted);
  }

  @Test
  void noForeignOrganisationIsRenamed() {
    notChanged(organization(theirBranch), "rename", Map.of("name", "别名"));
  }

  @Test
  void noForeignOrganisationIsTakenOver() {
    notChanged(organization(theirBranch), "reparent", Map.of("parentId", mine.toString()));
  }

  @Test
  void noOrganisationIsPutBelowAForeignOne() {
    notChanged(organization(myBranch), "reparent", Map.of("parentId", theirs.toString()));
  }

  @Test
  void noForeignOrganisationIsRelocated() {
    notChanged(organization(theirBranch), "relocate", Map.of("areaCode", COMMUNITY));
  }

  @Test
  void noOrganisationIsRelocatedToAForeignArea() {
    notChanged(organization(myBranch), "relocate", Map.of("areaCode", VILLAGE));
  }

  @Test
  void nobodyWidensTheirOwnAreaByMovingTheirOwnOrganisation() {
    notChanged(organization(mine), "relocate", Map.of("areaCode", "110105000000"));
  }

  @Test
  void noForeignOrganisationChangesItsType() {
    notChanged(organization(theirs), "change-type", Map.of("type", "GENERAL_BRANCH"));
  }

  @Test
  void noForeignOrganisationIsSuspended() {
    notChanged(organization(theirBranch), "suspend", Map.of());
  }

  @Test
  void noForeignOrganisationIsResumed() {
    District.change(theirBranch, "suspend", Map.of()).statusCode(200);
    notChanged(organization(theirBranch), "resume", Map.of());
  }

  @Test
  void noForeignOrganisationIsDissolved() {
    notChanged(organization(theirBranch), "dissolve", Map.of());
  }

  @Test
  void noForeignOrganisationIsMadeASuccessor() {
    notChanged(organization(myBranch), "dissolve", Map.of("successorId", theirBranch.toString()));
  }

  @Test
  void aFileEstablishesNothingOutsideTheScope() {
    refusedRow("organizations", ORGANIZATIONS + row(theirCode, COMMUNITY, ""), "no-organization");
    refusedRow("organizations", ORGANIZATIONS + row(myCode(), VILLAGE, ""), "no-area");
    refusedRow(
        "organizations", ORGANIZATIONS + row(myCode(), COMMUNITY, theirCode), "no-organization");
    refusedRow("organizations", ORGANIZATIONS + row("", COMMUNITY, ""), "parent-needed");
  }

  @Test
  void noUnitIsRegisteredInAForeignArea() {
    notFound("/api/v1/units", newUnit(VILLAGE));
  }

  @Test
  void noUnitComesUnderTheCoverageOfAForeignOrganisation() {
    notChanged("/api/v1/units/" + unit(COMMUNITY), "coverage", by(theirs));
  }

  @Test
  void noUnitInAForeignAreaIsCovered() {
    notChanged("/api/v1/units/" + unit(VILLAGE), "coverage", by(mine));
  }

  @Test
  void noUnitIsTakenFromAForeignCoverage() {
    String unit = "/api/v1/units/" + unit(COMMUNITY);
    cover(unit, theirs);
    notChanged(unit, "coverage", by(mine));
  }

  @Test
  void noForeignCoverageOfAUnitIsEnded() {
    String unit = "/api/v1/units/" + unit(COMMUNITY);
    cover(unit, theirs);
    notUncovered(unit);
  }

  @Test
  void noUnitIsClosedThatLiesInAForeignAreaOrIsUnderForeignCoverage() {
    notChanged("/api/v1/units/" + unit(VILLAGE), "close", Map.of());
    String mineByLine = "/api/v1/units/" + unit(VILLAGE);
    cover(mineByLine, mine);
    notChanged(mineByLine, "close", Map.of());
    String theirsByLine = "/api/v1/units/" + unit(COMMUNITY);
    cover(theirsByLine, theirs);
    notChanged(theirsByLine, "close", Map.of());
  }

  @Test
  void aFileRegistersNoUnitOutsideTheScope() {
    String unit = creditCode() + ",甲公司,NON_PUBLIC_ENTERPRISE,%s,30,2001-01-01,%s,\n";
    refusedRow("units", UNITS + unit.formatted(VILLAGE, ""), "no-area");
    refusedRow("units", UNITS + unit.formatted(COMMUNITY, theirCode), "no-organization");
  }

  @Test
  void noBuildingIsRegisteredInAForeignArea() {
    notFound("/api/v1/buildings", newBuilding(VILLAGE));
  }

  @Test
  void noBuildingComesUnderTheCoverageOfAForeignOrganisation() {
    notChanged("/api/v1/buildings/" + building(COMMUNITY), "coverage", by(theirs));
  }

  @Test
  void noBuildingInAForeignAreaIsCovered() {
    notChanged("/api/v1/buildings/" + building(VILLAGE), "coverage", by(mine));
  }

  @Test
  void noBuildingIsTakenFromAForeignCoverage() {
    String building = "/api/v1/buildings/" + building(COMMUNITY);
    cover(building, theirs);
    notChanged(building, "coverage", by(mine));
  }

  @Test
  void noForeignCoverageOfABuildingIsEnded() {
    String building = "/api/v1/buildings/" + building(COMMUNITY);
    cover(building, theirs);
    notUncovered(building);
  }

  @Test
  void noForeignBuildingIsClosed() {
    notChanged("/api/v1/buildings/" + building(VILLAGE), "close", Map.of());
  }

  @Test
  void noStationInAForeignBuildingIsClosed() {
    UUID building = building(VILLAGE);
    UUID station = District.station(building);
    String path = "/api/v1/buildings/" + building;
    asItIs();
    officeOf(mine)
        .header("If-Match", etag(path))
        .body(Map.of())
        .post(path + "/stations/" + station + "/close")
        .then()
        .statusCode(404);
  }

  @Test
  void aFileRegistersNoBuildingOutsideTheScope() {
    String building = code() + ",大厦,%s,2001-01-01,%s,\n";
    refusedRow("buildings", BUILDINGS + building.formatted(VILLAGE, ""), "no-area");
    refusedRow(
        "buildings", BUILDINGS + building.formatted(COMMUNITY, theirCode), "no-organization");
  }

  @Test
  void noStationIsOpenedInAForeignBuilding() {
    notFound("/api/v1/buildings/" + building(VILLAGE) + "/stations", newStation());
  }

  @Test
  void aFileOpensNoStationInAForeignBuilding() {
    String path = "/api/v1/buildings/" + building(VILLAGE);
    String building = District.as("reporter").get(path).path("code");
    String station = code() + ",站,SOCIAL_WORK,%s,2008-01-01\n";
    refusedRow("stations", STATIONS + station.formatted(building), "no-building");
    refusedRow("stations", STATIONS + station.formatted(code()), "no-building");
  }

  @Test
  void noPostIsCreatedInAForeignOrganisation() {
    notFound("/api/v1/posts", newPost(theirs, "INSTRUCTOR"));
  }

  @Test
  void nobodyIsAppointedToAForeignPost() {
    notChanged("/api/v1/posts/" + post(theirs, "INSTRUCTOR"), "appointment", Map.of());
  }

  @Test
  void noForeignAppointmentIsEnded() {
    UUID post = post(theirs, "INSTRUCTOR");
    appoint(post);
    notChanged("/api/v1/posts/" + post, "vacancy", Map.of());
  }

  @Test
  void noForeignPostIsAbolished() {
    notChanged("/api/v1/posts/" + post(theirs, "INSTRUCTOR"), "abolish", Map.of());
  }

  @Test
  void aFileCreatesNoPostInAForeignOrganisation() {
    refusedRow("posts", POSTS + theirCode + ",INSTRUCTOR,2006-01-01,,\n", "no-organization");
  }

  @Test
  void areasAreDefinedAndMeasuredForTheWholeDistrictOnly() {
    asItIs();
    Map<String, Object> area =
        Map.of(
            "code", "110105001099",
            "level", "COMMUNITY",
            "name", "社区",
            "parentCode", HERE);
    system().body(area).post("/api/v1/areas").then().statusCode(404);
    Map<String, Object> figures =
        Map.of("population", 1, "registeredPopulation", 1, "migrantPopulation", 0, "households", 1);
    String measurements = "/api/v1/areas/" + COMMUNITY + "/measurements";
    system().body(figures).post(measurements).then().statusCode(404);
    changed(system(), "/api/v1/areas/" + COMMUNITY, "close", Map.of()).statusCode(404);
    String job =
        importFile(
            system(),
            "areas",
            "code,level,name,parentCode,effectiveOn\n110105001099,COMMUNITY,社区,110105001000,2001-01-01\n",
            "REJECTED");
    assertThat(errorsOf(job)).contains("district-only");
  }

  @Test
  void whatIsOutOfScopeIsNotToldByItsVersionEither() {
    asItIs();
    officeOf(mine)
        .header("If-Match", "\"77\"")
        .body(by(mine))
        .post("/api/v1/units/" + UUID.randomUUID() + "/coverage")
        .then()
        .statusCode(404);
    String unit = "/api/v1/units/" + unit(VILLAGE);
    asItIs();
    officeOf(mine)
        .header("If-Match", "\"77\"")
        .body(by(mine))
        .post(unit + "/coverage")
        .then()
        .statusCode(404);
  }

  private RequestSpecification system() {
    return with(Tokens.of("system").org(mine));
  }

  private static String organization(UUID id) {
    return "/api/v1/organizations/" + id;
  }

  private static Map<String, Object> by(UUID organization) {
    return Map.of("organizationId", organization.toString());
  }

  private String myCode() {
    return District.as("reporter").get(organization(mine)).path("code");
  }

  private static String row(String parent, String area, String founder) {
    return code()
        + ",组织,BRANCH,COMMUNITY,INDEPENDENT,false,%s,%s,%s,2000-01-01\n"
            .formatted(parent, area, founder);
  }

  private void notFound(String path, Map<String, Object> body) {
    asItIs();
    officeOf(mine).body(body).post(path).then().statusCode(404);
  }

  private void notChanged(String path, String command, Map<String, Object> body) {
    asItIs();
    changed(officeOf(mine), path, command, body).statusCode(404);
  }

  private void notUncovered(String path) {
    asItIs();
    officeOf(mine).header("If-Match", etag(path)).delete(path + "/coverage").then().statusCode(404);
  }

  private void refusedRow(String kind, String csv, String error) {
    asItIs();
    assertThat(errorsOf(importFile(officeOf(mine), kind, csv, "REJECTED"))).contains(error);
  }
}
