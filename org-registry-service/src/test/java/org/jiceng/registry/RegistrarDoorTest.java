package org.jiceng.registry;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.Test;

/** The door of the registrar's page; that one can sign in at it is shown by the system tests. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RegistrarDoorTest {

  @Test
  void thePageTakesNothingFromElsewhere() {
    given()
        .get("/registrar/")
        .then()
        .statusCode(200)
        .contentType(containsString("text/html"))
        .header("Content-Security-Policy", containsString("default-src 'self'"));
  }

  @Test
  void aCallerIsToldWhoItIs() {
    given()
        .auth()
        .oauth2(Tokens.of("registrar").subject("li").wholeDistrict().sign())
        .get("/api/v1/session")
        .then()
        .statusCode(200)
        .body("subject", equalTo("li"))
        .body("roles", hasItem("registrar"))
        .body("organizationId", nullValue())
        .body("wholeDistrict", equalTo(true));
  }

  @Test
  void whoShowsNothingIsToldSoAndNotRedirected() {
    given().redirects().follow(false).get("/api/v1/session").then().statusCode(401);
  }

  @Test
  void theSessionOfAnotherServiceOnThisHostIsNoSessionHere() {
    given()
        .redirects()
        .follow(false)
        .cookie("q_session_door_reporting-service", "theirs")
        .get("/api/v1/session")
        .then()
        .statusCode(401);
  }

  @Test
  void aTokenIsReadThoughACookieOfAnotherServiceComesAlong() {
    given()
        .auth()
        .oauth2(Tokens.of("registrar").wholeDistrict().sign())
        .cookie("q_session_door_reporting-service", "theirs")
        .get("/api/v1/session")
        .then()
        .statusCode(200);
  }
}
