package org.jiceng.kit.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class VersionsTest {
  private String location;
  private String tag;

  @BeforeEach
  void aProbe() {
    Response created =
        json("v" + UUID.randomUUID().toString().substring(0, 12)).post("/api/v1/probes");
    location = created.header("Location");
    tag = created.header("ETag");
  }

  @Test
  void aChangeNamesTheVersionItChanges() {
    json("x").put(location).then().statusCode(428).contentType("application/problem+json");
    json("x").header("If-Match", "7").put(location).then().statusCode(400);
    json("x").header("If-Match", "\"7\"").put(location).then().statusCode(412);
    json("x").header("If-Match", "W/" + tag).put(location).then().statusCode(412);
    String next =
        json(UUID.randomUUID().toString().substring(0, 12))
            .header("If-Match", "\"99\", " + tag)
            .put(location)
            .then()
            .statusCode(200)
            .extract()
            .header("ETag");
    json("x")
        .header("If-Match", tag)
        .put(location)
        .then()
        .statusCode(412)
        .body("type", equalTo("https://jiceng.org/problems/stale"));
    json(UUID.randomUUID().toString().substring(0, 12))
        .header("If-Match", next)
        .put(location)
        .then()
        .statusCode(200);
    json(UUID.randomUUID().toString().substring(0, 12))
        .header("If-Match", "*")
        .put(location)
        .then()
        .statusCode(200);
  }

  @Test
  void aVeryLongListOfVersionsIsReadToItsEnd() {
    String many = "\"99\",".repeat(1500);
    json("x").header("If-Match", many + "\"98\"").put(location).then().statusCode(412);
    json("x").header("If-Match", many + "x").put(location).then().statusCode(400);
  }

  @Test
  void whoHasTheVersionAlreadyIsToldSo() {
    given()
        .get(location)
        .then()
        .statusCode(200)
        .header("ETag", tag)
        .header("Cache-Control", "no-store");
    given().header("If-None-Match", tag).get(location).then().statusCode(304).header("ETag", tag);
    given().header("If-None-Match", "\"7\"").get(location).then().statusCode(200);
  }

  @Test
  void whoIsOvertakenInTheDatabaseIsToldThatTheRecordIsStale() {
    given().put(location + "/overtaken").then().statusCode(412);
  }

  private static RequestSpecification json(String name) {
    return given().contentType(ContentType.JSON).body("{\"name\":\"%s\"}".formatted(name));
  }
}
