package org.jiceng.registry.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.changeArea;
import static org.jiceng.registry.District.code;
import static org.jiceng.registry.District.committee;
import static org.jiceng.registry.District.community;
import static org.jiceng.registry.District.creditCode;
import static org.jiceng.registry.District.errorsOf;
import static org.jiceng.registry.District.establish;
import static org.jiceng.registry.District.officeOf;
import static org.jiceng.registry.District.township;
import static org.jiceng.registry.District.unit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.jiceng.registry.District;
import org.jiceng.registry.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nobody covers in a community is the work of the sub-district in which it lies today. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class HandedOverScopeTest {
  private static final String REGISTERS = "/api/v1/units/register-imports";
  private static final String COVERAGES = "/api/v1/units/coverage-imports";
  private static final String COVERAGE = "creditCode,organizationCode,coveredOn\n";

  @Inject Stored stored;

  private String formerArea;
  private String area;
  private String community;
  private UUID formerly;
  private UUID since;
  private String formerBranchCode;
  private UUID formerBranch;
  private String branchCode;
  private UUID branch;

  @BeforeEach
  void aCommunityOfTwoSubDistricts() {
    UUID district = District.root();
    formerArea = township();
    area = township();
    community = community(formerArea);
    formerly = committee(district, formerArea);
    since = committee(district, area);
    formerBranchCode = code();
    formerBranch = establish(formerBranchCode, "BRANCH", "COMMUNITY", formerly, formerArea);
    branchCode = code();
    branch = establish(branchCode, "BRANCH", "COMMUNITY", since, area);
  }

  @Test
  void itsUnitsAreCoveredByTheSubDistrictOfToday() {
    UUID first = unit(community);
    UUID second = unit(community);
    coverTogether(since, branch, first).statusCode(422);
    coverTogether(formerly, formerBranch, first).statusCode(200);
    handOver();
    Map<String, String> before = stored.everything();
    coverTogether(formerly, formerBranch, second)
        .statusCode(422)
        .body("violations[0].code", equalTo("no-unit"));
    assertThat(stored.everything()).isEqualTo(before);
    coverTogether(since, branch, second).statusCode(200);
  }

  @Test
  void itsUnitsAreCoveredByFileByTheSubDistrictOfToday() {
    String first = creditCodeOf(unit(community));
    String second = creditCodeOf(unit(community));
    String here = COVERAGE + "%s," + branchCode + ",\n";
    String there = COVERAGE + "%s," + formerBranchCode + ",\n";
    sent(officeOf(since), COVERAGES, here.formatted(first), "REJECTED");
    sent(officeOf(formerly), COVERAGES, there.formatted(first), "COMPLETED");
    handOver();
    String refused = sent(officeOf(formerly), COVERAGES, there.formatted(second), "REJECTED");
    assertThat(errorsOf(refused)).contains("2,creditCode,no-unit,");
    sent(officeOf(since), COVERAGES, here.formatted(second), "COMPLETED");
  }

  @Test
  void whatIsProposedOfItsUnitsIsDecidedByTheSubDistrictOfToday() {
    UUID proposer = committee(District.root(), township());
    String proposal =
        officeOf(proposer)
            .body(
                Map.of(
                    "target", "UNIT",
                    "targetId", unit(community).toString(),
                    "command", "close",
                    "body", Map.of("reasonCode", "GONE"),
                    "evidence", "已搬走"))
            .post("/api/v1/proposals")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    decides(formerly, since, proposal);
    handOver();
    decides(since, formerly, proposal);
    accept(formerly, proposal).statusCode(404);
    accept(since, proposal).statusCode(200).body("state", equalTo("ACCEPTED"));
  }

  @Test
  void whatIsDoubtfulInItIsTheWorkOfTheSubDistrictOfToday() {
    String finding =
        stored.one(
            """
            insert into finding (id, rule, subject_kind, subject_id, area_code, state, opened_on)
            values (gen_random_uuid(), 'STAFF_OUTLIER', 'UNIT', ?::uuid, ?, 'OPEN', '2010-01-01')
            returning id""",
            unit(community).toString(),
            community);
    findingSeen(formerly, since, finding);
    handOver();
    findingSeen(since, formerly, finding);
  }

  @Test
  void itsGapsAreThoseOfTheSubDistrictOfTodayWhoseBranchesAreSuggested() {
    String unit = unit(community).toString();
    gaps(formerArea).body("items.unitId", hasItem(unit));
    gaps(area).body("items.unitId", not(hasItem(unit)));
    suggestions(unit)
        .body("items.organizationId", hasItem(formerBranch.toString()))
        .body("items.organizationId", not(hasItem(branch.toString())));
    handOver();
    gaps(formerArea).body("items.unitId", not(hasItem(unit)));
    gaps(area).body("items.unitId", hasItem(unit));
    gaps(community).body("items.unitId", hasItem(unit));
    suggestions(unit)
        .body("items.organizationId", hasItem(branch.toString()))
        .body("items.organizationId", not(hasItem(formerBranch.toString())));
  }

  @Test
  void theGapsOfTheDistrictAreAllThatLieInIt() {
    UUID large =
        UUID.fromString(
            as("registrar")
                .body(
                    Map.of(
                        "creditCode",
                        creditCode(),
                        "name",
                        "甲公司",
                        "kind",
                        "SOCIAL_ORGANIZATION",
                        "areaCode",
                        community,
                        "staffCount",
                        800_000,
                        "effectiveOn",
                        "2001-01-01"))
                .post("/api/v1/units")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id"));
    gaps("110105000000&minStaff=800000").body("items.unitId", hasItem(large.toString()));
    gaps("110106000000&minStaff=800000").body("items.unitId", not(hasItem(large.toString())));
    handOver();
    gaps("110105000000&minStaff=800000").body("items.unitId", hasItem(large.toString()));
  }

  @Test
  void itsUnitsStandInTheRegisterOfTheSubDistrictOfToday() {
    String unit = creditCodeOf(unit(community));
    handOver();
    String row = "%s,甲公司,NON_PUBLIC_ENTERPRISE,%s,0%n";
    String outside = register(as("system"), formerArea, row.formatted(unit, community), "REJECTED");
    assertThat(errorsOf(outside)).contains("outside-register");
    String foreign =
        register(officeOf(formerly), formerArea, row.formatted(unit, formerArea), "REJECTED");
    assertThat(errorsOf(foreign)).contains("already-there");
    String same = register(officeOf(since), area, row.formatted(unit, community), "COMPLETED");
    counts(same, 1, 0);
    String gone =
        register(officeOf(since), area, row.formatted(creditCode(), community), "COMPLETED");
    counts(gone, 1, 1);
    String elsewhere =
        register(
            officeOf(formerly), formerArea, row.formatted(creditCode(), formerArea), "COMPLETED");
    counts(elsewhere, 0, 0);
  }

  private void handOver() {
    changeArea(community, "reassign", Map.of("parentCode", area)).statusCode(200);
  }

  private static String creditCodeOf(UUID unit) {
    return as("reporter").get("/api/v1/units/" + unit).path("creditCode");
  }

  private static ValidatableResponse coverTogether(UUID office, UUID organization, UUID unit) {
    return officeOf(office)
        .body(Map.of("unitIds", List.of(unit.toString())))
        .post("/api/v1/organizations/" + organization + "/coverage")
        .then();
  }

  private static void decides(UUID office, UUID other, String proposal) {
    String list = "/api/v1/proposals?toMe=true&limit=500";
    officeOf(office).get(list).then().body("items.id", hasItem(proposal));
    officeOf(other).get(list).then().body("items.id", not(hasItem(proposal)));
    officeOf(office).get("/api/v1/proposals?limit=500").then().body("items.id", hasItem(proposal));
    officeOf(office).get("/api/v1/proposals/" + proposal).then().statusCode(200);
    officeOf(other).get("/api/v1/proposals/" + proposal).then().statusCode(404);
  }

  private static ValidatableResponse accept(UUID office, String proposal) {
    return officeOf(office)
        .header("If-Match", "\"0\"")
        .body(Map.of())
        .post("/api/v1/proposals/" + proposal + "/accept")
        .then();
  }

  private static void findingSeen(UUID office, UUID other, String finding) {
    String list = "/api/v1/quality/findings";
    officeOf(office).get(list + "?limit=500").then().body("items.id", hasItem(finding));
    officeOf(other).get(list + "?limit=500").then().body("items.id", not(hasItem(finding)));
    officeOf(office).get(list + "/" + finding).then().statusCode(200);
    officeOf(other).get(list + "/" + finding).then().statusCode(404);
  }

  private static ValidatableResponse gaps(String query) {
    return as("reporter")
        .get("/api/v1/coverage-gaps?limit=500&areaCode=" + query)
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse suggestions(String unit) {
    return as("registrar")
        .get("/api/v1/coverage-gaps/" + unit + "/suggestions?limit=50")
        .then()
        .statusCode(200);
  }

  private static String register(
      RequestSpecification by, String area, String rows, String expected) {
    return sent(
        by,
        REGISTERS + "?maxGone=9&areaCode=" + area,
        "creditCode,name,kind,areaCode,staffCount\n" + rows,
        expected);
  }

  private static String sent(RequestSpecification by, String path, String csv, String expected) {
    String id =
        by.contentType("text/csv; charset=UTF-8")
            .body(csv)
            .post(path)
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                as("system").get("/api/v1/imports/" + id).then().body("state", equalTo(expected)));
    return id;
  }

  private static void counts(String job, int stored, int gone) {
    as("system")
        .get(REGISTERS + "/" + job)
        .then()
        .statusCode(200)
        .body("stored", equalTo(stored))
        .body("gone", equalTo(gone));
  }
}
