package org.jiceng.reporting.target;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MembershipStatus;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.jiceng.reporting.statistics.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What figures are to come to: set, changed, withdrawn, refused, and compared with the figures. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class TargetTest {
  private static final String TARGETS = "/api/v1/targets";

  @Inject Ledger ledger;

  private final String prefix = "3%05d".formatted((int) (Math.random() * 100_000));
  private final UUID root = UUID.randomUUID();
  private final UUID branch = UUID.randomUUID();

  @BeforeEach
  void aDistrictWithTwoMembers() {
    ledger.take(
        "2000-01-01",
        new AreaDefined(area("000000"), "区", "D", AreaLevel.DISTRICT, null),
        new AreaDefined(area("001000"), "东", "E", AreaLevel.SUB_DISTRICT, area("000000")));
    ledger.take(
        "2000-01-01",
        Ledger.established(root, null, area("000000")),
        Ledger.established(branch, root, area("001000")));
    ledger.take("2001-01-01", admitted(), admitted());
  }

  private MemberAdmitted admitted() {
    return new MemberAdmitted(
        UUID.randomUUID(), branch, MembershipStatus.FULL, "1", "01", "20", 1960, null);
  }

  @Test
  void aTargetStandsBesideItsFigureInItsTime() {
    String id = set(wanted()).statusCode(201).extract().path("id");

    as("district-admin").get(TARGETS + "/" + id).then().header("ETag", "\"1\"");
    gaps("2005-06-01")
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].value", equalTo(2))
        .body("items[0].gap", equalTo(-3))
        .body("items[0].met", equalTo(false));
    gaps("2004-12-31").body("items", hasSize(0));
    gaps("2006-01-01").body("items", hasSize(0));
    given()
        .auth()
        .oauth2(Tokens.of("reporter").wholeDistrict().sign())
        .get("/api/v1/statistics/gaps?asOf=2005-06-01&area=" + area("001000"))
        .then()
        .body("items[0].value", nullValue())
        .body("items[0].met", nullValue())
        .body("items[0].suppressed", equalTo(true));
  }

  @Test
  void noDataIsNeitherMetNorMissed() {
    Map<String, Object> wanted = wanted();
    wanted.put("from", "1990-01-01");
    wanted.put("until", "1990-12-31");
    set(wanted).statusCode(201);

    gaps("1990-06-01").body("items[0].value", nullValue()).body("items[0].met", nullValue());
  }

  @Test
  void twoTargetsOfAFigureAndPlaceDoNotOverlapUnlessOneIsWithdrawn() {
    String id = set(wanted()).statusCode(201).extract().path("id");
    Map<String, Object> other = wanted();
    other.put("from", "2005-12-31");
    other.put("until", "2007-12-31");
    set(other).statusCode(409).body("type", equalTo("https://jiceng.org/problems/target-overlaps"));
    other.put("from", "2006-01-01");
    set(other).statusCode(201);
    as("district-admin")
        .header("If-Match", "\"1\"")
        .delete(TARGETS + "/" + id)
        .then()
        .statusCode(200)
        .body("withdrawn", equalTo(true));
    set(wanted()).statusCode(201);
    as("district-admin")
        .get(TARGETS + "?area=" + area("001000") + "&day=2005-01-01")
        .then()
        .body("items", hasSize(1));
    as("district-admin").get(TARGETS + "/" + id).then().body("withdrawn", equalTo(true));
  }

  @Test
  void aTargetIsChangedByWhoHasReadIt() {
    String id = set(wanted()).statusCode(201).extract().path("id");
    Map<String, Object> other = wanted();
    other.put("value", 2);
    put(id, other, null).statusCode(428);
    put(id, other, "\"9\"").statusCode(412);
    put(id, other, "\"1\"").statusCode(200).header("ETag", "\"2\"").body("value", equalTo(2));
    gaps("2005-06-01").body("items[0].met", equalTo(true)).body("items[0].gap", equalTo(0));
    other.put("indicator", "sites.total");
    put(id, other, "\"2\"")
        .statusCode(422)
        .body("violations[0].code", equalTo("target-is-of-another"));
    as("district-admin")
        .header("If-Match", "\"2\"")
        .delete(TARGETS + "/" + id)
        .then()
        .statusCode(200);
    put(id, wanted(), "\"3\"").statusCode(409);
    as("auditor")
        .get("/api/v1/audit-log?recordType=target&recordId=" + id)
        .then()
        .statusCode(200)
        .body("items.action", hasItem("withdraw"));
  }

  @Test
  void whatCannotBeSetIsRefused() {
    refused("indicator", "members.nobody", 422);
    refused("until", "2004-12-31", 422);
    refused("organization", root.toString(), 422);
    refused("area", null, 422);
    refused("area", area("999000"), 404);
    refused("area", "甲", 400);
    refused("direction", "SIDEWAYS", 400);
    refused("value", null, 400);
    refused("value", "1.23456", 400);
    refused("from", "soon", 400);
    given()
        .auth()
        .oauth2(Tokens.of("reporter").wholeDistrict().sign())
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType("application/json")
        .body(wanted())
        .post(TARGETS)
        .then()
        .statusCode(403);
    as("district-admin").get(TARGETS + "/" + UUID.randomUUID()).then().statusCode(404);
  }

  @Test
  void aSecretaryOfAnotherLineNeitherSeesNorSetsIt() {
    String id = set(wanted()).statusCode(201).extract().path("id");
    UUID stranger = UUID.randomUUID();
    ledger.take("2000-01-01", Ledger.established(stranger, null, "999999001000"));
    RequestSpecification secretary =
        given().auth().oauth2(Tokens.of("secretary").org(stranger).sign());
    secretary.get(TARGETS + "/" + id).then().statusCode(404);
    given()
        .auth()
        .oauth2(Tokens.of("secretary").org(stranger).sign())
        .get(TARGETS)
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    given()
        .auth()
        .oauth2(Tokens.of("secretary").org(branch).sign())
        .get(TARGETS)
        .then()
        .body("items.id", hasItem(id));
  }

  private void refused(String field, Object value, int status) {
    Map<String, Object> wanted = wanted();
    wanted.put(field, value);
    set(wanted).statusCode(status).contentType("application/problem+json");
  }

  private Map<String, Object> wanted() {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("indicator", "members.affiliated");
    wanted.put("area", area("001000"));
    wanted.put("direction", "AT_LEAST");
    wanted.put("value", 5);
    wanted.put("from", "2005-01-01");
    wanted.put("until", "2005-12-31");
    return wanted;
  }

  private ValidatableResponse set(Map<String, Object> wanted) {
    return as("district-admin")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType("application/json")
        .body(wanted)
        .post(TARGETS)
        .then();
  }

  private static ValidatableResponse put(String id, Map<String, Object> wanted, String version) {
    RequestSpecification request =
        as("district-admin").contentType("application/json").body(wanted);
    return (version == null ? request : request.header("If-Match", version))
        .put(TARGETS + "/" + id)
        .then();
  }

  private ValidatableResponse gaps(String day) {
    return as("auditor")
        .get("/api/v1/statistics/gaps?asOf=" + day + "&area=" + area("001000"))
        .then();
  }

  private String area(String digits) {
    return prefix + digits;
  }

  private static RequestSpecification as(String role) {
    return given().auth().oauth2(Tokens.of(role).wholeDistrict().sign());
  }
}
