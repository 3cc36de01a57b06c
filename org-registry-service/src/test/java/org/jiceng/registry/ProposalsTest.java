package org.jiceng.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.jiceng.registry.District.ELSEWHERE;
import static org.jiceng.registry.District.HERE;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.branch;
import static org.jiceng.registry.District.committee;
import static org.jiceng.registry.District.officeOf;
import static org.jiceng.registry.District.post;
import static org.jiceng.registry.District.unit;
import static org.jiceng.registry.District.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Who may not change a record proposes the change; who may decides it, once. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ProposalsTest {
  private static final String PROPOSALS = "/api/v1/proposals";
  private static final String EVIDENCE = "门牌已换，见照片";

  @Inject Stored stored;

  private UUID mine;
  private UUID theirs;
  private UUID theirBranch;

  @BeforeEach
  void twoSubDistrictsStandSideBySide() {
    mine = committee(District.root(), HERE);
    theirs = committee(District.root(), ELSEWHERE);
    theirBranch = branch(theirs, ELSEWHERE);
  }

  @Test
  void anAcceptedProposalIsTheVeryChange() {
    String id = proposed(rename("新名"));
    as("reporter").get("/api/v1/organizations/" + theirBranch).then().body("name", equalTo("组织"));

    settle(officeOf(theirs), id, "accept", Map.of())
        .statusCode(200)
        .body("state", equalTo("ACCEPTED"))
        .body("settledBy", equalTo("registrar-" + theirs));

    as("reporter").get("/api/v1/organizations/" + theirBranch).then().body("name", equalTo("新名"));
    assertThat(stored.eventsOf(theirBranch)).endsWith("organization-renamed 2009-06-01");
    assertThat(names(stored.eventsOf(id))).containsExactly("proposal-made", "proposal-accepted");
    officeOf(mine)
        .get(PROPOSALS + "/" + id)
        .then()
        .statusCode(200)
        .body("evidence", equalTo(EVIDENCE))
        .body("body.name", equalTo("新名"));
  }

  @Test
  void everyCommandThatMayBeProposedIsCarriedOut() {
    UUID heir = branch(theirs, ELSEWHERE);
    UUID other = committee(theirs, ELSEWHERE);
    UUID post = post(theirs, "INSTRUCTOR");
    UUID unit = unit(ELSEWHERE);
    Map<String, Object> day = Map.of("effectiveOn", "2010-01-01");
    accepted("ORGANIZATION", theirBranch, "relocate", Map.of("areaCode", ELSEWHERE));
    accepted("ORGANIZATION", theirBranch, "reparent", Map.of("parentId", other.toString()));
    accepted("ORGANIZATION", theirBranch, "suspend", Map.of("reasonCode", "REPAIR"));
    accepted("ORGANIZATION", theirBranch, "resume", Map.of());
    accepted("ORGANIZATION", theirBranch, "dissolve", Map.of("successorId", heir.toString()));
    accepted(
        "UNIT",
        unit,
        "cover",
        Map.of("organizationId", heir.toString(), "effectiveOn", "2009-01-01"));
    accepted("UNIT", unit, "uncover", day);
    accepted("UNIT", unit, "close", Map.of("reasonCode", "GONE"));
    accepted("POST", post, "appoint", day);
    accepted("POST", post, "vacate", Map.of("reasonCode", "RETIRED"));

    assertThat(names(stored.eventsOf(theirBranch)))
        .containsExactly(
            "organization-established",
            "organization-relocated",
            "organization-reparented",
            "organization-suspended",
            "organization-resumed",
            "organization-dissolved");
    assertThat(names(stored.eventsOf(unit)))
        .containsExactly("unit-registered", "unit-covered", "unit-uncovered", "unit-closed");
    assertThat(names(stored.eventsOf(post)))
        .containsExactly("post-created", "post-filled", "post-vacated");
  }

  @Test
  void evidenceAndReasonsAreInNoEvent() {
    String id = proposed(rename("新名"));
    settle(officeOf(theirs), id, "decline", Map.of("reason", "照片看不清"))
        .statusCode(200)
        .body("settledReason", equalTo("照片看不清"));
    assertThat(stored.list("select payload::text from outbox where aggregateid = ?", id))
        .hasSize(2)
        .noneMatch(payload -> payload.contains("照片"));
  }

  @Test
  void aProposalIsSettledOnce() {
    for (String end : List.of("accept", "decline", "withdraw")) {
      String id = proposed(rename("名" + end));
      settle(by(end), id, end, reason(end)).statusCode(200);
      Map<String, String> before = stored.everything();
      for (String again : List.of("accept", "decline", "withdraw")) {
        settle(by(again), id, again, reason(again))
            .statusCode(409)
            .body("type", containsString("proposal-settled"));
      }
      assertThat(stored.everything()).isEqualTo(before);
    }
  }

  @RepeatedTest(4)
  void twoWhoDecideAtOnceDecideOnce() throws Exception {
    String id = proposed(rename("新名"));
    RequestSpecification one = officeOf(theirs).header("If-Match", "\"0\"");
    RequestSpecification other =
        as("registrar").header("If-Match", "\"0\"").body(reason("decline"));
    ExecutorService offices = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> answers =
          offices.invokeAll(
              List.of(
                  () -> one.post(PROPOSALS + "/" + id + "/accept").statusCode(),
                  () -> other.post(PROPOSALS + "/" + id + "/decline").statusCode()));
      assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
          .containsExactlyInAnyOrder(200, 412);
    } finally {
      offices.shutdown();
    }
    assertThat(stored.eventsOf(id)).hasSize(2);
  }

  @Test
  void aRecordThatHasBeenChangedSinceIsNotChangedByAProposal() {
    String id = proposed(rename("新名"));
    District.change(theirBranch, "rename", Map.of("name", "又名")).statusCode(200);
    Map<String, String> before = stored.everything();

    settle(officeOf(theirs), id, "accept", Map.of())
        .statusCode(409)
        .body("type", containsString("proposal-target-changed"));

    assertThat(stored.everything()).isEqualTo(before);
    settle(officeOf(theirs), id, "decline", reason("decline")).statusCode(200);
  }

  @Test
  void aChangeThatTheAggregateRefusesLeavesTheProposalOpen() {
    String resume = proposed(proposal("ORGANIZATION", theirBranch, "resume", Map.of()));
    String foreign =
        proposed(
            proposal("ORGANIZATION", theirBranch, "reparent", Map.of("parentId", mine.toString())));
    Map<String, String> before = stored.everything();

    settle(officeOf(theirs), resume, "accept", Map.of())
        .statusCode(409)
        .body("type", containsString("organization-not-suspended"));
    settle(officeOf(theirs), foreign, "accept", Map.of())
        .statusCode(409)
        .body("type", containsString("proposal-beyond-scope"));

    assertThat(stored.everything()).isEqualTo(before);
    settle(as("registrar"), foreign, "accept", Map.of()).statusCode(200);
  }

  @Test
  void theWorkListHoldsWhatTheCallerMayDecide() {
    String id = proposed(rename("新名"));
    String toUnit =
        proposed(proposal("UNIT", unit(ELSEWHERE), "close", Map.of("reasonCode", "GONE")));
    String list = PROPOSALS + "?state=open&limit=500";

    officeOf(theirs).get(list + "&toMe=true").then().body("items.id", hasItems(id, toUnit));
    officeOf(mine).get(list + "&toMe=true").then().body("items.id", not(hasItem(id)));
    officeOf(mine).get(list).then().body("items.id", hasItems(id, toUnit));
    secretary(theirs).get(list + "&toMe=true").then().body("items", hasSize(0));
    secretary(theirs).get(list).then().body("items.id", hasItem(id));
    as("registrar").get(list + "&toMe=true").then().body("items.id", hasItem(id));
    officeOf(theirs)
        .get(PROPOSALS + "?target=UNIT&toMe=true&limit=500")
        .then()
        .body("items.id", hasItem(toUnit))
        .body("items.id", not(hasItem(id)));
    String next = officeOf(mine).get(PROPOSALS + "?limit=1").path("nextCursor");
    officeOf(mine)
        .get(PROPOSALS + "?limit=1&cursor=" + next)
        .then()
        .body("items.id", contains(toUnit));
    as("registrar").get(PROPOSALS + "?state=gone").then().statusCode(400);
    as("registrar").get(PROPOSALS + "?targetId=x").then().statusCode(400);
    as("reporter").get(PROPOSALS).then().statusCode(403);
  }

  @Test
  void whoIsNeitherProposerNorDecidesSeesNothing() {
    UUID third = committee(District.root(), HERE);
    String id = proposed(rename("新名"));
    Map<String, String> before = stored.everything();

    officeOf(third).get(PROPOSALS + "/" + id).then().statusCode(404);
    officeOf(third).get(PROPOSALS + "?limit=500").then().body("items.id", not(hasItem(id)));
    for (String end : List.of("accept", "decline", "withdraw")) {
      settle(officeOf(third), id, end, reason(end)).statusCode(404);
    }
    settle(officeOf(mine), id, "accept", Map.of()).statusCode(404);
    settle(officeOf(theirs), id, "withdraw", Map.of())
        .statusCode(403)
        .body("type", containsString("not-the-proposer"));
    settle(secretary(theirs), id, "accept", Map.of()).statusCode(403);
    officeOf(mine).get(PROPOSALS + "/" + UUID.randomUUID()).then().statusCode(404);

    assertThat(stored.everything()).isEqualTo(before);
  }

  @Test
  void whatIsNoProposalIsRefusedAndLeavesNoTrace() {
    String open = proposed(rename("新名"));
    Map<String, String> before = stored.everything();

    field(rename(""), "name", "not-blank");
    field(rename("长".repeat(201)), "name", "size");
    field(proposal("ORGANIZATION", theirBranch, "rename", Map.of()), "name", "not-blank");
    field(
        proposal("ORGANIZATION", theirBranch, "rename", Map.of("colour", "red")),
        "body.colour",
        "unknown-field");
    field(
        proposal("ORGANIZATION", theirBranch, "reparent", Map.of("parentId", "x")),
        "body.parentId",
        "wrong-type");
    field(proposal("ORGANIZATION", theirBranch, "explode", Map.of()), "command", "not-one-of");
    field(
        proposal("UNIT", theirBranch, "close", Map.of("reasonCode", "因为张三")),
        "reasonCode",
        "pattern");
    field(changed(rename("甲"), "target", "MEMBER"), "target", "unknown-value");
    field(changed(rename("甲"), "evidence", " "), "evidence", "not-blank");
    field(changed(rename("甲"), "evidence", "长".repeat(2001)), "evidence", "size");
    field(changed(rename("甲"), "body", null), "body", "not-null");
    field(changed(rename("甲"), "targetId", null), "targetId", "not-null");
    propose(officeOf(mine), proposal("UNIT", theirBranch, "uncover", Map.of())).statusCode(404);
    propose(officeOf(mine), rename("再名"))
        .statusCode(409)
        .body("type", containsString("proposal-already-open"));
    propose(as("auditor"), rename("甲")).statusCode(403);
    propose(with(Tokens.of("registrar")), rename("甲")).statusCode(403);
    String path = PROPOSALS + "/" + open;
    officeOf(theirs).post(path + "/accept").then().statusCode(428);
    officeOf(theirs).header("If-Match", "\"7\"").post(path + "/accept").then().statusCode(412);
    settle(officeOf(theirs), open, "decline", Map.of()).statusCode(400);
    settle(officeOf(theirs), open, "decline", Map.of("reason", "长".repeat(501))).statusCode(400);

    assertThat(stored.everything()).isEqualTo(before);
  }

  private void accepted(String target, UUID id, String command, Map<String, Object> body) {
    settle(officeOf(theirs), proposed(proposal(target, id, command, body)), "accept", Map.of())
        .statusCode(200);
  }

  private RequestSpecification by(String end) {
    return end.equals("withdraw") ? officeOf(mine) : officeOf(theirs);
  }

  private static Map<String, Object> reason(String end) {
    return end.equals("decline") ? Map.of("reason", "不属实") : Map.of();
  }

  private static RequestSpecification secretary(UUID organization) {
    return with(Tokens.of("secretary").subject("secretary-" + organization).org(organization));
  }

  private Map<String, Object> rename(String name) {
    return proposal(
        "ORGANIZATION", theirBranch, "rename", Map.of("name", name, "effectiveOn", "2009-06-01"));
  }

  private static Map<String, Object> proposal(
      String target, UUID id, String command, Map<String, Object> body) {
    return Map.of(
        "target", target,
        "targetId", id.toString(),
        "command", command,
        "body", body,
        "evidence", EVIDENCE);
  }

  private static Map<String, Object> changed(Map<String, Object> body, String field, Object value) {
    Map<String, Object> other = new LinkedHashMap<>(body);
    other.put(field, value);
    return other;
  }

  private String proposed(Map<String, Object> wanted) {
    return propose(officeOf(mine), wanted).statusCode(201).extract().path("id");
  }

  private static ValidatableResponse propose(RequestSpecification by, Map<String, Object> wanted) {
    return by.body(wanted).post(PROPOSALS).then();
  }

  private static ValidatableResponse settle(
      RequestSpecification by, String id, String end, Map<String, Object> body) {
    String tag =
        with(Tokens.of("auditor").wholeDistrict()).get(PROPOSALS + "/" + id).header("ETag");
    return by.header("If-Match", tag).body(body).post(PROPOSALS + "/" + id + "/" + end).then();
  }

  private void field(Map<String, Object> wanted, String field, String code) {
    propose(officeOf(mine), wanted)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations.field", hasItem(field))
        .body("violations.code", hasItem(code));
  }

  private static Stream<String> names(List<String> events) {
    return events.stream().map(event -> event.substring(0, event.indexOf(' ')));
  }
}
