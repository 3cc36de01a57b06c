package org.jiceng.registry;

import static org.jiceng.registry.District.HERE;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.branch;
import static org.jiceng.registry.District.committee;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.nonsense.Nonsense;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class NonsenseTest {
  private static final String API = "/api/v1/";
  private static final String RULE = API + "quality/rules/SECRETARY_MISSING";

  @Inject AgroalDataSource dataSource;

  /** Some of what is asked makes sense after all, and may have switched the rule off. */
  @AfterEach
  void theRuleIsOnAgain() {
    as("district-admin")
        .header("If-Match", District.etag(RULE))
        .body(Map.of("enabled", true))
        .patch(RULE)
        .then()
        .statusCode(200);
  }

  @Test
  void noSenselessQuestionBreaksAnythingOrLeavesATrace() {
    UUID committee = committee(District.root(), HERE);
    UUID building = District.building(HERE);
    new Nonsense(dataSource)
        .at(API + "areas/{code}", () -> District.community(HERE))
        .at(API + "organizations/{id}", () -> branch(committee, HERE))
        .at(API + "units/{id}", () -> District.unit(HERE))
        .at(API + "coverage-gaps/{unitId}", () -> District.unit(HERE))
        .at(API + "buildings/{id}/stations/{stationId}", () -> District.station(building))
        .at(API + "buildings/{id}", () -> building)
        .at(API + "posts/{id}", () -> District.post(committee, "INSTRUCTOR"))
        .at(API + "proposals/{id}", () -> proposal(committee))
        .at(API + "reorganizations/{id}", () -> merge(committee))
        .at(API + "quality/rules/{code}", () -> "SECRETARY_MISSING")
        .at(API + "imports/{id}", NonsenseTest::job)
        .at(API + "area-lists/imports/{id}", NonsenseTest::job)
        .at(API + "units/register-imports/{id}", NonsenseTest::job)
        .with("q", () -> "中")
        .with("code", District::code)
        .with("areaCode", () -> HERE)
        .with("parentCode", () -> HERE)
        .with("creditCode", District::creditCode)
        .with("organizationId", () -> committee)
        .with("parentId", () -> committee)
        .with("foundedBy", () -> committee)
        .with("source", () -> branch(committee, HERE))
        .with("sources", () -> branch(committee, HERE))
        .with("successorId", () -> branch(committee, HERE))
        .with("targetId", () -> committee)
        .with("command", () -> "rename")
        .with("unitIds", () -> District.unit(HERE))
        .with("reasonCode", () -> "GONE")
        .ask();
  }

  private static UUID proposal(UUID committee) {
    return id(
        "proposals",
        Map.of(
            "target", "ORGANIZATION",
            "targetId", branch(committee, HERE),
            "command", "rename",
            "body", Map.of("name", "新名"),
            "evidence", "见照片"));
  }

  private static UUID merge(UUID committee) {
    return id(
        "reorganizations/merges",
        Map.of(
            "sources", List.of(branch(committee, HERE), branch(committee, HERE)),
            "destination", Map.of("organizationId", branch(committee, HERE)),
            "effectiveOn", "2099-01-01"));
  }

  private static String job() {
    return District.importFile("units", "creditCode\n1\n", "REJECTED");
  }

  private static UUID id(String path, Map<String, Object> wanted) {
    return UUID.fromString(
        as("registrar").body(wanted).post(API + path).then().statusCode(201).extract().path("id"));
  }
}
