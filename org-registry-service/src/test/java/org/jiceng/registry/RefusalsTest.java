package org.jiceng.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.jiceng.registry.District.COMMUNITY;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.code;
import static org.jiceng.registry.District.committee;
import static org.jiceng.registry.District.newBuilding;
import static org.jiceng.registry.District.newUnit;
import static org.jiceng.registry.District.wanted;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused is told as a problem of a stable type, and leaves no trace. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RefusalsTest {
  private static final String ORGANIZATIONS = "/api/v1/organizations";

  @Inject Stored stored;

  private UUID committee;
  private Map<String, String> before;

  @BeforeEach
  void aCommittee() {
    committee = committee(District.root(), COMMUNITY);
    before = stored.everything();
  }

  @AfterEach
  void nothingIsStoredAndNoEventGoesOut() {
    assertThat(stored.everything()).isEqualTo(before);
  }

  @Test
  void aHugeBodyIsTooLarge() {
    Map<String, Object> huge = changed(organization(), "name", "长".repeat(600_000));
    problem(office().body(huge).post(ORGANIZATIONS).then(), 413, "body-too-large");
  }

  @Test
  void aKeyThatHasServedAnotherBodyIsRefusedAndTheSameBodyGetsTheFirstAnswer() {
    String key = UUID.randomUUID().toString();
    Map<String, Object> wanted = organization();
    String first =
        keyed(key).body(wanted).post(ORGANIZATIONS).then().statusCode(201).extract().path("id");
    before = stored.everything();

    keyed(key)
        .body(wanted)
        .post(ORGANIZATIONS)
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(first));
    Map<String, Object> other = changed(wanted, "name", "另一个");
    problem(keyed(key).body(other).post(ORGANIZATIONS).then(), 422, "idempotency-key-reused");
    problem(
        keyed(key).body(newUnit(COMMUNITY)).post("/api/v1/units").then(),
        422,
        "idempotency-key-reused");
  }

  @Test
  void onlyJsonIsTakenForACommandAndOnlyTablesForAnImport() {
    for (String path : List.of(ORGANIZATIONS, "/api/v1/units", "/api/v1/posts")) {
      problem(
          office().contentType("text/plain").body("x").post(path).then(),
          415,
          "unsupported-media-type");
    }
    problem(
        office().body(organization()).post(ORGANIZATIONS + "/imports").then(),
        415,
        "unsupported-media-type");
  }

  @Test
  void aChangeNamesTheVersionThatItChanges() {
    String rename = ORGANIZATIONS + "/" + committee + "/rename";
    Map<String, Object> name = Map.of("name", "别名");
    problem(office().body(name).post(rename).then(), 428, "if-match-required");
    problem(office().header("If-Match", "\"77\"").body(name).post(rename).then(), 412, "stale");
    problem(
        office().header("If-Match", "77").body(name).post(rename).then(), 400, "validation-failed");
  }

  @Test
  void aFieldThatIsNotThereIsNamed() {
    field(changed(organization(), "colour", "red"), ORGANIZATIONS, 400, "colour", "unknown-field");
    field(changed(newUnit(COMMUNITY), "size", 3), "/api/v1/units", 400, "size", "unknown-field");
  }

  @Test
  void aNameMayBeTooLong() {
    String name = "长".repeat(201);
    field(changed(organization(), "name", name), ORGANIZATIONS, 400, "name", "size");
    field(changed(newUnit(COMMUNITY), "name", name), "/api/v1/units", 400, "name", "size");
    field(changed(newBuilding(COMMUNITY), "name", name), "/api/v1/buildings", 400, "name", "size");
  }

  @Test
  void nothingIsDatedInTheFuture() {
    for (Map.Entry<String, Map<String, Object>> each :
        Map.of(
                ORGANIZATIONS,
                organization(),
                "/api/v1/units",
                newUnit(COMMUNITY),
                "/api/v1/buildings",
                newBuilding(COMMUNITY),
                "/api/v1/posts",
                District.newPost(committee, "INSTRUCTOR"))
            .entrySet()) {
      field(
          changed(each.getValue(), "effectiveOn", "2999-01-01"),
          each.getKey(),
          422,
          "effectiveOn",
          "in-the-future");
    }
  }

  @Test
  void aWordThatIsNoneOfTheKnownIsToldThem() {
    field(changed(organization(), "type", "CLUB"), ORGANIZATIONS, 400, "type", "unknown-value")
        .body("violations[0].message", containsString("GENERAL_BRANCH"));
    field(
        changed(newUnit(COMMUNITY), "kind", "CLUB"), "/api/v1/units", 400, "kind", "unknown-value");
    problem(as("reporter").get(ORGANIZATIONS + "?type=CLUB").then(), 400, "validation-failed");
  }

  private Map<String, Object> organization() {
    return wanted(code(), "BRANCH", "COMMUNITY", committee, COMMUNITY);
  }

  private static Map<String, Object> changed(Map<String, Object> body, String field, Object value) {
    Map<String, Object> other = new LinkedHashMap<>(body);
    other.put(field, value);
    return other;
  }

  private static RequestSpecification office() {
    return as("registrar").header("Accept-Language", "en");
  }

  private static RequestSpecification keyed(String key) {
    return office().header("Idempotency-Key", key);
  }

  private static ValidatableResponse field(
      Map<String, Object> body, String path, int status, String field, String code) {
    return problem(office().body(body).post(path).then(), status, "validation-failed")
        .body("violations[0].field", equalTo(field))
        .body("violations[0].code", equalTo(code));
  }

  private static ValidatableResponse problem(ValidatableResponse answer, int status, String type) {
    return answer
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("https://jiceng.org/problems/" + type));
  }
}
