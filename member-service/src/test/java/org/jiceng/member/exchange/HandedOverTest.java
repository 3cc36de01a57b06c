package org.jiceng.member.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.codeOf;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.officeOf;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.District;
import org.jiceng.member.Stored;
import org.jiceng.member.imports.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What two districts have agreed about a member is not for one of them to change: on no day do both
 * count the member, nor neither, whatever an office puts right afterwards.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(value = FarDistrict.Known.class, restrictToAnnotatedClass = true)
class HandedOverTest {
  private static final String MEMBERS = "/api/v1/members/";
  private static final String TRANSFERS = "/api/v1/transfers/";
  private static final LocalDate GONE = LocalDate.of(2010, 3, 21);
  private static final Duration BACK =
      Duration.between(Instant.now(), Instant.parse("2010-03-20T04:00:00Z"));

  @Inject District district;
  @Inject Stored stored;
  @Inject BusinessClock clock;
  @Inject ExchangeConfig config;

  private FarDistrict far;
  private UUID here;
  private Map<String, Object> person;
  private UUID member;

  @BeforeEach
  void aMemberOfTheDistrict() throws IOException {
    standAt(Duration.ZERO);
    far = new FarDistrict(config.peers().get("far").url().getPort());
    here = district.organization();
    person = District.newMember(here);
    member = id(District.admit(person).statusCode(201));
  }

  @AfterEach
  void letTheClockRun() {
    far.close();
    clock.turnTo(Clock.systemUTC());
    district.execute(
        "update exchange_message set state = 'OBSOLETE', body = null where state in ('WAITING', 'DEAD')");
  }

  @Test
  void theDayOfTheHandOverIsNotPutRightByOneDistrict() {
    handOver();
    UUID elsewhere = district.organization();
    refused(correct(member, Map.of("endedOn", "2010-03-25")));
    refused(correct(member, Map.of("endedOn", "2010-03-15")));
    refused(correct(member, Map.of("affiliations", List.of(stay(here, "2009-03-01", null)))));
    refused(
        correct(
            member,
            Map.of(
                "affiliations",
                List.of(
                    stay(here, "2009-03-01", GONE.toString()),
                    stay(elsewhere, GONE.toString(), "2010-04-01")))));
  }

  @Test
  void whatWasWrongBeforeItIsPutRightAsEver() {
    handOver();
    UUID elsewhere = district.organization();
    correct(
            member,
            Map.of(
                "affiliations",
                List.of(
                    stay(elsewhere, "2009-03-01", "2009-06-01"),
                    stay(here, "2009-06-01", GONE.toString()))))
        .statusCode(200);
    assertThat(district.affiliationsOf(member))
        .isEqualTo(
            codeOf(elsewhere) + " 2009-03-01 2009-06-01, " + codeOf(here) + " 2009-06-01 " + GONE);
  }

  @Test
  void whoWasHandedOverIsNoMemberHereByHandOrByFile() {
    handOver();
    person.put("affiliatedOn", "2010-04-01");
    refused(District.admit(person));
    String row =
        "%s,司马试验,01,21,,%s,FULL,2001-07-01,2010-04-01,\n"
            .formatted(person.get("idNumber"), codeOf(here));
    Map<String, String> before = stored.everything();
    assertThat(Files.errors(Files.send(as(Roles.REGISTRAR), "members/imports", Files.ROSTER + row)))
        .contains("2,idNumber,handed-over");
    assertThat(stored.everything()).isEqualTo(before);
  }

  @Test
  void anotherRecordOfThePersonIsNotGivenTheNumberOfWhoWasHandedOver() {
    handOver();
    Map<String, Object> another = District.newMember(here);
    another.put("affiliatedOn", "2010-04-01");
    UUID other = id(District.admit(another).statusCode(201));
    refused(
        as(Roles.REGISTRAR)
            .header("If-Match", "\"0\"")
            .body(Map.of("idNumber", person.get("idNumber")))
            .patch(MEMBERS + other)
            .then());
  }

  @Test
  void anEarlierMembershipIsNotRestoredWhileThePersonBelongsElsewhere() {
    end(member, "WITHDRAWN", "2009-06-01").statusCode(200);
    UUID earlier = member;
    person.put("affiliatedOn", "2009-09-01");
    member = id(District.admit(person).statusCode(201));
    handOver();
    refused(
        command(
            as(Roles.REGISTRAR),
            MEMBERS + earlier + "/restoration",
            1,
            Map.of("organizationId", here, "effectiveOn", "2010-04-01")));
  }

  @Test
  void theRecordThatWasHandedOverIsKeptWhenTwoAreMerged() {
    UUID second = District.member(here);
    handOver();
    refused(merge(second, member));
    end(second, "WITHDRAWN", "2010-01-01").statusCode(200);
    merge(member, second).statusCode(200);
    assertThat(district.affiliationsOf(member)).isEqualTo(codeOf(here) + " 2009-03-01 " + GONE);
  }

  @Test
  void whoComesBackByATransferIsAMemberFromThatDayOnAndNotBefore() {
    handOver();
    UUID again = arrived();
    assertThat(district.affiliationsOf(again)).isEqualTo(codeOf(here) + " 2010-04-11 -");
    standAt(Duration.ofDays(30));
    refused(correct(again, Map.of("affiliations", List.of(stay(here, "2010-04-01", null)))));
    refused(correct(again, Map.of("affiliations", List.of(stay(here, "2010-04-12", null)))));
    refused(correct(member, Map.of("endedOn", "2010-04-11")));
    refused(end(again, "ENTERED_IN_ERROR", null));
    refused(merge(again, member));
    end(again, "WITHDRAWN", "2010-04-15").statusCode(200);
  }

  @Test
  void aSignedRequestThatIsReplayedHasNoEffectAndIsRefusedOnceItIsOldOrSaysSomethingElse() {
    String transfer = offered();
    UUID message = UUID.randomUUID();
    Map<String, Object> word = Map.of("handover", transfer, "letter", 1);
    SignedRequest release = SignedRequest.of("releases", word, clock.now()).under(message);
    Map<String, String> signed = release.headers("POST");
    release.post(signed).statusCode(200).body("outcome", equalTo("RELEASED"));
    Map<String, String> before = stored.everything();

    release
        .post(signed)
        .statusCode(200)
        .body("outcome", equalTo("RELEASED"))
        .body("effectiveOn", equalTo(GONE.toString()));
    SignedRequest.of(
            "refusals", Map.of("handover", transfer, "letter", 1, "reasonCode", "NO"), clock.now())
        .under(message)
        .post()
        .statusCode(422)
        .body("type", endsWith("/message-changed"));
    SignedRequest.of("releases", word, clock.now())
        .under(message)
        .post(signed)
        .statusCode(200)
        .body("outcome", equalTo("RELEASED"));
    standAt(Duration.ofMinutes(6));
    release.post(signed).statusCode(401).body("type", endsWith("/signature-too-old"));
    assertThat(stored.everything()).isEqualTo(before);
  }

  @Test
  void whoJoinsAnewHasNothingToDoWithTheFormerMembership() {
    handOver();
    person.putAll(
        Map.of("status", "PROBATIONARY", "joinedOn", "2010-04-01", "affiliatedOn", "2010-04-01"));
    UUID anew = id(District.admit(person).statusCode(201));
    refused(correct(anew, Map.of("joinedOn", "2010-01-01")));
  }

  /** The other district asks for the member, and is three weeks later believed to have them. */
  private void handOver() {
    Object word = Map.of("handover", offered(), "letter", 1);
    say("releases", word)
        .body("outcome", equalTo("RELEASED"))
        .body("effectiveOn", equalTo(GONE.toString()));
    say("arrivals", word).body("outcome", equalTo("TAKEN"));
    standAt(Duration.ofDays(21));
  }

  /** The transfer by which the other district is offered the member, and has heard of it. */
  private String offered() {
    Map<String, Object> wanted =
        Map.of(
            "memberId",
            member,
            "elsewhere",
            "外滩街道",
            "peer",
            "far",
            "destinationCode",
            "310101002001");
    String transfer =
        officeOf(here)
            .body(wanted)
            .post(TRANSFERS + "outgoing")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    command(officeOf(here), TRANSFERS + transfer + "/approval", 0, Map.of()).statusCode(200);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        district.text(
                            "select state from exchange_message where transfer_id = ?::uuid",
                            transfer))
                    .isEqualTo("ANSWERED"));
    return transfer;
  }

  /** The other district hands the person back, from the eleventh of April on. */
  private UUID arrived() {
    Map<String, Object> who = new HashMap<>(person);
    who.keySet().removeAll(List.of("organizationId", "affiliatedOn"));
    LocalDate today = clock.today();
    Map<String, Object> offer = new HashMap<>();
    offer.put("handover", UUID.randomUUID());
    offer.put("letter", 1);
    offer.put("destinationCode", codeOf(here));
    offer.put("from", "远方支部");
    offer.put("letterNumber", "FAR-" + member.toString().substring(0, 8));
    offer.put("issuedOn", today.toString());
    offer.put("validUntil", today.plusMonths(3).toString());
    offer.put("person", who);
    say("offers", offer).body("outcome", equalTo("TAKEN"));
    String transfer =
        officeOf(here)
            .get(TRANSFERS + "?direction=in")
            .then()
            .statusCode(200)
            .extract()
            .path("items.find { it.direction == 'IN' }.id");
    far.says(
        "releases", "{\"outcome\":\"RELEASED\",\"effectiveOn\":\"" + today.plusDays(1) + "\"}");
    command(officeOf(here), TRANSFERS + transfer + "/receipt", 0, Map.of()).statusCode(200);
    await()
        .untilAsserted(
            () ->
                officeOf(here)
                    .get(TRANSFERS + transfer)
                    .then()
                    .body("state", equalTo("ACKNOWLEDGED"))
                    .body("memberId", notNullValue()));
    return UUID.fromString(
        officeOf(here).get(TRANSFERS + transfer).then().extract().path("memberId"));
  }

  /** By its own problem type, in words that name day and district; the answer is all there is. */
  private void refused(ValidatableResponse answer) {
    answer
        .statusCode(409)
        .body("type", endsWith("/handed-over"))
        .body("detail", containsString("far"))
        .body("detail", containsString("2010-0"));
  }

  private ValidatableResponse correct(UUID id, Map<String, Object> right) {
    Map<String, Object> body = new HashMap<>(right);
    body.put("reasonCode", "WRONG_DATE");
    return unlessRefused(id, MEMBERS + id + "/corrections", body);
  }

  private ValidatableResponse merge(UUID kept, UUID duplicate) {
    return unlessRefused(kept, MEMBERS + kept + "/merge", Map.of("duplicateId", duplicate));
  }

  private ValidatableResponse end(UUID id, String reason, String on) {
    Map<String, Object> body = new HashMap<>(Map.of("reason", reason));
    if (on != null) {
      body.put("effectiveOn", on);
    }
    return unlessRefused(id, MEMBERS + id + "/end", body);
  }

  /** A command to the member's present version; a refusal has no effect at all. */
  private ValidatableResponse unlessRefused(UUID id, String path, Map<String, Object> body) {
    int version =
        Integer.parseInt(district.text("select version from member where member_id = ?", id));
    Map<String, String> before = stored.everything();
    ValidatableResponse answer = command(as(Roles.REGISTRAR), path, version, body);
    if (answer.extract().statusCode() != 200) {
      assertThat(stored.everything()).isEqualTo(before);
    }
    return answer;
  }

  private ValidatableResponse say(String what, Object body) {
    return SignedRequest.of(what, body, clock.now())
        .under(UUID.randomUUID())
        .post()
        .statusCode(200);
  }

  /** So long after the beginning of the test, which is in the past: brokers refuse the future. */
  private void standAt(Duration later) {
    clock.turnTo(Clock.offset(Clock.systemUTC(), BACK.plus(later)));
  }

  private static Map<String, Object> stay(UUID organization, String from, String to) {
    Map<String, Object> stay = new HashMap<>();
    stay.put("organizationId", organization);
    stay.put("validFrom", from);
    stay.put("validTo", to);
    return stay;
  }

  private static UUID id(ValidatableResponse answer) {
    return UUID.fromString(answer.extract().path("id"));
  }
}
