package org.jiceng.activity.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.jiceng.activity.Plans.phoneOf;
import static org.jiceng.activity.Plans.plan;
import static org.jiceng.activity.Plans.planned;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.activity.District;
import org.jiceng.activity.Plans;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class OwnActivitiesTest {
  private static final String MINE = "/api/v1/me/activities";

  @Inject District district;
  @Inject Plans plans;

  @Test
  void aPhoneSeesWhatItsMemberMayComeToHereAndAtTheHost() {
    UUID above = district.organization(null);
    UUID branch = district.organization(above);
    UUID host = district.organization(null);
    UUID me = plans.hosted(branch, host);
    Map<String, Object> limited = plan(branch);
    limited.put("signUp", Map.of("limit", 3));
    String own = planned(limited);
    String wider = planned(plan(above));
    String away = planned(plan(host));
    planned(plan(district.organization(null)));
    String cancelled = planned(plan(branch));
    Plans.command(branch, cancelled, 0, "cancellation", "{}").statusCode(200);
    phoneOf(me).body(Map.of("activityId", own)).post("/api/v1/me/sign-ups").then().statusCode(200);

    Response answer = phoneOf(me).get(MINE);
    answer.then().statusCode(200).body("items", hasSize(3));
    assertThat(answer.jsonPath().getList("items.id", String.class))
        .containsExactlyInAnyOrder(own, wider, away);
    answer
        .then()
        .body("items.find { it.id == '" + own + "' }.places", equalTo(2))
        .body("items.find { it.id == '" + own + "' }.signUpId", notNullValue())
        .body("items.find { it.id == '" + own + "' }.waiting", equalTo(false));
    assertThat(answer.asByteArray()).hasSizeLessThan(2_000);
    phoneOf(me).header("If-None-Match", answer.header("ETag")).get(MINE).then().statusCode(304);
    String cursor = phoneOf(me).get(MINE + "?limit=2").then().extract().path("nextCursor");
    phoneOf(me).get(MINE + "?limit=2&cursor=" + cursor).then().body("items", hasSize(1));
  }

  @Test
  void whatOthersHoldTogetherWithMineIsSeenOnce() {
    UUID branch = district.organization(null);
    UUID me = plans.member(branch);
    Map<String, Object> joint = plan(district.organization(null));
    joint.put("jointlyWith", List.of(branch));
    String together = planned(joint);
    Map<String, Object> led = plan(branch);
    led.put("jointlyWith", List.of(district.organization(branch)));
    String own = planned(led);
    assertThat(phoneOf(me).get(MINE).jsonPath().getList("items.id", String.class))
        .containsExactlyInAnyOrder(together, own);
  }

  @Test
  void whatIsOverIsSeenNoMore() {
    UUID branch = district.organization(null);
    UUID me = plans.member(branch);
    String over = planned(plan(branch));
    plans.moveTo(over, Instant.now().minusSeconds(7200));
    String goesOn = plans.begun(plan(branch));
    phoneOf(me).get(MINE).then().body("items.id", contains(goesOn));
  }

  @Test
  void onlyWhoIsAMemberHasAnOwnView() {
    District.as(Roles.MEMBER).get(MINE).then().statusCode(404);
    District.as(Roles.SECRETARY).get(MINE).then().statusCode(403);
  }
}
