package org.jiceng.kit.codes;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class CodesResourceTest {
  @Test
  void anyoneReadsTheListsInBothLanguages() {
    given()
        .get("/api/v1/codes")
        .then()
        .statusCode(200)
        .body("items.name", hasItem("organization-type"));
    given()
        .get("/api/v1/codes/ethnicity")
        .then()
        .statusCode(200)
        .header("Cache-Control", equalTo("no-transform, max-age=86400"))
        .body("standard", equalTo("GB/T 3304-1991"))
        .body("items[0].code", equalTo("01"))
        .body("items[0].zh", equalTo("汉族"))
        .body("items[0].en", equalTo("Han"));
    given()
        .get("/api/v1/codes/colours")
        .then()
        .statusCode(404)
        .body("type", equalTo("https://jiceng.org/problems/not-found"));
  }
}
