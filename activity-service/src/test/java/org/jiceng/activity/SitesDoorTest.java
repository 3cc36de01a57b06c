package org.jiceng.activity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.jiceng.activity.District.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door of the page of sites; that one can sign in at it is shown by the system tests. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SitesDoorTest {
  @Inject District district;

  @ParameterizedTest
  @ValueSource(strings = {"/sites/", "/sites/app.js", "/page/style.css"})
  void thePageTakesNothingFromElsewhere(String path) {
    given()
        .get(path)
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("default-src 'self'"));
  }

  @Test
  void whoShowsNothingIsToldSoAndNotRedirected() {
    given().redirects().follow(false).get("/api/v1/session").then().statusCode(401);
  }

  @Test
  void aSiteManagerIsToldWhoItIsAndWhatItsOrganisationsAreCalled() {
    UUID keeper = district.organization(null);
    UUID below = district.organization(keeper);
    district.organization(null);
    with(Tokens.of(Roles.SITE_MANAGER).org(keeper))
        .get("/api/v1/session")
        .then()
        .statusCode(200)
        .body("organizationId", equalTo(keeper.toString()));
    with(Tokens.of(Roles.SITE_MANAGER).org(keeper))
        .queryParam("own", true)
        .get("/api/v1/organizations")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(2))
        .body("items.id", hasItem(below.toString()));
  }
}
