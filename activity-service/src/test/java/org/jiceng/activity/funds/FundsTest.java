package org.jiceng.activity.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.activity.District.as;
import static org.jiceng.activity.District.newCommunity;
import static org.jiceng.activity.Plans.ACTIVITIES;
import static org.jiceng.activity.Plans.officeOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jiceng.activity.District;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class FundsTest {
  @Inject District district;

  private String community;
  private String township;
  private UUID branch;
  private String activity;

  @BeforeEach
  void anActivityInACommunity() {
    community = newCommunity();
    township = community.substring(0, 9) + "000";
    branch = district.organizationIn(community);
    activity =
        officeOf(branch)
            .body(Map.of("organizationId", branch, "kind", "LECTURE", "heldOn", "2010-07-01"))
            .post(ACTIVITIES)
            .path("id");
  }

  @Test
  void whatWasSpentCountsInEveryAreaAboveAndToOverspendIsToldAndNotRefused() {
    set(township, 0, "100.00").statusCode(200).body("version", equalTo(1));
    spend("60.25", "PARTY_FEE").statusCode(201).body("overspent", hasSize(0));
    String second =
        spend("40.00", "DONATION")
            .statusCode(201)
            .body("cost.areaCode", equalTo(community))
            .body("overspent.areaCode", contains(township))
            .body("overspent[0].spent", equalTo(100.25f))
            .extract()
            .path("cost.id");
    budget(township).body("over", equalTo(true)).body("spent", equalTo(100.25f));
    budget(community).body("amount", nullValue()).body("spent", equalTo(100.25f));
    officeOf(branch)
        .body(Map.of("reasonCode", "WRONG_AMOUNT"))
        .post("/api/v1/costs/" + second + "/revocation")
        .then()
        .statusCode(200);
    officeOf(branch).post("/api/v1/costs/" + second + "/revocation").then().statusCode(409);
    budget(township).body("over", equalTo(false)).body("spent", equalTo(60.25f));
    set(township, 0, "50").statusCode(412);
    set(township, 1, "50").statusCode(200).body("over", equalTo(true));
    assertThat(district.eventsOf(second)).isEqualTo("cost-recorded.v1 cost-revoked.v1");
    assertThat(district.eventsOf(township + ":2010")).isEqualTo("budget-set.v1 budget-set.v1");
  }

  @Test
  void aSiteCostsWhereItLiesAndWhoeverManagesItSaysSo() {
    UUID keeper = district.organization(null);
    String site = district.site(keeper, community, 20).getString("id");
    officeOf(branch)
        .body(cost("5", "FISCAL"))
        .post("/api/v1/sites/" + site + "/costs")
        .then()
        .statusCode(403);
    as(Roles.SITE_MANAGER)
        .body(cost("5", "FISCAL"))
        .post("/api/v1/sites/" + site + "/costs")
        .then()
        .statusCode(201)
        .body("cost.organizationId", equalTo(keeper.toString()))
        .body("cost.areaCode", equalTo(community));
    as(Roles.AUDITOR)
        .get("/api/v1/costs?siteId=" + site + "&areaCode=" + township)
        .then()
        .body("items.amount", contains(5.0f));
    officeOf(branch).get("/api/v1/costs?siteId=" + site).then().body("items", hasSize(0));
  }

  @Test
  void badCostsAndBudgetsAreRefused() {
    spend("0", "PARTY_FEE").statusCode(400);
    spend("-1", "PARTY_FEE").statusCode(400);
    spend("1.001", "PARTY_FEE").statusCode(400);
    spend("99999999999", "PARTY_FEE").statusCode(400);
    spend("1", "LOTTERY").statusCode(400);
    Map<String, Object> tomorrow = cost("1", "OTHER");
    tomorrow.put("spentOn", "2999-01-01");
    send(tomorrow).statusCode(422);
    Map<String, Object> elsewhere = cost("1", "OTHER");
    elsewhere.put("siteId", UUID.randomUUID());
    send(elsewhere).statusCode(422);
    Map<String, Object> stranger = cost("1", "OTHER");
    stranger.put("organizationId", district.organization(null));
    send(stranger).statusCode(404);
    officeOf(district.organization(null))
        .body(cost("1", "OTHER"))
        .post(ACTIVITIES + "/" + activity + "/costs")
        .then()
        .statusCode(404);
    as(Roles.DISTRICT_ADMIN)
        .body(Map.of("amount", 1))
        .put("/api/v1/budgets/" + township + "/2010")
        .then()
        .statusCode(428);
    set(township, 0, "-1").statusCode(400);
    as(Roles.REPORTER).get("/api/v1/budgets/" + township + "/0").then().statusCode(400);
    as(Roles.REPORTER).get("/api/v1/budgets/12/2010").then().statusCode(400);
    officeOf(branch).get("/api/v1/budgets/110105001001/2010").then().statusCode(404);
    budget(township).body("spent", equalTo(0));
  }

  private ValidatableResponse spend(String amount, String source) {
    return send(cost(amount, source));
  }

  private ValidatableResponse send(Map<String, Object> cost) {
    return officeOf(branch).body(cost).post(ACTIVITIES + "/" + activity + "/costs").then();
  }

  private static Map<String, Object> cost(String amount, String source) {
    Map<String, Object> cost = new HashMap<>();
    cost.put("amount", new BigDecimal(amount));
    cost.put("fundSource", source);
    cost.put("spentOn", "2010-07-02");
    return cost;
  }

  private static ValidatableResponse budget(String area) {
    return as(Roles.REPORTER).get("/api/v1/budgets/" + area + "/2010").then().statusCode(200);
  }

  private static ValidatableResponse set(String area, int version, String amount) {
    return as(Roles.DISTRICT_ADMIN)
        .header("If-Match", "\"" + version + "\"")
        .body(Map.of("amount", new BigDecimal(amount)))
        .put("/api/v1/budgets/" + area + "/2010")
        .then();
  }
}
