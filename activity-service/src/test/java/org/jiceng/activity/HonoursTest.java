package org.jiceng.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.jiceng.activity.District.as;
import static org.jiceng.activity.District.newCode;
import static org.jiceng.activity.District.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Service brands and demonstration points are given and taken back alike. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class HonoursTest {
  @Inject District district;

  @ParameterizedTest
  @CsvSource({
    "brands, brand-awarded.v1, brand-withdrawn.v1",
    "demonstration-points, demonstration-point-designated.v1, demonstration-point-withdrawn.v1"
  })
  void anHonourIsGivenFoundAndTakenBack(String path, String given, String taken) {
    UUID holder = district.organization(null);
    String all = "/api/v1/" + path;
    String code = newCode();
    String id =
        as(Roles.REGISTRAR)
            .body(honour(code, holder))
            .post(all)
            .then()
            .statusCode(201)
            .header("ETag", "\"0\"")
            .body("areaCode", equalTo("110105001001"))
            .extract()
            .path("id");
    find(all + "?organizationId=" + holder + "&withdrawn=false", 1);
    as(Roles.MEMBER).get(all + "/" + id).then().statusCode(200).body("code", equalTo(code));

    String withdrawal = all + "/" + id + "/withdrawal";
    as(Roles.REGISTRAR).body("{}").post(withdrawal).then().statusCode(428);
    withdraw(withdrawal, "9", "{}", 412);
    withdraw(withdrawal, "0", "{\"effectiveOn\": \"2001-01-01\"}", 422);
    withdraw(withdrawal, "0", "{\"reasonCode\": \"NOT_KEPT_UP\"}", 200);
    withdraw(withdrawal, "1", "{}", 409);
    find(all + "?organizationId=" + holder + "&withdrawn=false", 0);
    find(all + "?organizationId=" + holder + "&withdrawn=true", 1);
    assertThat(district.eventsOf(id)).isEqualTo(given + " " + taken);
  }

  @ParameterizedTest
  @CsvSource({"brands", "demonstration-points"})
  void whatIsWrongIsRefused(String path) {
    UUID holder = district.organization(null);
    String all = "/api/v1/" + path;
    String code = newCode();
    Map<String, Object> wanted = honour(code, holder);
    as(Roles.SITE_MANAGER).body(wanted).post(all).then().statusCode(403);
    with(Tokens.of(Roles.REGISTRAR).org(district.organization(null)))
        .body(wanted)
        .post(all)
        .then()
        .statusCode(404);
    as(Roles.REGISTRAR)
        .body(Map.of("name", "x"))
        .post(all)
        .then()
        .statusCode(400)
        .body("violations.field", contains("code", "organizationId"));
    as(Roles.REGISTRAR).body(wanted).post(all).then().statusCode(201);
    as(Roles.REGISTRAR).body(wanted).post(all).then().statusCode(409);
    as(Roles.REGISTRAR)
        .body(honour(newCode(), district.organization(null, "SUSPENDED")))
        .post(all)
        .then()
        .statusCode(409);
    as(Roles.MEMBER).get(all + "/" + UUID.randomUUID()).then().statusCode(404);
  }

  private static Map<String, Object> honour(String code, UUID holder) {
    return Map.of(
        "code", code, "name", "先锋", "organizationId", holder, "effectiveOn", "2009-03-01");
  }

  private static void withdraw(String path, String version, String body, int status) {
    as(Roles.REGISTRAR)
        .header("If-Match", "\"" + version + "\"")
        .body(body)
        .post(path)
        .then()
        .statusCode(status);
  }

  private static void find(String path, int count) {
    as(Roles.MEMBER).get(path).then().statusCode(200).body("items", hasSize(count));
  }
}
