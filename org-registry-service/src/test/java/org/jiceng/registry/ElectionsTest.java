package org.jiceng.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.registry.District.ELSEWHERE;
import static org.jiceng.registry.District.HERE;
import static org.jiceng.registry.District.appoint;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.branch;
import static org.jiceng.registry.District.change;
import static org.jiceng.registry.District.committee;
import static org.jiceng.registry.District.officeOf;
import static org.jiceng.registry.District.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.time.BusinessClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** One command ends a term and begins the next, and what falls due is known beforehand. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ElectionsTest {
  private static final String IN_2009 = "2009-06-01";

  @Inject Stored stored;
  @Inject BusinessClock clock;

  private UUID committee;

  @BeforeEach
  void aCommittee() {
    committee = committee(District.root(), HERE);
  }

  @Test
  void anElectionEndsTheOldTermAndBeginsTheNewOneInOneCommand() {
    UUID secretary = post(committee, "SECRETARY");
    UUID member = post(committee, "COMMITTEE_MEMBER");
    UUID worker = post(committee, "FULL_TIME_WORKER");
    List.of(secretary, member, worker).forEach(District::appoint);
    UUID elected = UUID.randomUUID();

    ValidatableResponse held =
        elect(
                committee,
                IN_2009,
                Map.of("kind", "SECRETARY", "holderId", elected.toString()),
                Map.of("kind", "DEPUTY_SECRETARY"))
            .statusCode(201)
            .body("effectiveOn", equalTo(IN_2009))
            .body("termEndsOn", equalTo("2014-06-01"))
            .body("results.kind", contains("SECRETARY", "DEPUTY_SECRETARY"))
            .body("results[0].postId", equalTo(secretary.toString()));

    as("reporter")
        .get("/api/v1/posts/" + secretary)
        .then()
        .body("holderId", equalTo(elected.toString()))
        .body("filledOn", equalTo(IN_2009))
        .body("termEndsOn", equalTo("2014-06-01"));
    as("reporter")
        .get("/api/v1/posts?vacant=true&organizationId=" + committee)
        .then()
        .body("items.id", contains(member.toString()))
        .body("items.vacantSince", contains(IN_2009));
    as("reporter")
        .get("/api/v1/posts/" + worker)
        .then()
        .body("filledOn", equalTo("2003-01-01"))
        .body("vacantSince", nullValue());
    assertThat(stored.eventsOf(secretary))
        .endsWith("post-filled 2003-01-01", "post-vacated 2009-06-01", "post-filled 2009-06-01");
    assertThat(stored.eventsOf(held.extract().path("id").toString()))
        .containsExactly("election-held 2009-06-01");
    as("reporter")
        .get("/api/v1/posts/" + secretary + "/appointments")
        .then()
        .body("items.appointedOn", contains(IN_2009, "2003-01-01"))
        .body("items[1].endedOn", equalTo(IN_2009))
        .body("items[1].reasonCode", equalTo("ELECTION"));
  }

  @Test
  void theElectionsAreReadableAfterwardsAndBranchesElectForThreeYears() {
    UUID branch = branch(committee, HERE);
    elect(branch, "2006-06-01", Map.of("kind", "SECRETARY")).statusCode(201);
    elect(branch, IN_2009, Map.of("kind", "SECRETARY")).statusCode(201);

    as("reporter")
        .get("/api/v1/organizations/" + branch + "/elections?limit=1")
        .then()
        .body("items.effectiveOn", contains(IN_2009))
        .body("items.termEndsOn", contains("2012-06-01"));
    String next =
        as("reporter")
            .get("/api/v1/organizations/" + branch + "/elections?limit=1")
            .path("nextCursor");
    as("reporter")
        .get("/api/v1/organizations/" + branch + "/elections?limit=1&cursor=" + next)
        .then()
        .body("items.effectiveOn", contains("2006-06-01"))
        .body("items[0].results", hasSize(1))
        .body("nextCursor", nullValue());
    as("reporter")
        .get("/api/v1/organizations/" + UUID.randomUUID() + "/elections")
        .then()
        .statusCode(404);
  }

  @Test
  void whatIsNoElectionIsRefusedAndLeavesNoTrace() {
    UUID suspended = branch(committee, HERE);
    change(suspended, "suspend", Map.of("effectiveOn", "2008-01-01")).statusCode(200);
    UUID dissolved = branch(committee, HERE);
    change(dissolved, "dissolve", Map.of("effectiveOn", "2008-01-01")).statusCode(200);
    UUID held = branch(committee, HERE);
    elect(held, IN_2009, Map.of("kind", "SECRETARY")).statusCode(201);
    appoint(post(committee, "SECRETARY"));
    UUID theirs = committee(District.root(), ELSEWHERE);
    Map<String, String> before = stored.everything();
    Map<String, Object> one = Map.of("kind", "SECRETARY");
    Map<String, Object> ann =
        Map.of("kind", "COMMITTEE_MEMBER", "holderId", UUID.randomUUID().toString());

    violation(elect(committee, IN_2009, one, one), "results[1].kind", "one-secretary");
    violation(elect(committee, IN_2009, ann, ann), "results[1].holderId", "elected-twice");
    violation(
        elect(committee, IN_2009, Map.of("kind", "INSTRUCTOR")), "results[0].kind", "not-elected");
    violation(elect(committee, "2999-01-01", one), "heldOn", "in-the-future");
    violation(elect(committee, "1999-12-31", one), "heldOn", "before-established");
    violation(elect(committee, "2002-12-31", one), "effectiveOn", "before-last-change");
    violation(
        send(
            as("registrar"),
            committee,
            Map.of("heldOn", IN_2009, "effectiveOn", "2009-05-31", "results", List.of(one))),
        "effectiveOn",
        "before-election");
    violation(
        send(
            as("registrar"),
            committee,
            Map.of("heldOn", IN_2009, "effectiveOn", "2999-05-31", "results", List.of(one))),
        "effectiveOn",
        "in-the-future");
    elect(suspended, IN_2009, one)
        .statusCode(409)
        .body("type", equalTo("https://jiceng.org/problems/organization-not-active"));
    elect(dissolved, IN_2009, one).statusCode(409);
    for (String day : List.of(IN_2009, "2008-01-01")) {
      elect(held, day, one)
          .statusCode(409)
          .body("type", equalTo("https://jiceng.org/problems/term-overlaps"));
    }
    send(as("registrar"), committee, Map.of("heldOn", IN_2009)).statusCode(400);
    send(as("registrar"), committee, Map.of("heldOn", IN_2009, "results", List.of()))
        .statusCode(400);
    send(as("registrar"), committee, Map.of("results", List.of(one))).statusCode(400);
    send(as("registrar"), committee, Map.of("heldOn", IN_2009, "results", List.of(Map.of())))
        .statusCode(400);
    send(as("reporter"), committee, Map.of("heldOn", IN_2009, "results", List.of(one)))
        .statusCode(403);
    send(officeOf(committee), theirs, Map.of("heldOn", IN_2009, "results", List.of(one)))
        .statusCode(404);
    elect(UUID.randomUUID(), IN_2009, one).statusCode(404);

    assertThat(stored.everything()).isEqualTo(before);
    assertThat(stored.one("select count(*) from election where organization_id = ?", committee))
        .isEqualTo("0");
  }

  @Test
  void whatFallsDueIsListedWithTheOverdueOnesFirst() {
    LocalDate today = clock.today();
    UUID overdue = branch(committee, HERE);
    UUID soon = branch(committee, HERE);
    UUID later = branch(committee, HERE);
    elect(overdue, today.minusYears(3).minusDays(10).toString(), Map.of("kind", "SECRETARY"));
    elect(soon, today.minusYears(3).plusDays(10).toString(), Map.of("kind", "SECRETARY"));
    elect(later, today.minusYears(3).plusDays(200).toString(), Map.of("kind", "SECRETARY"));
    String due = "/api/v1/elections/due?organizationId=" + committee;

    as("reporter")
        .get(due + "&within=P90D")
        .then()
        .statusCode(200)
        .body("items.organizationId", contains(overdue.toString(), soon.toString()))
        .body("items.overdue", contains(true, false));
    as("reporter")
        .get(due + "&within=P1Y&areaCode=" + HERE + "&limit=1")
        .then()
        .body("items.organizationId", contains(overdue.toString()));
    String next = as("reporter").get(due + "&within=P1Y&limit=1").path("nextCursor");
    as("reporter")
        .get(due + "&within=P1Y&cursor=" + next)
        .then()
        .body("items.organizationId", contains(soon.toString(), later.toString()));
    as("reporter").get(due + "&areaCode=" + ELSEWHERE).then().body("items", hasSize(0));
    for (String wrong : List.of("90", "P-1D", "P11Y", "P99999999999D")) {
      as("reporter").get("/api/v1/elections/due?within=" + wrong).then().statusCode(400);
    }
    as("reporter").get("/api/v1/elections/due?areaCode=12").then().statusCode(400);
  }

  @Test
  void vacanciesAreFoundByLineAndByTerritory() {
    String post = post(committee, "INSTRUCTOR").toString();
    as("reporter")
        .get("/api/v1/posts?vacant=true&limit=500&kind=INSTRUCTOR&subtreeOf=" + committee)
        .then()
        .body("items.id", contains(post))
        .body("items.vacantSince", contains("2001-01-01"));
    as("reporter")
        .get("/api/v1/posts?vacant=true&organizationId=" + committee + "&areaCode=" + ELSEWHERE)
        .then()
        .body("items.id", not(hasItem(post)));
    as("reporter")
        .get("/api/v1/posts/" + UUID.randomUUID() + "/appointments")
        .then()
        .statusCode(404);
    as("reporter").get("/api/v1/posts/x/appointments").then().statusCode(404);
  }

  @RepeatedTest(6)
  void twoOfficesCreateOneSecretarysPost() throws Exception {
    Map<String, Object> wanted = District.newPost(committee, "SECRETARY");
    List<Integer> answers =
        atOnce(
            () -> as("registrar").body(wanted).post("/api/v1/posts").statusCode(),
            () -> as("system").body(wanted).post("/api/v1/posts").statusCode());
    assertThat(answers).containsExactlyInAnyOrder(201, 409);
  }

  @RepeatedTest(6)
  void twoElectionsAtOnceLeaveOneSecretaryInOneTerm() throws Exception {
    List<Integer> answers =
        atOnce(
            () -> elect(committee, IN_2009, Map.of("kind", "SECRETARY")).extract().statusCode(),
            () -> elect(committee, IN_2009, Map.of("kind", "SECRETARY")).extract().statusCode());
    assertThat(answers).containsExactlyInAnyOrder(201, 409);
    assertThat(
            stored.one(
                """
                select count(*) from appointment a join post p on p.id = a.post_id
                 where p.organization_id = ? and a.ended_on is null""",
                committee))
        .isEqualTo("1");
  }

  private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other)
      throws Exception {
    ExecutorService offices = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> answers = offices.invokeAll(List.of(one, other));
      return List.of(answers.get(0).get(), answers.get(1).get());
    } finally {
      offices.shutdown();
    }
  }

  @SafeVarargs
  private static ValidatableResponse elect(
      UUID organization, String heldOn, Map<String, Object>... results) {
    return send(
        as("registrar"), organization, Map.of("heldOn", heldOn, "results", List.of(results)));
  }

  private static ValidatableResponse send(
      RequestSpecification by, UUID organization, Map<String, Object> body) {
    return by.body(body).post("/api/v1/organizations/" + organization + "/elections").then();
  }

  private static void violation(ValidatableResponse answer, String field, String code) {
    answer
        .statusCode(422)
        .body("violations[0].field", equalTo(field))
        .body("violations[0].code", equalTo(code));
  }
}
