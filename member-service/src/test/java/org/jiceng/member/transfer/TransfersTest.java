package org.jiceng.member.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.codeOf;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.officeOf;
import static org.jiceng.member.District.request;
import static org.jiceng.member.District.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
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

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class TransfersTest {
  private static final String TRANSFERS = "/api/v1/transfers";

  @Inject District district;
  @Inject BusinessClock clock;
  @Inject TransferSweep sweep;

  private UUID source;
  private UUID destination;
  private UUID member;

  @BeforeEach
  void aMemberAtTheSource() {
    source = district.organization();
    destination = district.organization();
    member = District.member(source);
  }

  @AfterEach
  void letTheClockRun() {
    clock.turnTo(Clock.systemUTC());
  }

  @Test
  void theMemberBelongsToTheSourceUntilReceipt() {
    standAt("2010-03-20T04:00:00Z");
    String id = request(member, destination, "2010-03-01").getString("id");
    approve(id, 0, "2010-03-02")
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("validUntil", equalTo("2010-06-02"))
        .body("letterNumber", startsWith("JC2010-"));
    assertThat(where()).isEqualTo(codeOf(source) + " 2009-03-01 -");
    receive(id, 1, "2010-03-15").statusCode(200).body("state", equalTo("COMPLETED"));
    assertThat(where())
        .isEqualTo(
            codeOf(source) + " 2009-03-01 2010-03-15, " + codeOf(destination) + " 2010-03-15 -");
    assertThat(district.eventsOf(id))
        .isEqualTo(
            "transfer-requested 2010-03-01, transfer-approved 2010-03-02,"
                + " transfer-completed 2010-03-15");
    receive(id, 2, "2010-03-16").statusCode(409).body("type", endsWith("/transfer-in-other-state"));
  }

  @Test
  void anExpiredLetterIsRefusedThoughNoSweepHasRunAndTheSweepClosesIt() {
    standAt("2010-03-02T04:00:00Z");
    String id = request(member, destination, "2010-03-02").getString("id");
    approve(id, 0, "2010-03-02").statusCode(200);
    // A minute to midnight of the last day in Shanghai, and a minute after it.
    standAt("2010-06-02T15:59:00Z");
    sweep.sweep();
    find(id).body("state", equalTo("APPROVED"));
    standAt("2010-06-02T16:01:00Z");
    receive(id, 1, "2010-06-02").statusCode(409).body("type", endsWith("/letter-expired"));
    sweep.sweep();
    find(id).body("state", equalTo("EXPIRED")).body("closedOn", equalTo("2010-06-03"));
    assertThat(district.eventsOf(id)).endsWith("transfer-expired 2010-06-03");
    assertThat(where()).isEqualTo(codeOf(source) + " 2009-03-01 -");
    request(member, destination, "2010-06-03");
  }

  @Test
  void aBadRowDoesNotStopTheSweep() {
    standAt("2010-03-02T04:00:00Z");
    UUID other = District.member(source);
    String bad = request(member, destination, "2010-03-02").getString("id");
    String good = request(other, destination, "2010-03-02").getString("id");
    approve(bad, 0, "2010-03-02").statusCode(200);
    approve(good, 0, "2010-03-02").statusCode(200);
    district.execute(
        """
        create function refuse_poison() returns trigger language plpgsql as $$
        begin raise exception 'poison'; end $$""");
    district.execute(
        "create trigger poison before update on transfer for each row when (old.transfer_id = '"
            + bad
            + "') execute function refuse_poison()");
    try {
      standAt("2010-09-01T04:00:00Z");
      sweep.sweep();
      find(bad).body("state", equalTo("APPROVED"));
      find(good).body("state", equalTo("EXPIRED"));
    } finally {
      district.execute("drop trigger poison on transfer");
      district.execute("drop function refuse_poison()");
    }
  }

  @Test
  void aMemberHasOneOpenTransfer() {
    request(member, destination, "2010-03-02");
    ask(as(Roles.REGISTRAR), member, destination)
        .statusCode(409)
        .body("type", endsWith("/transfer-already-open"));
  }

  @Test
  void aTransferGoesSomewhereElseThatIsAtWork() {
    ask(as(Roles.REGISTRAR), member, source)
        .statusCode(409)
        .body("type", endsWith("/transfer-to-itself"));
    ask(as(Roles.REGISTRAR), member, district.organization(null, "DISSOLVED"))
        .statusCode(409)
        .body("type", endsWith("/organization-not-active"));
    ask(as(Roles.REGISTRAR), member, UUID.randomUUID()).statusCode(422);
    ask(as(Roles.REGISTRAR), UUID.randomUUID(), destination).statusCode(404);
    as(Roles.REGISTRAR).body("{}").post(TRANSFERS).then().statusCode(400);
  }

  @Test
  void eachOfficeDoesItsOwnPartOnly() {
    UUID stranger = district.organization();
    ask(officeOf(stranger), member, destination).statusCode(404);
    String id = ask(officeOf(source), member, destination).statusCode(201).extract().path("id");
    String path = TRANSFERS + "/" + id;
    officeOf(stranger).get(path).then().statusCode(404);
    officeOf(destination).get(path).then().statusCode(200).body("reason", equalTo("搬家"));
    as(Roles.AUDITOR).get(path).then().statusCode(200).body("reason", nullValue());
    command(officeOf(stranger), path + "/approval", 0, Map.of()).statusCode(404);
    command(officeOf(destination), path + "/approval", 0, Map.of())
        .statusCode(403)
        .body("type", endsWith("/not-the-source"));
    command(officeOf(destination), path + "/refusal", 0, Map.of("reasonCode", "FULL"))
        .statusCode(403);
    command(officeOf(source), path + "/receipt", 0, Map.of()).statusCode(403);
    command(officeOf(destination), path + "/receipt", 0, Map.of()).statusCode(409);
    command(officeOf(source), path + "/approval", 0, Map.of()).statusCode(200);
    command(officeOf(source), path + "/refusal", 1, Map.of("reasonCode", "NO")).statusCode(403);
    command(officeOf(source), path + "/receipt", 1, Map.of())
        .statusCode(403)
        .body("type", endsWith("/not-the-destination"));
    as(Roles.AUDITOR).body("{}").post(path + "/receipt").then().statusCode(403);
    officeOf(destination).body("{}").post(path + "/receipt").then().statusCode(428);
    command(officeOf(destination), path + "/receipt", 0, Map.of()).statusCode(412);
    command(officeOf(destination), path + "/refusal", 1, Map.of("reasonCode", "UNKNOWN_HERE"))
        .statusCode(200)
        .body("state", equalTo("REFUSED"));
    assertThat(where()).isEqualTo(codeOf(source) + " 2009-03-01 -");
  }

  @Test
  void bothOfficesSeeTheirWorkAndMembersTheirOwn() {
    String id = ask(officeOf(source), member, destination).statusCode(201).extract().path("id");
    officeOf(source).get(TRANSFERS + "?direction=out").then().body("items.id", contains(id));
    officeOf(source).get(TRANSFERS + "?direction=in").then().body("items.size()", equalTo(0));
    officeOf(destination)
        .get(TRANSFERS + "?direction=in&state=REQUESTED")
        .then()
        .body("items.id", contains(id));
    officeOf(destination).get(TRANSFERS).then().body("items.id", contains(id));
    officeOf(destination)
        .get(TRANSFERS + "?turn=true&due=2999-01-01")
        .then()
        .body("items.size()", equalTo(0));
    approve(id, 0, null).statusCode(200);
    officeOf(destination)
        .get(TRANSFERS + "?turn=true&due=2999-01-01")
        .then()
        .body("items.id", contains(id));
    officeOf(destination)
        .get(TRANSFERS + "?due=2020-01-01")
        .then()
        .body("items.size()", equalTo(0));
    Tokens own = Tokens.of(Roles.MEMBER).member(member);
    with(own).get(TRANSFERS).then().body("items.id", contains(id));
    with(own).get(TRANSFERS + "/" + id).then().statusCode(200).body("reason", equalTo("搬家"));
    with(Tokens.of(Roles.MEMBER).member(UUID.randomUUID()).org(source))
        .get(TRANSFERS + "/" + id)
        .then()
        .statusCode(404);
    command(with(own), TRANSFERS + "/" + id + "/approval", 1, Map.of()).statusCode(403);
    command(with(own), TRANSFERS + "/" + id + "/cancellation", 1, Map.of())
        .statusCode(200)
        .body("state", equalTo("CANCELLED"));
    ask(with(own), member, destination).statusCode(201);
    as(Roles.REPORTER).get(TRANSFERS).then().statusCode(403);
    as(Roles.REGISTRAR).get(TRANSFERS + "?direction=up").then().statusCode(400);
  }

  @Test
  void aMemberWithARoleOfAnotherTradeIsNoOffice() {
    String id = request(member, destination, "2010-03-02").getString("id");
    for (String trade : List.of(Roles.SITE_MANAGER, Roles.REPORTER, "offline_access")) {
      Tokens someone = Tokens.ofAll(Roles.MEMBER, trade).member(UUID.randomUUID()).org(source);
      with(someone).get(TRANSFERS).then().body("items.size()", equalTo(0));
      with(someone).get(TRANSFERS + "/" + id).then().statusCode(404);
      command(with(someone), TRANSFERS + "/" + id + "/cancellation", 0, Map.of()).statusCode(404);
      ask(with(someone), member, destination).statusCode(404);
    }
  }

  @Test
  void whyATransferIsRefusedIsACodeAndNoSentence() {
    String id = request(member, destination, "2010-03-02").getString("id");
    command(
            officeOf(source),
            TRANSFERS + "/" + id + "/refusal",
            0,
            Map.of("reasonCode", "张三 13800005678"))
        .statusCode(400)
        .body("violations[0].field", equalTo("reasonCode"));
  }

  @Test
  void deathCancelsAnOpenTransfer() {
    String id = request(member, destination, "2010-03-02").getString("id");
    command(
            as(Roles.REGISTRAR),
            "/api/v1/members/" + member + "/end",
            0,
            Map.of("reason", "DECEASED", "effectiveOn", "2010-04-01"))
        .statusCode(200);
    find(id).body("state", equalTo("CANCELLED")).body("reasonCode", equalTo("MEMBERSHIP_ENDED"));
    assertThat(district.eventsOf(id)).endsWith("transfer-cancelled 2010-04-01");
    ask(as(Roles.REGISTRAR), member, destination).statusCode(409);
  }

  @Test
  void aLetterNumberIsUsedOnceByItsSource() {
    String number = "L-" + member;
    String first = request(member, destination, "2010-03-02").getString("id");
    letter(first, number).statusCode(200).body("letterNumber", equalTo(number));
    String second = request(District.member(source), destination, "2010-03-02").getString("id");
    letter(second, number).statusCode(409).body("type", endsWith("/letter-number-taken"));
    letter(second, "bad number").statusCode(400);
    find(second).body("state", equalTo("REQUESTED"));
  }

  private static ValidatableResponse letter(String id, String number) {
    return command(
        as(Roles.REGISTRAR), TRANSFERS + "/" + id + "/approval", 0, Map.of("letterNumber", number));
  }

  private static ValidatableResponse ask(RequestSpecification who, UUID member, UUID destination) {
    return who.body(Map.of("memberId", member, "destinationId", destination, "reason", "搬家"))
        .post(TRANSFERS)
        .then();
  }

  private static ValidatableResponse approve(String id, int version, String on) {
    return command(as(Roles.REGISTRAR), TRANSFERS + "/" + id + "/approval", version, on(on));
  }

  private static ValidatableResponse receive(String id, int version, String on) {
    return command(as(Roles.REGISTRAR), TRANSFERS + "/" + id + "/receipt", version, on(on));
  }

  private static Map<String, Object> on(String date) {
    return date == null ? Map.of() : Map.of("effectiveOn", date);
  }

  private static ValidatableResponse find(String id) {
    return as(Roles.REGISTRAR).get(TRANSFERS + "/" + id).then().statusCode(200);
  }

  private String where() {
    return district.affiliationsOf(member);
  }

  /** Tokens are checked by the machine's clock, business dates by this one. */
  private void standAt(String moment) {
    clock.turnTo(Clock.fixed(Instant.parse(moment), clock.zone()));
  }
}
