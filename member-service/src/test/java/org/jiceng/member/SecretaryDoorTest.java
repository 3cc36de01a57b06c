package org.jiceng.member;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.jiceng.member.District.officeOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door of the secretary's page; that one can sign in at it is shown by the system tests. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SecretaryDoorTest {
  @Inject District district;

  @ParameterizedTest
  @ValueSource(strings = {"/secretary/", "/page/style.css"})
  void thePageTakesNothingFromElsewhere(String path) {
    given()
        .get(path)
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("default-src 'self'"));
  }

  @Test
  void anOfficeIsToldWhichOneItIs() {
    UUID organization = district.organization();
    officeOf(organization)
        .get("/api/v1/session")
        .then()
        .statusCode(200)
        .body("organizationId", equalTo(organization.toString()))
        .body("wholeDistrict", equalTo(false));
  }

  @Test
  void whoShowsNothingIsToldSoAndNotRedirected() {
    given().redirects().follow(false).get("/api/v1/session").then().statusCode(401);
  }
}
