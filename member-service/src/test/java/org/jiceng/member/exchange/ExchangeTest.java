package org.jiceng.member.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.codeOf;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.officeOf;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.District;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a hand-over goes at either end, with another district that does as it is told. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(value = FarDistrict.Known.class, restrictToAnnotatedClass = true)
class ExchangeTest {
  private static final String TRANSFERS = "/api/v1/transfers";
  private static final String THERE = "310101002001";
  private static final Duration BACK =
      Duration.between(Instant.now(), Instant.parse("2010-03-20T04:00:00Z"));

  @Inject District district;
  @Inject BusinessClock clock;
  @Inject ExchangeConfig config;
  @Inject org.jiceng.member.transfer.TransferSweepDoor sweep;

  private FarDistrict far;
  private UUID here;
  private LocalDate today;

  @BeforeEach
  void twoDistricts() throws IOException {
    standAt(Duration.ZERO);
    far = open();
    here = district.organization();
    today = clock.today();
  }

  @AfterEach
  void letTheClockRun() {
    far.close();
    clock.turnTo(Clock.systemUTC());
    district.execute(
        "update exchange_message set state = 'OBSOLETE', body = null where state in ('WAITING', 'DEAD')");
  }

  @Test
  void whoIsOfferedBelongsHereUntilReleasedAndFromTheNextDayOnNoMore() {
    UUID member = District.member(here);
    String id = offered(member);
    JsonNode offer = far.heard("offers").get(0).body();
    assertThat(offer.path("handover").asText()).isEqualTo(id);
    assertThat(offer.path("destinationCode").asText()).isEqualTo(THERE);
    assertThat(offer.path("person").path("name").asText()).isEqualTo(District.NAME);
    assertThat(district.affiliationsOf(member)).isEqualTo(codeOf(here) + " 2009-03-01 -");

    LocalDate tomorrow = today.plusDays(1);
    UUID message = UUID.randomUUID();
    for (int i = 0; i < 2; i++) {
      say("releases", Map.of("handover", id, "letter", 1), message)
          .body("outcome", equalTo("RELEASED"))
          .body("effectiveOn", equalTo(tomorrow.toString()));
    }
    standAt(Duration.ofDays(3));
    say("releases", Map.of("handover", id, "letter", 1), UUID.randomUUID())
        .body("outcome", equalTo("RELEASED"))
        .body("effectiveOn", equalTo(tomorrow.toString()));
    standAt(Duration.ZERO);

    assertThat(district.affiliationsOf(member)).isEqualTo(codeOf(here) + " 2009-03-01 " + tomorrow);
    assertThat(district.eventsOf(member)).endsWith("membership-ended " + tomorrow);
    assertThat(district.eventsOf(id)).endsWith("external-transfer-advanced " + tomorrow);
    assertThat(onRoster(today)).isEqualTo(1);
    assertThat(onRoster(tomorrow)).isZero();
    command(officeOf(here), "/api/v1/members/" + member + "/end", 1, Map.of("reason", "DECEASED"))
        .statusCode(409)
        .body("type", endsWith("/membership-ended"));
    transfer(id).body("state", equalTo("COMPLETED"));
    say("arrivals", Map.of("handover", id, "letter", 1), UUID.randomUUID())
        .body("outcome", equalTo("TAKEN"));
    transfer(id)
        .body("state", equalTo("ACKNOWLEDGED"))
        .body("acknowledgedOn", equalTo(tomorrow.toString()));
  }

  @Test
  void theTallyCountsWhoIsHereTodayWhateverTomorrowBrings() {
    long before = tally();
    standAt(Duration.ofDays(1));
    long nextDay = tally();
    standAt(Duration.ZERO);
    UUID member = District.member(here);
    String id = offered(member);
    say("releases", Map.of("handover", id, "letter", 1), UUID.randomUUID());
    assertThat(tally() - before).isEqualTo(1);
    standAt(Duration.ofDays(1));
    assertThat(tally() - nextDay).isZero();
  }

  @Test
  void whoIsOfferedToUsIsOnTheWorkListAndAMemberFromTheDayThatTheSourceSays() {
    Map<String, Object> offer = offer();
    say("offers", offer, UUID.randomUUID()).body("outcome", equalTo("TAKEN"));
    String id = onWorkList();
    String memberId =
        transfer(id)
            .body("direction", equalTo("IN"))
            .body("peer", equalTo("far"))
            .extract()
            .path("memberId");
    LocalDate day = today.plusDays(1);
    far.says("releases", "{\"outcome\":\"RELEASED\",\"effectiveOn\":\"" + day + "\"}");
    act(id, "receipt", 0, Map.of("effectiveOn", today.minusDays(1).toString())).statusCode(422);
    act(id, "receipt", 0, Map.of())
        .statusCode(200)
        .body("state", equalTo("APPROVED"))
        .body("releaseAskedOn", equalTo(today.toString()));
    await().untilAsserted(() -> transfer(id).body("state", equalTo("ACKNOWLEDGED")));
    JsonNode asked = far.heard("releases").get(0).body();
    assertThat(asked.path("handover").asText()).isEqualTo(offer.get("handover").toString());
    assertThat(far.heard("arrivals")).hasSize(1);
    as(Roles.REGISTRAR)
        .get("/api/v1/members/" + memberId)
        .then()
        .statusCode(200)
        .body("affiliatedOn", equalTo(day.toString()))
        .body("name", equalTo(District.NAME));
    assertThat(onRoster(today)).isZero();
    assertThat(onRoster(day)).isEqualTo(1);
    assertThat(district.eventsOf(memberId)).isEqualTo("member-admitted " + day);
    assertThat(kept("exchange_message where body is not null")).isZero();
  }

  @Test
  void whileTheSourceIsBeingAskedNothingElseHappensHowLongEverItTakes() {
    far.close();
    say("offers", offer(), UUID.randomUUID()).body("outcome", equalTo("TAKEN"));
    String id = onWorkList();
    act(id, "receipt", 0, Map.of()).statusCode(200);
    for (String other : new String[] {"refusal", "return"}) {
      act(id, other, 1, Map.of("reasonCode", "NO"))
          .statusCode(409)
          .body("type", endsWith("/release-asked"));
    }
    act(id, "cancellation", 1, Map.of()).statusCode(409);
    act(id, "receipt", 1, Map.of()).statusCode(409).body("type", endsWith("/release-asked"));
    standAt(Duration.ofDays(200));
    sweep.sweep();
    transfer(id).body("state", equalTo("APPROVED"));
    far = reopened();
    LocalDate day = today.plusDays(1);
    far.says("releases", "{\"outcome\":\"RELEASED\",\"effectiveOn\":\"" + day + "\"}");
    await().untilAsserted(() -> transfer(id).body("closedOn", equalTo(day.toString())));
  }

  @Test
  void aReleaseThatIsRefusedLeavesNobodyHere() {
    say("offers", offer(), UUID.randomUUID());
    String id = onWorkList();
    far.says("releases", "{\"outcome\":\"REFUSED\",\"reasonCode\":\"LETTER_EXPIRED\"}");
    act(id, "receipt", 0, Map.of()).statusCode(200);
    await().untilAsserted(() -> transfer(id).body("state", equalTo("CANCELLED")));
    transfer(id).body("reasonCode", equalTo("LETTER_EXPIRED"));
    assertThat(kept("incoming_person where transfer_id = '" + id + "'")).isZero();
  }

  @Test
  void aDeadDistrictLeavesTheMemberHereUntilTheLetterRunsOut() throws IOException {
    far.close();
    UUID member = District.member(here);
    String id = depart(member);
    act(id, "approval", 0, Map.of()).statusCode(200);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        kept(
                            "exchange_message where transfer_id = '"
                                + id
                                + "' and attempts > 1"
                                + " and failure = 'no-connection' and state = 'WAITING'"))
                    .isEqualTo(1));
    standAt(Duration.ofDays(120));
    sweep.sweep();
    transfer(id).body("state", equalTo("EXPIRED"));
    assertThat(district.affiliationsOf(member)).isEqualTo(codeOf(here) + " 2009-03-01 -");
    far = reopened();
    await().untilAsserted(() -> assertThat(far.heard("withdrawals")).hasSize(1));
    assertThat(far.heard("offers")).isEmpty();
    say("releases", Map.of("handover", id, "letter", 1), UUID.randomUUID())
        .body("outcome", equalTo("REFUSED"))
        .body("reasonCode", equalTo("TRANSFER_IN_OTHER_STATE"));
  }

  @Test
  void aLetterIsReturnedAndIssuedAnewAndWhatIsSaidOfTheOldOneHasNoEffect() {
    String id = offered(District.member(here));
    UUID message = UUID.randomUUID();
    Map<String, Object> word = Map.of("handover", id, "letter", 1, "reasonCode", "WRONG_NAME");
    say("returns", word, message).body("outcome", equalTo("TAKEN"));
    transfer(id).body("state", equalTo("RETURNED")).body("reasonCode", equalTo("WRONG_NAME"));
    act(id, "reissue", 2, Map.of()).statusCode(200);
    await().untilAsserted(() -> assertThat(far.heard("offers")).hasSize(2));
    assertThat(far.heard("offers").get(1).body().path("letter").asInt()).isEqualTo(2);
    say("releases", Map.of("handover", id, "letter", 1), UUID.randomUUID())
        .body("outcome", equalTo("SUPERSEDED"));
    say("refusals", Map.of("handover", id, "letter", 1, "reasonCode", "NO"), UUID.randomUUID())
        .body("outcome", equalTo("SUPERSEDED"));
    say("returns", word, message).body("outcome", equalTo("TAKEN"));
    transfer(id).body("state", equalTo("APPROVED"));
    say("refusals", Map.of("handover", id, "letter", 2, "reasonCode", "NO"), UUID.randomUUID())
        .body("outcome", equalTo("TAKEN"));
    transfer(id).body("state", equalTo("REFUSED"));
  }

  @Test
  void anOfferRenewedOrWithdrawnIsSoHereAndAnOldOneDoesNotComeToLifeAgain() {
    Map<String, Object> offer = offer();
    say("offers", offer, UUID.randomUUID());
    String id = onWorkList();
    act(id, "return", 0, Map.of("reasonCode", "WRONG_NAME")).statusCode(200);
    await().untilAsserted(() -> assertThat(far.heard("returns")).hasSize(1));
    Map<String, Object> second = new HashMap<>(offer);
    second.put("letter", 2);
    second.put("letterNumber", "FAR-2");
    say("offers", second, UUID.randomUUID()).body("outcome", equalTo("TAKEN"));
    transfer(id).body("state", equalTo("APPROVED")).body("letterNumber", equalTo("FAR-2"));
    Map<String, Object> word =
        Map.of("handover", offer.get("handover"), "letter", 2, "reasonCode", "STAYS");
    say("withdrawals", word, UUID.randomUUID()).body("outcome", equalTo("TAKEN"));
    transfer(id).body("state", equalTo("CANCELLED")).body("reasonCode", equalTo("STAYS"));
    say("offers", second, UUID.randomUUID()).body("outcome", equalTo("SUPERSEDED"));
    say("offers", offer, UUID.randomUUID()).body("outcome", equalTo("SUPERSEDED"));
    UUID unheard = UUID.randomUUID();
    say("withdrawals", Map.of("handover", unheard, "letter", 1), UUID.randomUUID())
        .body("outcome", equalTo("TAKEN"));
    Map<String, Object> late = offer();
    late.put("handover", unheard);
    say("offers", late, UUID.randomUUID()).body("outcome", equalTo("SUPERSEDED"));
  }

  @Test
  void whatTheOfficeRefusesTheSourceHears() {
    Map<String, Object> offer = offer();
    say("offers", offer, UUID.randomUUID());
    String id = onWorkList();
    act(id, "refusal", 0, Map.of("reasonCode", "NOT_KNOWN_HERE")).statusCode(200);
    await().untilAsserted(() -> assertThat(far.heard("refusals")).hasSize(1));
    JsonNode word = far.heard("refusals").get(0).body();
    assertThat(word.path("reasonCode").asText()).isEqualTo("NOT_KNOWN_HERE");
    assertThat(word.path("letter").asInt()).isEqualTo(1);
  }

  @Test
  void anOfferThatCannotBeTakenIsRefusedOnceForAllAndLeavesNothing() {
    long before = kept("transfer");
    refused(changed("destinationCode", "nowhere"), "DESTINATION_UNKNOWN");
    refused(changed("validUntil", today.minusDays(1).toString()), "LETTER_EXPIRED");
    refused(person("idNumber", "990105198001010018"), "ID_NUMBER_CHECK");
    refused(person("ethnicity", "88"), "NOT_IN_LIST");
    refused(person("joinedOn", today.toString()), "JOINED_AFTER_LETTER");
    Map<String, Object> known = District.newMember(here);
    District.admit(known).statusCode(201);
    refused(person("idNumber", known.get("idNumber")), "ALREADY_A_MEMBER");
    UUID closed = district.organization(null, "SUSPENDED");
    refused(changed("destinationCode", codeOf(closed)), "ORGANIZATION_NOT_ACTIVE");
    assertThat(kept("transfer")).isEqualTo(before);
    assertThat(onWorkList()).isNull();
  }

  @Test
  void anOfferThatTheOtherDistrictCannotTakeLeavesTheMemberHere() {
    far.says("offers", "{\"outcome\":\"REFUSED\",\"reasonCode\":\"DESTINATION_UNKNOWN\"}");
    UUID member = District.member(here);
    String id = depart(member);
    act(id, "approval", 0, Map.of()).statusCode(200);
    await().untilAsserted(() -> transfer(id).body("state", equalTo("REFUSED")));
    transfer(id).body("reasonCode", equalTo("DESTINATION_UNKNOWN"));
    assertThat(district.affiliationsOf(member)).endsWith(" -");
  }

  @Test
  void aHandOverBetweenDistrictsIsNotRecordedByHand() {
    String id = offered(District.member(here));
    act(id, "receipt", 1, Map.of())
        .statusCode(409)
        .body("type", endsWith("/transfer-between-districts"));
    UUID stranger = UUID.randomUUID();
    say("releases", Map.of("handover", stranger, "letter", 1), UUID.randomUUID())
        .body("outcome", equalTo("REFUSED"))
        .body("reasonCode", equalTo("NOT_FOUND"));
    UUID member = District.member(here);
    departing(member, Map.of("peer", "nobody", "destinationCode", "1"))
        .statusCode(422)
        .body("type", endsWith("/district-unknown"));
    departing(member, Map.of("peer", "far")).statusCode(422);
    departing(member, Map.of("destinationCode", "1")).statusCode(422);
    departing(member, Map.of("peer", "Far!", "destinationCode", "1")).statusCode(400);
    assertThat(kept("transfer where member_id = '" + member + "'")).isZero();
  }

  @Test
  void whatIsRefusedAsSuchBecomesADeadLetterThatAnAdministratorSeesAndRevives() {
    far.says("offers", "{\"type\":\"https://jiceng.org/problems/signature-key-unknown\"}");
    far.answersWith(401);
    String id = depart(District.member(here));
    act(id, "approval", 0, Map.of()).statusCode(200);
    String messages = "/api/v1/exchange/messages";
    await()
        .untilAsserted(
            () ->
                as(Roles.DISTRICT_ADMIN)
                    .get(messages + "?state=DEAD&district=far")
                    .then()
                    .statusCode(200)
                    .body("items[0].transferId", equalTo(id))
                    .body("items[0].failure", equalTo("signature-key-unknown")));
    String dead =
        as(Roles.DISTRICT_ADMIN).get(messages + "?state=DEAD").then().extract().path("items[0].id");
    as(Roles.REGISTRAR).get(messages).then().statusCode(403);
    as(Roles.DISTRICT_ADMIN).get(messages + "?state=LOST").then().statusCode(400);
    String again = messages + "/" + dead + "/redelivery";
    as(Roles.REGISTRAR).post(again).then().statusCode(403);
    far.says("offers", "{\"outcome\":\"TAKEN\"}");
    far.answersWith(200);
    as(Roles.DISTRICT_ADMIN).post(again).then().statusCode(202);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        kept(
                            "exchange_message where message_id = '"
                                + dead
                                + "' and state = 'ANSWERED' and body is null"))
                    .isEqualTo(1));
    as(Roles.DISTRICT_ADMIN)
        .post(again)
        .then()
        .statusCode(409)
        .body("type", endsWith("/message-not-dead"));
    as(Roles.DISTRICT_ADMIN)
        .post(messages + "/" + UUID.randomUUID() + "/redelivery")
        .then()
        .statusCode(404);
  }

  @Test
  void whatWaitsTellsNothingOfThePersonInTheTables() {
    far.close();
    Map<String, Object> wanted = District.newMember(here);
    String member = District.admit(wanted).statusCode(201).extract().path("id");
    act(depart(UUID.fromString(member)), "approval", 0, Map.of()).statusCode(200);
    say("offers", offer(), UUID.randomUUID()).body("outcome", equalTo("TAKEN"));
    for (Object personal :
        java.util.List.of(wanted.get("idNumber"), District.NAME, District.PHONE)) {
      for (String table :
          java.util.List.of("exchange_message", "exchange_reply", "outbox", "audit_log")) {
        assertThat(kept(table + " t where t::text like '%" + personal + "%'")).as(table).isZero();
      }
      assertThat(
              district.text(
                  """
                  select coalesce(max(position(convert_to(?, 'UTF8') in body)), 0)::text
                    from exchange_message""",
                  personal))
          .isEqualTo("0");
    }
  }

  @Test
  void organisationsOfEitherDistrictAreFoundByTheOther() {
    district.execute(
        "update organization_node set name = '外滩街道试验支部' where organization_id = ?", here);
    SignedRequest.of(
            "organizations?query="
                + java.net.URLEncoder.encode("外滩街道", java.nio.charset.StandardCharsets.UTF_8),
            null,
            clock.now())
        .get()
        .statusCode(200)
        .body("items.code", org.hamcrest.Matchers.hasItem(codeOf(here)));
    SignedRequest.of("organizations?query=x", null, clock.now()).get().statusCode(400);
    as(Roles.REGISTRAR)
        .get("/api/v1/exchange/districts")
        .then()
        .statusCode(200)
        .body("items[0]", equalTo("far"));
    far.says("organizations", "{\"items\":[{\"code\":\"1\",\"name\":\"远\"}]}");
    String there = "/api/v1/exchange/districts/far/organizations?query=x1";
    as(Roles.REGISTRAR).get(there).then().statusCode(200).body("items[0].name", equalTo("远"));
    as(Roles.MEMBER).get(there).then().statusCode(403);
    far.close();
    as(Roles.REGISTRAR)
        .get(there)
        .then()
        .statusCode(503)
        .body("type", endsWith("/district-silent"));
    as(Roles.REGISTRAR)
        .get("/api/v1/exchange/districts/nobody/organizations?query=x1")
        .then()
        .statusCode(404);
  }

  /** So long after the beginning of the test, which is in the past: brokers refuse the future. */
  private void standAt(Duration later) {
    clock.turnTo(Clock.offset(Clock.systemUTC(), BACK.plus(later)));
  }

  private FarDistrict open() throws IOException {
    return new FarDistrict(config.peers().get("far").url().getPort());
  }

  private FarDistrict reopened() {
    try {
      return open();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private String offered(UUID member) {
    String id = depart(member);
    act(id, "approval", 0, Map.of()).statusCode(200);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        kept(
                            "exchange_message where transfer_id = '"
                                + id
                                + "' and kind = 'OFFER'"
                                + " and state = 'ANSWERED'"))
                    .isEqualTo(1));
    return id;
  }

  private String depart(UUID member) {
    return departing(member, Map.of("peer", "far", "destinationCode", THERE))
        .statusCode(201)
        .body("peer", equalTo("far"))
        .body("releaseAskedOn", nullValue())
        .extract()
        .path("id");
  }

  private ValidatableResponse departing(UUID member, Map<String, Object> where) {
    Map<String, Object> wanted = new HashMap<>(where);
    wanted.put("memberId", member);
    wanted.put("elsewhere", "外滩街道");
    return officeOf(here).body(wanted).post(TRANSFERS + "/outgoing").then();
  }

  private Map<String, Object> offer() {
    Map<String, Object> person = new HashMap<>(District.newMember(here));
    person.keySet().removeAll(java.util.Set.of("organizationId", "affiliatedOn"));
    Map<String, Object> offer = new HashMap<>();
    offer.put("handover", UUID.randomUUID());
    offer.put("letter", 1);
    offer.put("destinationCode", codeOf(here));
    offer.put("from", "远方支部");
    offer.put("letterNumber", "FAR-1");
    offer.put("issuedOn", today.minusDays(1).toString());
    offer.put("validUntil", today.plusMonths(3).toString());
    offer.put("person", person);
    return offer;
  }

  private Map<String, Object> changed(String field, Object value) {
    Map<String, Object> offer = offer();
    offer.put(field, value);
    return offer;
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> person(String field, Object value) {
    Map<String, Object> offer = offer();
    ((Map<String, Object>) offer.get("person")).put(field, value);
    return offer;
  }

  private void refused(Map<String, Object> offer, String reason) {
    UUID message = UUID.randomUUID();
    for (int i = 0; i < 2; i++) {
      say("offers", offer, message)
          .body("outcome", equalTo("REFUSED"))
          .body("reasonCode", equalTo(reason));
    }
  }

  private ValidatableResponse say(String what, Object body, UUID message) {
    return SignedRequest.of(what, body, clock.now()).under(message).post().statusCode(200);
  }

  private String onWorkList() {
    return officeOf(here)
        .get(TRANSFERS + "?direction=in")
        .then()
        .statusCode(200)
        .extract()
        .path("items[0].id");
  }

  private ValidatableResponse transfer(String id) {
    return officeOf(here).get(TRANSFERS + "/" + id).then().statusCode(200);
  }

  private ValidatableResponse act(String id, String what, int version, Object body) {
    return command(officeOf(here), TRANSFERS + "/" + id + "/" + what, version, body);
  }

  private int onRoster(LocalDate asOf) {
    return officeOf(here)
        .get("/api/v1/members?organizationId=" + here + "&asOf=" + asOf)
        .then()
        .statusCode(200)
        .extract()
        .<java.util.List<Object>>path("items")
        .size();
  }

  private long tally() {
    as(Roles.SYSTEM).post("/api/v1/tallies").then().statusCode(200);
    return Long.parseLong(
        district.text(
            """
            select payload -> 'counts' ->> 'member' from outbox
             where type = 'org.jiceng.member.member-counted.v2' order by sequence desc limit 1"""));
  }

  private long kept(String what) {
    return Long.parseLong(district.text("select count(*)::text from " + what));
  }
}
