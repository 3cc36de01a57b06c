package org.jiceng.member.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.officeOf;
import static org.jiceng.member.District.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.District;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lies on the desk of an office, and what a destination may know before the source speaks. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class WorkListTest {
  private static final String TRANSFERS = "/api/v1/transfers";

  @Inject District district;
  @Inject BusinessClock clock;

  private UUID source;
  private UUID destination;

  @BeforeEach
  void twoOffices() {
    source = district.organization();
    destination = district.organization();
    standAt("2010-03-02T04:00:00Z");
  }

  @AfterEach
  void letTheClockRun() {
    clock.turnTo(Clock.systemUTC());
  }

  @Test
  void eachOfficeSeesWhereItHasToAct() {
    String id = ask(officeOf(source), District.member(source));
    list(source, "turn=true").body("items.id", contains(id));
    list(destination, "turn=true").body("items", empty());
    approve(id, 0);
    list(source, "turn=true").body("items", empty());
    list(destination, "turn=true")
        .body("items.id", contains(id))
        .body("items[0].turn", equalTo(destination.toString()))
        .body("items[0].dueOn", equalTo("2010-03-09"))
        .body("items[0].actUntil", equalTo("2010-06-02"))
        .body("items[0].escalated", equalTo(false));
    act(destination, id, "receipt", 1, Map.of());
    list(source, "turn=true&state=COMPLETED").body("items.id", contains(id));
    act(source, id, "acknowledgement", 2, Map.of());
    list(source, "turn=true").body("items", empty());
    list(source, "order=deadline").body("items", empty());
    list(source, "").body("items.id", contains(id));
  }

  @Test
  void theMostPressingComesFirstAndPagesGoOnWhereTheLastEnded() {
    List<String> byDeadline = new ArrayList<>();
    for (String day : List.of("2010-03-05", "2010-03-03", "2010-03-03", "2010-03-04")) {
      standAt(day + "T04:00:00Z");
      byDeadline.add(ask(officeOf(source), District.member(source)));
    }
    List<String> expected =
        List.of(byDeadline.get(1), byDeadline.get(2), byDeadline.get(3), byDeadline.get(0));
    List<String> found = new ArrayList<>();
    String cursor = "";
    do {
      ValidatableResponse page = list(source, "order=deadline&limit=1&cursor=" + cursor);
      found.addAll(page.extract().path("items.id"));
      cursor = page.extract().path("nextCursor");
    } while (cursor != null);
    assertThat(found).isEqualTo(expected);
    list(source, "order=deadline&cursor=nonsense").statusCode(400);
    list(source, "order=sideways").statusCode(400);
    list(source, "turn=maybe").statusCode(400);
    officeOf(source).get(TRANSFERS + "?overdue=maybe").then().statusCode(400);
    list(source, "due=tomorrow").statusCode(400);
  }

  @Test
  void whatIsDueIsOverdueTheDayAfter() {
    String id = ask(officeOf(source), District.member(source));
    list(source, "due=2010-03-08").body("items", empty());
    list(source, "due=2010-03-09").body("items.id", contains(id));
    standAt("2010-03-09T15:59:00Z");
    overdue().body("items", empty());
    summary(officeOf(source))
        .body("asOf", equalTo("2010-03-09"))
        .body("counts.size()", equalTo(1))
        .body("counts[0].direction", equalTo("out"))
        .body("counts[0].state", equalTo("REQUESTED"))
        .body("counts[0].waiting", equalTo(1))
        .body("counts[0].turn", equalTo(1))
        .body("counts[0].due", equalTo(1))
        .body("counts[0].overdue", equalTo(0));
    standAt("2010-03-09T16:01:00Z");
    overdue().body("items.id", contains(id));
    summary(officeOf(source)).body("counts[0].overdue", equalTo(1));
    summary(officeOf(destination))
        .body("counts[0].direction", equalTo("in"))
        .body("counts[0].turn", equalTo(0));
  }

  @Test
  void theSummaryCountsAtBothEndsAndIsForOfficesOnly() {
    UUID above = district.organization();
    UUID one = district.organization(above);
    UUID other = district.organization(above);
    UUID member = District.member(one);
    as(Roles.REGISTRAR)
        .body(Map.of("memberId", member, "destinationId", other))
        .post(TRANSFERS)
        .then()
        .statusCode(201);
    summary(officeOf(above))
        .body("counts.direction", contains("in", "out"))
        .body("counts.turn", contains(1, 1));
    summary(with(Tokens.of(Roles.AUDITOR).org(one))).body("counts.turn", contains(1));
    with(Tokens.of(Roles.REGISTRAR)).get(TRANSFERS + "/summary").then().body("counts", empty());
    with(Tokens.of(Roles.MEMBER).member(member)).get(TRANSFERS + "/summary").then().statusCode(403);
    summary(as(Roles.REGISTRAR)).body("counts.direction", hasItems("in", "out"));
    as(Roles.REPORTER).get(TRANSFERS + "/summary").then().statusCode(403);
    with(Tokens.of(Roles.MEMBER).member(member).org(one))
        .get(TRANSFERS + "?turn=true")
        .then()
        .statusCode(200)
        .body("items", empty());
  }

  @Test
  void aDestinationDoesNotLearnTheSourceByAskingForAMember() {
    UUID member = District.member(source);
    String id = ask(officeOf(destination), member);
    officeOf(destination)
        .get(TRANSFERS + "/" + id)
        .then()
        .statusCode(200)
        .body("sourceId", nullValue())
        .body("turn", nullValue());
    list(destination, "").body("items[0].sourceId", nullValue());
    list(destination, "organizationId=" + source).body("items", empty());
    list(source, "organizationId=" + source)
        .body("items[0].sourceId", equalTo(source.toString()))
        .body("items[0].turn", equalTo(source.toString()));
    officeOf(destination).get("/api/v1/members/" + member).then().statusCode(404);
    with(Tokens.of(Roles.MEMBER).member(member))
        .get(TRANSFERS + "/" + id)
        .then()
        .body("sourceId", equalTo(source.toString()));
    approve(id, 0);
    list(destination, "organizationId=" + source)
        .body("items[0].sourceId", equalTo(source.toString()));
  }

  @Test
  void whyAMemberCannotGoIsForTheirSourceToKnow() {
    UUID member = District.member(source);
    asking(destination, member, "2009-02-28").statusCode(404);
    asking(source, member, "2009-02-28").statusCode(422);
    command(
            as(Roles.REGISTRAR),
            "/api/v1/members/" + member + "/end",
            0,
            Map.of("reason", "EXPELLED", "effectiveOn", "2010-03-01"))
        .statusCode(200);
    asking(destination, member, "2010-03-02").statusCode(404);
    asking(source, member, "2010-03-02").statusCode(409);
    with(Tokens.of(Roles.MEMBER).member(member))
        .body(Map.of("memberId", member, "destinationId", destination))
        .post(TRANSFERS)
        .then()
        .statusCode(409);
  }

  @Test
  void aRequestThatTheSourceRefusesNeverTellsTheSource() {
    String id = ask(officeOf(destination), District.member(source));
    act(source, id, "refusal", 0, Map.of("reasonCode", "NOT_AGREED"))
        .body("sourceId", equalTo(source.toString()));
    list(destination, "state=REFUSED")
        .body("items.id", contains(id))
        .body("items[0].sourceId", nullValue());
  }

  private ValidatableResponse asking(UUID office, UUID member, String on) {
    return officeOf(office)
        .body(Map.of("memberId", member, "destinationId", destination, "effectiveOn", on))
        .post(TRANSFERS)
        .then();
  }

  private String ask(RequestSpecification who, UUID member) {
    return who.body(Map.of("memberId", member, "destinationId", destination))
        .post(TRANSFERS)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private void approve(String id, int version) {
    act(source, id, "approval", version, Map.of());
  }

  private static ValidatableResponse act(
      UUID office, String id, String what, int version, Object body) {
    return command(officeOf(office), TRANSFERS + "/" + id + "/" + what, version, body)
        .statusCode(200);
  }

  private ValidatableResponse overdue() {
    return officeOf(source).get(TRANSFERS + "?overdue=true").then().statusCode(200);
  }

  private static ValidatableResponse list(UUID office, String query) {
    return officeOf(office).get(TRANSFERS + "?overdue=false&" + query).then();
  }

  private static ValidatableResponse summary(RequestSpecification who) {
    return who.get(TRANSFERS + "/summary").then().statusCode(200);
  }

  private void standAt(String moment) {
    clock.turnTo(Clock.fixed(Instant.parse(moment), clock.zone()));
  }
}
