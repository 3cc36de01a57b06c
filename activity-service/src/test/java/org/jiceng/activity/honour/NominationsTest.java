package org.jiceng.activity.honour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.jiceng.activity.District.as;
import static org.jiceng.activity.District.newCode;
import static org.jiceng.activity.Plans.officeOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jiceng.activity.District;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From nomination to renewal, of brands and demonstration points alike. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class NominationsTest {
  private static final String NOMINATIONS = "/api/v1/nominations";

  @Inject District district;

  @ParameterizedTest
  @CsvSource({
    "BRAND, brands, brand",
    "DEMONSTRATION_POINT, demonstration-points, demonstration-point"
  })
  void whatIsNominatedIsGivenOnceRenewedAndCounted(String kind, String path, String word) {
    UUID branch = district.organization(null);
    String all = "/api/v1/" + path;
    String nomination = nominated(kind, branch);
    decide(nomination, 7, "acceptance", Map.of("code", newCode())).statusCode(412);
    decide(nomination, 0, "acceptance", Map.of()).statusCode(400);
    String honour =
        decide(nomination, 0, "acceptance", Map.of("code", newCode(), "effectiveOn", "2009-03-01"))
            .statusCode(200)
            .body("state", equalTo("ACCEPTED"))
            .extract()
            .path("honourId");
    decide(nomination, 1, "acceptance", Map.of("code", newCode()))
        .statusCode(409)
        .body("type", endsWith("/nomination-decided"));
    as(Roles.MEMBER).get(all + "/" + honour).then().body("validUntil", equalTo("2012-03-01"));
    find(all, branch, "2012-02-29").body("items", hasSize(0));
    find(all, branch, "2012-03-01").body("items.id", contains(honour));
    renew(all, honour, 0, "2009-02-28").statusCode(422);
    renew(all, honour, 0, "2012-03-01").statusCode(200).body("validUntil", equalTo("2015-03-01"));
    find(all, branch, "2012-03-01").body("items", hasSize(0));

    Map<String, Object> people =
        Map.of("contributionCode", "PEOPLE_SERVED", "count", 12, "effectiveOn", "2010-01-01");
    officeOf(branch)
        .body(people)
        .post(all + "/" + honour + "/contributions")
        .then()
        .statusCode(201);
    officeOf(district.organization(null))
        .body(people)
        .post(all + "/" + honour + "/contributions")
        .then()
        .statusCode(404);
    officeOf(branch)
        .body(Map.of("contributionCode", "PEOPLE_SERVED", "count", 0))
        .post(all + "/" + honour + "/contributions")
        .then()
        .statusCode(400);
    as(Roles.MEMBER)
        .get(all + "/" + honour + "/contributions")
        .then()
        .body("items.count", contains(12));
    assertThat(district.eventsOf(nomination))
        .isEqualTo(word + "-nominated.v1 " + word + "-nomination-accepted.v1");
    String given = word.equals("brand") ? "-awarded.v1 " : "-designated.v1 ";
    assertThat(district.eventsOf(honour))
        .isEqualTo(word + given + word + "-renewed.v1 " + word + "-contributed.v1");
  }

  @ParameterizedTest
  @CsvSource({"BRAND, brands", "DEMONSTRATION_POINT, demonstration-points"})
  void whatIsSentBackGivesNothing(String kind, String path) {
    UUID branch = district.organization(null);
    String all = "/api/v1/" + path;
    String nomination = nominated(kind, branch);
    decide(nomination, 0, "return", Map.of()).statusCode(400);
    decide(nomination, 0, "return", Map.of("reasonCode", "TOO_EARLY"))
        .statusCode(200)
        .body("reasonCode", equalTo("TOO_EARLY"));
    as(Roles.MEMBER).get(all + "?organizationId=" + branch).then().body("items", hasSize(0));
    officeOf(branch)
        .get(NOMINATIONS + "?state=RETURNED&kind=" + kind)
        .then()
        .body("items.id", contains(nomination));
    UUID other = district.organization(null);
    officeOf(other).get(NOMINATIONS + "/" + nomination).then().statusCode(404);
    officeOf(other).get(NOMINATIONS).then().body("items.id", not(hasItem(nomination)));
    officeOf(other)
        .body(Map.of("kind", kind, "organizationId", branch, "name", "先锋"))
        .post(NOMINATIONS)
        .then()
        .statusCode(404);
    officeOf(branch)
        .header("If-Match", "\"1\"")
        .body(Map.of("code", newCode()))
        .post(NOMINATIONS + "/" + nomination + "/acceptance")
        .then()
        .statusCode(403);
  }

  private static String nominated(String kind, UUID organization) {
    return officeOf(organization)
        .body(Map.of("kind", kind, "organizationId", organization, "name", "先锋服务队"))
        .post(NOMINATIONS)
        .then()
        .statusCode(201)
        .header("ETag", "\"0\"")
        .extract()
        .path("id");
  }

  private static ValidatableResponse decide(
      String nomination, int version, String verb, Map<String, String> body) {
    return as(Roles.DISTRICT_ADMIN)
        .header("If-Match", "\"" + version + "\"")
        .body(body)
        .post(NOMINATIONS + "/" + nomination + "/" + verb)
        .then();
  }

  private static ValidatableResponse renew(String all, String honour, int version, String on) {
    return as(Roles.REGISTRAR)
        .header("If-Match", "\"" + version + "\"")
        .body(Map.of("effectiveOn", on))
        .post(all + "/" + honour + "/renewal")
        .then();
  }

  private static ValidatableResponse find(String all, UUID organization, String dueBy) {
    return as(Roles.MEMBER)
        .get(all + "?organizationId=" + organization + "&dueBy=" + dueBy)
        .then()
        .statusCode(200);
  }
}
