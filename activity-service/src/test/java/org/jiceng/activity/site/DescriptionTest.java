package org.jiceng.activity.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.jiceng.activity.District.as;
import static org.jiceng.activity.District.newCommunity;
import static org.jiceng.activity.District.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.activity.District;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a site and its spaces are like. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class DescriptionTest {
  private static final String PHOTO = "https://example.org/photos/hall.jpg";

  @Inject District district;

  private JsonPath site;

  @BeforeEach
  void aSiteWithASpace() {
    site = district.site(district.organization(null), newCommunity(), 20);
  }

  @Test
  void aSiteSaysWhereItStandsAndHowItLooks() {
    describe(Map.of("latitude", 39.921984, "longitude", 116.486412, "photos", List.of(PHOTO)))
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("latitude", equalTo(39.921984f))
        .body("photos", contains(PHOTO));
    assertThat(district.eventsOf(site.getString("id"))).endsWith("site-described.v1");
    assertThat(
            district.text(
                "select payload::text from outbox where aggregateid = ? and type like '%described%'",
                site.getString("id")))
        .contains("39.921984")
        .doesNotContain("example.org");
    put("/description", "\"1\"", Map.of()).statusCode(200).body("latitude", equalTo(null));
  }

  @Test
  void aPlaceOffTheEarthAndAPictureFromNowhereAreRefused() {
    describe(Map.of("latitude", 90.5, "longitude", 0)).statusCode(400);
    describe(Map.of("latitude", 1, "longitude", -181)).statusCode(400);
    describe(Map.of("latitude", 1.1234567, "longitude", 1)).statusCode(400);
    describe(Map.of("latitude", 1))
        .statusCode(422)
        .body("violations[0].code", equalTo("both-or-neither"));
    for (String address :
        List.of(
            "http://example.org/x", "https://", "/x", "https://[::1", "https://me@example.org/")) {
      describe(Map.of("photos", List.of(address)))
          .statusCode(422)
          .body("violations[0].code", equalTo("https-address"));
    }
    describe(Map.of("photos", List.of(PHOTO, PHOTO))).statusCode(422);
    describe(Map.of("photos", Collections.nCopies(11, PHOTO))).statusCode(400);
    assertThat(district.eventsOf(site.getString("id"))).doesNotContain("described");
  }

  @Test
  void aSpaceSaysWhatABookingMustKnow() {
    describeSpace(space())
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("spaces[0].equipment", contains("PROJECTOR", "WIFI"))
        .body("spaces[0].setUpMinutes", equalTo(30))
        .body("spaces[0].approval", equalTo("MANUAL"));
    assertThat(district.eventsOf(site.getString("id"))).endsWith("space-described.v1");
    Map<String, Object> wrong = space();
    wrong.put("clearUpMinutes", 241);
    describeSpace(wrong).statusCode(400);
    wrong = space();
    wrong.put("equipment", List.of("CATAPULT"));
    describeSpace(wrong).statusCode(422).body("violations[0].code", equalTo("not-in-list"));
    wrong.put("equipment", List.of("WIFI", "WIFI"));
    describeSpace(wrong).statusCode(422);
  }

  @Test
  void onlyWhoManagesDescribesAndOnlyWhatWasRead() {
    String path = "/api/v1/sites/" + site.getString("id") + "/description";
    as(Roles.SITE_MANAGER).body(Map.of()).put(path).then().statusCode(428);
    put("/description", "\"7\"", Map.of()).statusCode(412);
    as(Roles.SECRETARY).header("If-Match", "*").body(Map.of()).put(path).then().statusCode(403);
    with(Tokens.of(Roles.SITE_MANAGER).org(district.organization(null)))
        .header("If-Match", "*")
        .body(Map.of())
        .put(path)
        .then()
        .statusCode(404);
    put("/spaces/" + UUID.randomUUID(), "*", space()).statusCode(404);
    as(Roles.SITE_MANAGER)
        .header("If-Match", "*")
        .body(Map.of())
        .post("/api/v1/sites/" + site.getString("id") + "/close")
        .then()
        .statusCode(200);
    put("/description", "*", Map.of())
        .statusCode(409)
        .body("type", equalTo("https://jiceng.org/problems/site-closed"));
  }

  private static Map<String, Object> space() {
    return new HashMap<>(
        Map.of(
            "equipment",
            List.of("PROJECTOR", "WIFI"),
            "setUpMinutes",
            30,
            "clearUpMinutes",
            15,
            "approval",
            "MANUAL"));
  }

  private ValidatableResponse describe(Map<String, ?> description) {
    return put("/description", "*", description);
  }

  private ValidatableResponse describeSpace(Map<String, ?> description) {
    return put("/spaces/" + site.getString("spaces[0].id"), "*", description);
  }

  private ValidatableResponse put(String command, String tag, Map<String, ?> body) {
    return as(Roles.SITE_MANAGER)
        .header("If-Match", tag)
        .body(body)
        .put("/api/v1/sites/" + site.getString("id") + command)
        .then();
  }
}
