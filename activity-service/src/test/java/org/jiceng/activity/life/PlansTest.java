package org.jiceng.activity.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.activity.District.as;
import static org.jiceng.activity.District.newCommunity;
import static org.jiceng.activity.Plans.ACTIVITIES;
import static org.jiceng.activity.Plans.command;
import static org.jiceng.activity.Plans.officeOf;
import static org.jiceng.activity.Plans.plan;
import static org.jiceng.activity.Plans.planned;
import static org.jiceng.activity.Plans.send;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jiceng.activity.District;
import org.jiceng.activity.Plans;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class PlansTest {
  @Inject District district;
  @Inject Plans plans;

  private UUID leader;
  private UUID other;

  @BeforeEach
  void twoOrganizations() {
    leader = district.organization(null);
    other = district.organization(null);
  }

  @Test
  void anActivityIsPlannedMovedHeldAndMinuted() {
    Map<String, Object> plan = plan(leader);
    plan.put("agenda", List.of("学习", "讨论"));
    plan.put("place", "广场");
    String id =
        send(plan)
            .statusCode(201)
            .header("ETag", "\"0\"")
            .header("Location", containsString("/api/v1/activities/"))
            .body("state", equalTo("PLANNED"))
            .body("heldOn", nullValue())
            .body("agenda", contains("学习", "讨论"))
            .extract()
            .path("id");
    Instant later = ((Instant) plan.get("startsAt")).plusSeconds(86_400);
    command(
            leader,
            id,
            0,
            "rescheduling",
            Map.of("startsAt", later, "endsAt", later.plusSeconds(600)))
        .statusCode(200)
        .body("startsAt", equalTo(later.toString()));
    command(leader, id, 1, "holding", "{}").statusCode(409);
    command(leader, id, 1, "minutes", Map.of("text", "一致通过")).statusCode(409);
    plans.moveTo(id, Instant.now().minusSeconds(900));
    command(leader, id, 0, "holding", "{}").statusCode(412);
    command(leader, id, 1, "holding", "{}").statusCode(200).body("state", equalTo("HELD"));
    command(leader, id, 2, "cancellation", "{}").statusCode(409);
    command(leader, id, 2, "minutes", Map.of("text", "一致通过"))
        .statusCode(200)
        .body("state", equalTo("MINUTED"));
    command(leader, id, 3, "minutes", Map.of("text", "更正：一致通过"))
        .statusCode(200)
        .header("ETag", equalTo("\"4\""));
    command(leader, id, 3, "minutes", Map.of("text", "没有读过更正")).statusCode(412);
    officeOf(leader)
        .get(ACTIVITIES + "/" + id + "/minutes")
        .then()
        .body("text", equalTo("更正：一致通过"))
        .body("number", equalTo(2));
    assertThat(district.eventsOf(id))
        .isEqualTo(
            "activity-planned.v1 activity-rescheduled.v1 activity-held.v1"
                + " attendance-expected.v1 activity-minuted.v1 activity-minuted.v1");
    assertThat(
            district.text(
                "select string_agg(payload::text, '') from outbox where aggregateid = ?", id))
        .doesNotContain("通过", "主题", "广场");
  }

  @Test
  void asManyAreExpectedAsTheHoldersHaveMembersThatDay() {
    plans.member(leader);
    plans.member(leader);
    plans.member(other);
    plans.member(district.organization(null));
    Map<String, Object> plan = plan(leader);
    plan.put("jointlyWith", List.of(other));
    String id = planned(plan);
    plans.moveTo(id, Instant.now().minusSeconds(60));
    command(leader, id, 0, "holding", "{}").statusCode(200);
    assertThat(
            district.text(
                "select payload ->> 'expected' from outbox where aggregateid = ? and type like '%attendance-expected%'",
                id))
        .isEqualTo("3");
  }

  @Test
  void oneHeldTogetherCountsForEachAndIsSeenByEach() {
    UUID third = district.organization(null);
    Map<String, Object> plan = plan(leader);
    plan.put("jointlyWith", List.of(other, third, other));
    String id = planned(plan);
    for (UUID holder : List.of(leader, other, third)) {
      officeOf(holder).get(ACTIVITIES + "/" + id).then().statusCode(200);
      officeOf(holder).get(ACTIVITIES + "?state=PLANNED").then().body("items.id", contains(id));
    }
    command(other, id, 0, "cancellation", "{}").statusCode(404);
    command(third, id, 0, "leaving", Map.of("organizationId", other)).statusCode(404);
    command(leader, id, 0, "leaving", Map.of("organizationId", leader)).statusCode(409);
    UUID elsewhere = district.organization(null);
    command(elsewhere, id, 9, "leaving", Map.of("organizationId", elsewhere)).statusCode(404);
    command(third, id, 0, "leaving", Map.of("organizationId", third))
        .statusCode(200)
        .body("jointlyWith", contains(other.toString()));
    officeOf(third).get(ACTIVITIES + "/" + id).then().statusCode(404);
    plans.moveTo(id, Instant.now().minusSeconds(60));
    command(leader, id, 1, "holding", "{}").statusCode(200);
    assertThat(district.eventsOf(id))
        .endsWith("activity-held.v1 activity-held-jointly.v1 attendance-expected.v1");
    UUID member = plans.member(other);
    officeOf(leader)
        .body(Map.of("memberIds", List.of(member)))
        .post(ACTIVITIES + "/" + id + "/attendances")
        .then()
        .statusCode(200)
        .body("attendances", equalTo(1));
    officeOf(other)
        .get(ACTIVITIES + "?organizationId=" + other + "&state=HELD")
        .then()
        .body("items.id", contains(id));
  }

  @Test
  void aPlanStandsOnABookingOfItsOwn() {
    var site = district.site(other, newCommunity(), 20);
    Map<String, Object> plan = plan(leader);
    Instant startsAt = (Instant) plan.get("startsAt");
    String booking =
        District.book(site.getString("spaces[0].id"), leader, startsAt, startsAt.plusSeconds(7200))
            .statusCode(201)
            .extract()
            .path("id");
    plan.put("bookingId", booking);
    send(plan).statusCode(201).body("siteId", equalTo(site.getString("id")));
    plan.put("endsAt", startsAt.plusSeconds(7201));
    send(plan).statusCode(409).body("type", endsWith("/booking-unfit"));
    Map<String, Object> foreign = plan(other);
    foreign.put("bookingId", booking);
    foreign.put("startsAt", startsAt);
    foreign.put("endsAt", startsAt.plusSeconds(60));
    send(foreign).statusCode(409);
    Map<String, Object> nowhere = plan(leader);
    nowhere.put("siteId", UUID.randomUUID());
    send(nowhere).statusCode(422).body("violations.field", contains("siteId"));
  }

  @Test
  void badPlansAreRefusedAndLeaveNothingBehind() {
    long before = Long.parseLong(district.text("select count(*)::text from activity"));
    refused("endsAt", Instant.now().toString(), 422);
    refused("startsAt", "2020-01-01T00:00:00Z", 422);
    refused("endsAt", Instant.now().plusSeconds(86_400 * 30L).toString(), 422);
    refused("title", "x".repeat(201), 400);
    refused("title", " ", 400);
    refused("kind", "PARTY", 400);
    refused("agenda", List.of("x".repeat(201)), 400);
    refused("jointlyWith", List.of(UUID.randomUUID()), 422);
    refused("jointlyWith", List.of(district.organization(null, "SUSPENDED")), 422);
    refused("signUp", Map.of("limit", 0), 400);
    refused("signUp", Map.of("limit", 1, "closesAt", "2999-01-01T00:00:00Z"), 422);
    officeOf(other).body(plan(leader)).post(ACTIVITIES + "/plans").then().statusCode(404);
    as(Roles.MEMBER).body(plan(leader)).post(ACTIVITIES + "/plans").then().statusCode(403);
    assertThat(district.text("select count(*)::text from activity")).isEqualTo("" + before);
    officeOf(leader).get(ACTIVITIES).then().body("items", hasSize(0));
  }

  @Test
  void whatWasCancelledStaysCancelled() {
    String id = planned(plan(leader));
    officeOf(leader)
        .body("{}")
        .post(ACTIVITIES + "/" + id + "/cancellation")
        .then()
        .statusCode(428);
    command(leader, id, 0, "cancellation", Map.of("reasonCode", "TOO_FEW"))
        .statusCode(200)
        .body("state", equalTo("CANCELLED"));
    command(leader, id, 1, "holding", "{}")
        .statusCode(409)
        .body("type", endsWith("/activity-not-planned"));
    officeOf(leader)
        .body(Map.of("memberIds", List.of(plans.member(leader))))
        .post(ACTIVITIES + "/" + id + "/attendances")
        .then()
        .statusCode(409);
    officeOf(leader).get(ACTIVITIES + "?state=HELD").then().body("items.id", not(hasItem(id)));
  }

  private void refused(String field, Object value, int status) {
    Map<String, Object> plan = plan(leader);
    plan.put(field, value);
    send(plan).statusCode(status).contentType("application/problem+json");
  }

  @Test
  void ofMinutesWrittenAtOnceNoneAreOverwrittenUnread() throws Exception {
    UUID branch = district.organization(null);
    String id = plans.begun(plan(branch));
    command(branch, id, 0, "holding", "{}").statusCode(200);
    Callable<Integer> write =
        () -> command(branch, id, 1, "minutes", Map.of("text", "一致通过")).extract().statusCode();
    ExecutorService writers = Executors.newFixedThreadPool(8);
    try {
      List<Integer> answers = new ArrayList<>();
      for (var answer : writers.invokeAll(Collections.nCopies(8, write))) {
        answers.add(answer.get());
      }
      assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
    } finally {
      writers.shutdown();
    }
  }
}
