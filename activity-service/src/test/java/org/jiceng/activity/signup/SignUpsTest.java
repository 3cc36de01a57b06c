package org.jiceng.activity.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.jiceng.activity.Plans.ACTIVITIES;
import static org.jiceng.activity.Plans.officeOf;
import static org.jiceng.activity.Plans.phoneOf;
import static org.jiceng.activity.Plans.plan;
import static org.jiceng.activity.Plans.planned;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jiceng.activity.District;
import org.jiceng.activity.Plans;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SignUpsTest {
  @Inject District district;
  @Inject Plans plans;

  private UUID branch;

  @BeforeEach
  void aBranch() {
    branch = district.organization(null);
  }

  @Test
  void whoFindsNoPlaceWaitsAndMovesUp() {
    String activity = withPlaces(1);
    UUID first = plans.member(branch);
    UUID second = plans.hosted(district.organization(null), branch);
    UUID third = plans.member(branch);
    String place =
        signUp(activity, first)
            .statusCode(200)
            .body("state", equalTo("SIGNED_UP"))
            .extract()
            .path("id");
    signUp(activity, first).statusCode(200).body("id", equalTo(place));
    String waiting =
        signUp(activity, second)
            .statusCode(200)
            .body("state", equalTo("WAITING"))
            .extract()
            .path("id");
    signUp(activity, third).statusCode(200).body("state", equalTo("WAITING"));
    String withdrawal = ACTIVITIES + "/" + activity + "/sign-ups/" + place + "/withdrawal";
    phoneOf(second).post(withdrawal).then().statusCode(404);
    phoneOf(first).post(withdrawal).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
    phoneOf(first).post(withdrawal).then().statusCode(404);
    officeOf(branch)
        .get(ACTIVITIES + "/" + activity + "/sign-ups")
        .then()
        .body("items.memberId", contains(second.toString(), third.toString()))
        .body("items.state", contains("SIGNED_UP", "WAITING"));
    assertThat(district.eventsOf(waiting)).isEqualTo("signed-up.v1 sign-up-moved-up.v1");
    signUp(activity, first).body("state", equalTo("WAITING"));
  }

  @Test
  void ofThirtyTwoAtOnceTenHaveAPlaceAndTheOthersWait() throws Exception {
    String activity = withPlaces(10);
    List<Callable<Integer>> all =
        IntStream.range(0, 32)
            .mapToObj(n -> plans.member(branch))
            .map(
                member -> (Callable<Integer>) () -> signUp(activity, member).extract().statusCode())
            .toList();
    ExecutorService phones = Executors.newFixedThreadPool(32);
    try {
      for (var answer : phones.invokeAll(all)) {
        assertThat(answer.get()).isEqualTo(200);
      }
    } finally {
      phones.shutdown();
    }
    officeOf(branch)
        .get(ACTIVITIES + "/" + activity)
        .then()
        .body("signUp.taken", equalTo(10))
        .body("signUp.waiting", equalTo(22));
  }

  @Test
  void aHigherLimitLetsThoseWhoWaitMoveUp() {
    String activity = withPlaces(1);
    for (int i = 0; i < 4; i++) {
      signUp(activity, plans.member(branch)).statusCode(200);
    }
    allow(activity, 7, 3).statusCode(412);
    allow(activity, 0, 0).statusCode(400);
    allow(activity, 0, 3)
        .statusCode(200)
        .body("signUp.taken", equalTo(3))
        .body("signUp.waiting", equalTo(1));
    allow(activity, 1, 1).statusCode(200).body("signUp.taken", equalTo(3));
  }

  private ValidatableResponse allow(String activity, int version, int limit) {
    return officeOf(branch)
        .header("If-Match", "\"" + version + "\"")
        .body(Map.of("limit", limit))
        .put(ACTIVITIES + "/" + activity + "/sign-up")
        .then();
  }

  @Test
  void anOfficeSignsItsMembersUpAndNobodyElse() {
    String activity = withPlaces(1);
    UUID member = plans.member(branch);
    UUID other = plans.member(branch);
    UUID stranger = plans.member(district.organization(null));
    String path = ACTIVITIES + "/" + activity + "/sign-ups";
    officeOf(branch)
        .body(Map.of("memberIds", List.of(member, stranger)))
        .post(path)
        .then()
        .statusCode(422);
    officeOf(branch).get(path).then().body("items", hasSize(0));
    officeOf(branch).body(Map.of("memberIds", List.of())).post(path).then().statusCode(400);
    officeOf(branch)
        .body(Map.of("memberIds", List.of(member, other, member)))
        .post(path)
        .then()
        .statusCode(200)
        .body("state", contains("SIGNED_UP", "WAITING"));
    officeOf(district.organization(null))
        .body(Map.of("memberIds", List.of(member)))
        .post(path)
        .then()
        .statusCode(404);
    signUp(activity, stranger).statusCode(404);
    signUp(UUID.randomUUID().toString(), member).statusCode(404);
  }

  @Test
  void signUpOpensClosesAndIsOverOnceTheActivityIsCancelled() {
    UUID member = plans.member(branch);
    Map<String, Object> later = plan(branch);
    later.put("signUp", Map.of("limit", 1, "opensAt", Instant.now().plusSeconds(600)));
    signUp(planned(later), member).statusCode(409).body("type", endsWith("/sign-up-not-yet"));
    String begun = withPlaces(1);
    plans.moveTo(begun, Instant.now().minusSeconds(60));
    signUp(begun, member).statusCode(409).body("type", endsWith("/sign-up-closed"));
    signUp(planned(plan(branch)), member).statusCode(409).body("type", endsWith("/no-sign-up"));
    String cancelled = withPlaces(1);
    Plans.command(branch, cancelled, 0, "cancellation", "{}").statusCode(200);
    signUp(cancelled, member).statusCode(409).body("type", endsWith("/activity-not-planned"));
  }

  @Test
  void aMemberWithdrawsNobodyElseWhateverTheScopeOfTheToken() {
    String activity = withPlaces(1);
    String place = signUp(activity, plans.member(branch)).extract().path("id");
    UUID other = plans.member(branch);
    String withdrawal = ACTIVITIES + "/" + activity + "/sign-ups/" + place + "/withdrawal";
    District.with(Tokens.of(Roles.MEMBER).member(other).wholeDistrict())
        .post(withdrawal)
        .then()
        .statusCode(404);
    District.with(Tokens.of(Roles.MEMBER).member(other).org(branch))
        .post(withdrawal)
        .then()
        .statusCode(404);
    officeOf(branch).post(withdrawal).then().statusCode(200);
  }

  private String withPlaces(int limit) {
    Map<String, Object> plan = plan(branch);
    plan.put("signUp", Map.of("limit", limit));
    return planned(plan);
  }

  private static ValidatableResponse signUp(String activity, UUID member) {
    return phoneOf(member).body(Map.of("activityId", activity)).post("/api/v1/me/sign-ups").then();
  }
}
