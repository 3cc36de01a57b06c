package org.jiceng.activity.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.jiceng.activity.District.NEXT_WEEK;
import static org.jiceng.activity.District.as;
import static org.jiceng.activity.District.newCommunity;
import static org.jiceng.activity.District.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.activity.District;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SitesTest {
  @Inject District district;

  @Test
  void aSiteOpensWithItsSpacesAndTellsOfThem() {
    UUID keeper = district.organization(null);
    JsonPath site = district.site(keeper, newCommunity(), 20, 40);
    assertThat(site.getString("state")).isEqualTo("OPEN");
    assertThat(site.getList("spaces.capacity")).isEqualTo(List.of(20, 40));
    assertThat(district.eventsOf(site.getString("id")))
        .isEqualTo("site-opened.v1 space-added.v1 space-added.v1");
    assertThat(
            district.text(
                "select effective_on::text from outbox where aggregateid = ?",
                site.getString("id")))
        .isEqualTo("2009-06-01");
  }

  @Test
  void aSiteIsReadAgainOnlyWhenItHasChanged() {
    JsonPath site = district.site(district.organization(null), newCommunity(), 20);
    String path = "/api/v1/sites/" + site.getString("id");
    String tag = as(Roles.MEMBER).get(path).then().statusCode(200).extract().header("ETag");
    as(Roles.MEMBER).header("If-None-Match", tag).get(path).then().statusCode(304);
  }

  @Test
  void sitesAreFoundByAreaKindOrganizationAndCapacity() {
    String community = newCommunity();
    UUID keeper = district.organization(null);
    String small = district.site(keeper, community, 10).getString("id");
    String large = district.site(district.organization(null), community, 80).getString("id");
    String township = community.substring(0, 9) + "000";
    find("areaCode=" + township).body("items.id", hasSize(2));
    find("areaCode=" + community + "&capacity=50").body("items.id", contains(large));
    find("areaCode=" + community + "&kind=EXHIBITION").body("items.id", hasSize(0));
    find("organizationId=" + keeper).body("items.id", contains(small));
    find("areaCode=" + community + "&state=CLOSED").body("items.id", hasSize(0));
  }

  @Test
  void aListIsReadPageByPage() {
    String community = newCommunity();
    UUID keeper = district.organization(null);
    for (int i = 0; i < 3; i++) {
      district.site(keeper, community, 10);
    }
    JsonPath first = find("areaCode=" + community + "&limit=2").extract().jsonPath();
    assertThat(first.getList("items")).hasSize(2);
    find("areaCode=" + community + "&limit=2&cursor=" + first.getString("nextCursor"))
        .body("items", hasSize(1))
        .body("items.id", not(hasItem(first.getString("items[0].id"))))
        .body("nextCursor", nullValue());
  }

  @Test
  void aChangeNamesTheVersionItChanges() {
    JsonPath site = district.site(district.organization(null), newCommunity(), 20);
    String path = "/api/v1/sites/" + site.getString("id") + "/measurement";
    Map<String, ?> measured = Map.of("floorArea", 99, "effectiveOn", "2010-01-01");
    as(Roles.SITE_MANAGER).body(measured).post(path).then().statusCode(428);
    as(Roles.SITE_MANAGER)
        .header("If-Match", "\"77\"")
        .body(measured)
        .post(path)
        .then()
        .statusCode(412);
    as(Roles.SITE_MANAGER)
        .header("If-Match", "\"0\"")
        .body(measured)
        .post(path)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("floorArea", equalTo(99));
    assertThat(district.eventsOf(site.getString("id"))).endsWith("site-measured.v1");
  }

  @Test
  void whatWasTrueLaterIsNotChangedEarlier() {
    JsonPath site = district.site(district.organization(null), newCommunity(), 20);
    change(site, "/measurement", Map.of("floorArea", 9, "effectiveOn", "2001-01-01"))
        .statusCode(422)
        .body("violations[0].code", equalTo("before-last-change"));
    change(site, "/close", Map.of("effectiveOn", "2999-01-01"))
        .statusCode(422)
        .body("violations[0].code", equalTo("in-the-future"));
  }

  @Test
  void aNewSpaceIsANewVersionOfTheSite() {
    JsonPath site = district.site(district.organization(null), newCommunity());
    change(site, "/spaces", Map.of("name", "hall", "capacity", 200))
        .statusCode(201)
        .header("ETag", "\"1\"")
        .body("spaces.capacity", contains(200));
    assertThat(district.eventsOf(site.getString("id"))).endsWith("space-added.v1");
  }

  @Test
  void aClosedSiteGivesBackWhatWasBooked() {
    UUID keeper = district.organization(null);
    JsonPath site = district.site(keeper, newCommunity(), 20);
    String booking =
        District.book(
                site.getString("spaces[0].id"), keeper, NEXT_WEEK, NEXT_WEEK.plusSeconds(3600))
            .statusCode(201)
            .extract()
            .path("id");
    change(site, "/close", Map.of("reasonCode", "LEASE_ENDED"))
        .statusCode(200)
        .body("state", equalTo("CLOSED"))
        .body("spaces[0].state", equalTo("CLOSED"));
    as(Roles.MEMBER).get("/api/v1/bookings/" + booking).then().body("state", equalTo("CANCELLED"));
    assertThat(district.eventsOf(booking)).isEqualTo("booking-confirmed.v1 booking-cancelled.v1");
    assertThat(district.eventsOf(site.getString("id"))).endsWith("site-closed.v1");
    District.book(site.getString("spaces[0].id"), keeper, NEXT_WEEK, NEXT_WEEK.plusSeconds(3600))
        .statusCode(409)
        .body("type", equalTo("https://jiceng.org/problems/space-not-open"));
  }

  @Test
  void aClosedSpaceLeavesTheOthersAlone() {
    UUID keeper = district.organization(null);
    JsonPath site = district.site(keeper, newCommunity(), 20, 30);
    String kept =
        District.book(
                site.getString("spaces[1].id"), keeper, NEXT_WEEK, NEXT_WEEK.plusSeconds(3600))
            .extract()
            .path("id");
    change(site, "/spaces/" + site.getString("spaces[0].id") + "/close", Map.of())
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("spaces.state", contains("CLOSED", "OPEN"));
    as(Roles.MEMBER).get("/api/v1/bookings/" + kept).then().body("state", equalTo("CONFIRMED"));
  }

  @Test
  void aCodeIsUsedOnce() {
    JsonPath site = district.site(district.organization(null), newCommunity(), 20);
    Map<String, Object> again = newSite(district.organization(null));
    again.put("code", site.getString("code"));
    as(Roles.REGISTRAR)
        .body(again)
        .post("/api/v1/sites")
        .then()
        .statusCode(409)
        .body("type", equalTo("https://jiceng.org/problems/site-code-taken"))
        .body("violations[0].field", equalTo("code"));
  }

  @Test
  void onlyWhoManagesChanges() {
    UUID keeper = district.organization(null);
    UUID stranger = district.organization(null);
    Map<String, Object> wanted = newSite(keeper);
    given().contentType(ContentType.JSON).body(wanted).post("/api/v1/sites").then().statusCode(401);
    as(Roles.SECRETARY).body(wanted).post("/api/v1/sites").then().statusCode(403);
    with(Tokens.of(Roles.SITE_MANAGER).org(stranger))
        .body(wanted)
        .post("/api/v1/sites")
        .then()
        .statusCode(404);
    with(Tokens.of(Roles.SITE_MANAGER).org(keeper).signedBySomeoneElse())
        .body(wanted)
        .post("/api/v1/sites")
        .then()
        .statusCode(401);
    with(Tokens.of(Roles.SITE_MANAGER).org(keeper))
        .body(wanted)
        .post("/api/v1/sites")
        .then()
        .statusCode(201);
  }

  @Test
  void aSiteIsOpenedInOnesOwnTerritoryOnly() {
    UUID keeper = district.organization(null);
    Map<String, Object> elsewhere = newSite(keeper);
    elsewhere.put("areaCode", district.known(newCommunity()));
    with(Tokens.of(Roles.SITE_MANAGER).org(keeper))
        .body(elsewhere)
        .post("/api/v1/sites")
        .then()
        .statusCode(404);
    as(Roles.SITE_MANAGER).body(elsewhere).post("/api/v1/sites").then().statusCode(201);
  }

  @Test
  void noSiteStandsInAnAreaThatThereIsNot() {
    Map<String, Object> nowhere = newSite(district.organization(null));
    String area = newCommunity();
    nowhere.put("areaCode", area);
    as(Roles.REGISTRAR)
        .body(nowhere)
        .post("/api/v1/sites")
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("areaCode"))
        .body("violations[0].code", equalTo("no-area"));
    assertThat(district.text("select area_code from area_version where area_code = ?", area))
        .isNull();
  }

  @Test
  void anOrganizationThatIsDissolvedOpensNothing() {
    as(Roles.REGISTRAR)
        .body(newSite(district.organization(null, "DISSOLVED")))
        .post("/api/v1/sites")
        .then()
        .statusCode(409)
        .body("type", equalTo("https://jiceng.org/problems/organization-not-active"));
  }

  @Test
  void whatCannotBeReadIsNamed() {
    Map<String, Object> wanted = newSite(district.organization(null));
    wanted.put("floorArea", -1);
    wanted.put("name", " ");
    as(Roles.REGISTRAR)
        .header("Accept-Language", "en")
        .body(wanted)
        .post("/api/v1/sites")
        .then()
        .statusCode(400)
        .contentType(startsWith("application/problem+json"))
        .body("violations.field", contains("floorArea", "name"));
    wanted.put("areaCode", "12");
    as(Roles.REGISTRAR).body(wanted).post("/api/v1/sites").then().statusCode(400);
    as(Roles.REGISTRAR).body("{").post("/api/v1/sites").then().statusCode(400);
    find("areaCode=12", 400);
    find("kind=CASTLE", 400);
  }

  @Test
  void otherFormsAndHugeBodiesAreNotTaken() {
    as(Roles.REGISTRAR)
        .contentType("application/xml")
        .body("<site/>")
        .post("/api/v1/sites")
        .then()
        .statusCode(415);
    Map<String, Object> wanted = newSite(district.organization(null));
    wanted.put("name", "x".repeat(2_000_000));
    as(Roles.REGISTRAR).body(wanted).post("/api/v1/sites").then().statusCode(413);
  }

  @Test
  void theSameKeyOpensOneSite() {
    Map<String, Object> wanted = newSite(district.organization(null));
    String key = UUID.randomUUID().toString();
    String first = open(wanted, key, 201);
    assertThat(open(wanted, key, 201)).isEqualTo(first);
    wanted.put("name", "another");
    open(wanted, key, 422);
  }

  private static String open(Map<String, Object> wanted, String key, int status) {
    return as(Roles.REGISTRAR)
        .header("Idempotency-Key", key)
        .body(wanted)
        .post("/api/v1/sites")
        .then()
        .statusCode(status)
        .extract()
        .path("id");
  }

  private static Map<String, Object> newSite(UUID keeper) {
    return new HashMap<>(
        Map.of(
            "code", District.newCode(),
            "name", "党员服务中心",
            "kind", "SERVICE_CENTRE",
            "origin", "PUBLIC",
            "areaCode", "110105001001",
            "organizationId", keeper,
            "floorArea", 600));
  }

  private static ValidatableResponse change(JsonPath site, String command, Map<String, ?> body) {
    return as(Roles.SITE_MANAGER)
        .header("If-Match", "\"" + site.getString("version") + "\"")
        .body(body)
        .post("/api/v1/sites/" + site.getString("id") + command)
        .then();
  }

  private static ValidatableResponse find(String query) {
    return find(query, 200);
  }

  private static ValidatableResponse find(String query, int status) {
    return as(Roles.MEMBER).get("/api/v1/sites?" + query).then().statusCode(status);
  }
}
