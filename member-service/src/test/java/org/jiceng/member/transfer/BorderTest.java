package org.jiceng.member.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.codeOf;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.officeOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
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

/** Members who leave the district by a paper letter, and who come into it by one. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class BorderTest {
  private static final String TRANSFERS = "/api/v1/transfers";
  private static final String ELSEWHERE = "上海市黄浦区外滩街道党工委";

  @Inject District district;
  @Inject BusinessClock clock;
  @Inject TransferSweep sweep;

  private UUID here;

  @BeforeEach
  void anOffice() {
    here = district.organization();
    clock.turnTo(Clock.fixed(Instant.parse("2010-03-20T04:00:00Z"), clock.zone()));
  }

  @AfterEach
  void letTheClockRun() {
    clock.turnTo(Clock.systemUTC());
  }

  @Test
  void whoLeavesBelongsToTheSourceUntilTheReceiptIsBack() {
    UUID member = District.member(here);
    String id = depart(officeOf(here), member).statusCode(201).extract().path("id");
    act(id, "approval", 0, Map.of()).statusCode(200).body("direction", equalTo("OUT"));
    assertThat(district.affiliationsOf(member)).isEqualTo(codeOf(here) + " 2009-03-01 -");
    act(id, "receipt", 1, Map.of("effectiveOn", "2010-03-20"))
        .statusCode(200)
        .body("state", equalTo("ACKNOWLEDGED"))
        .body("elsewhere", equalTo(ELSEWHERE));
    assertThat(district.affiliationsOf(member)).isEqualTo(codeOf(here) + " 2009-03-01 2010-03-20");
    assertThat(district.eventsOf(member)).endsWith("membership-ended 2010-03-20");
    assertThat(district.eventsOf(id))
        .isEqualTo(
            "external-transfer-advanced 2010-03-20, external-transfer-advanced 2010-03-20,"
                + " external-transfer-advanced 2010-03-20, external-transfer-advanced 2010-03-20");
  }

  @Test
  void aReceiptThatComesLateCountsIfTheLetterWasGoodOnItsDay() {
    UUID member = District.member(here);
    String id = depart(officeOf(here), member).statusCode(201).extract().path("id");
    act(id, "approval", 0, Map.of()).statusCode(200).body("validUntil", equalTo("2010-06-20"));
    clock.turnTo(Clock.fixed(Instant.parse("2010-07-20T04:00:00Z"), clock.zone()));
    sweep.sweep();
    act(id, "receipt", 2, Map.of("effectiveOn", "2010-06-21"))
        .statusCode(409)
        .body("type", endsWith("/letter-expired"));
    act(id, "receipt", 2, Map.of("effectiveOn", "2010-06-20")).statusCode(200);
    assertThat(district.affiliationsOf(member)).endsWith(" 2010-06-20");
  }

  @Test
  void whoComesIsAMemberFromReceiptOnAndForgottenOtherwise() {
    Map<String, Object> letter = letter();
    String id = announce(letter).statusCode(201).extract().path("id");
    String member = find(id).extract().path("memberId");
    as(Roles.REGISTRAR).get("/api/v1/members/" + member).then().statusCode(404);
    announce(letter).statusCode(409).body("type", endsWith("/arrival-already-announced"));
    act(id, "receipt", 0, Map.of("effectiveOn", "2010-03-10"))
        .statusCode(200)
        .body("state", equalTo("COMPLETED"));
    as(Roles.REGISTRAR)
        .get("/api/v1/members/" + member)
        .then()
        .statusCode(200)
        .body("affiliatedOn", equalTo("2010-03-10"))
        .body("name", equalTo(District.NAME));
    announce(letter).statusCode(409).body("type", endsWith("/already-a-member"));
    act(id, "acknowledgement", 1, Map.of()).statusCode(200).body("state", equalTo("ACKNOWLEDGED"));
    String second = announce(letter()).statusCode(201).extract().path("id");
    act(second, "refusal", 0, Map.of("reasonCode", "NOT_KNOWN_HERE")).statusCode(200);
    assertThat(kept(id)).isEqualTo("0");
    assertThat(kept(second)).isEqualTo("0");
  }

  @Test
  void aLetterThatCannotBeIsRefusedAndLeavesNothing() {
    String before = district.text("select count(*)::text from transfer");
    announce(letter("issuedOn", "2010-03-21"))
        .statusCode(422)
        .body("violations[0].field", equalTo("issuedOn"));
    announce(letter("validUntil", "2010-02-01"))
        .statusCode(422)
        .body("violations[0].field", equalTo("validUntil"));
    announce(letter("validUntil", "2010-03-19"))
        .statusCode(409)
        .body("type", endsWith("/letter-expired"));
    announce(letter("joinedOn", "2010-03-05"))
        .statusCode(422)
        .body("violations[0].field", equalTo("joinedOn"));
    announce(letter("idNumber", "990105198001010018"))
        .statusCode(422)
        .body("violations[0].field", equalTo("idNumber"));
    announce(letter("destinationId", UUID.randomUUID())).statusCode(404);
    announce(letter("elsewhere", " ")).statusCode(400);
    assertThat(district.text("select count(*)::text from transfer")).isEqualTo(before);
  }

  @Test
  void strangersNeitherSeeNorActNorDoesTheOtherEnd() {
    UUID member = District.member(here);
    UUID stranger = district.organization();
    depart(officeOf(stranger), member).statusCode(404);
    String out = depart(officeOf(here), member).statusCode(201).extract().path("id");
    officeOf(stranger).get(TRANSFERS + "/" + out).then().statusCode(404);
    command(officeOf(stranger), TRANSFERS + "/" + out + "/approval", 0, Map.of()).statusCode(404);
    String in = announce(letter()).statusCode(201).extract().path("id");
    command(officeOf(here), TRANSFERS + "/" + in + "/approval", 0, Map.of()).statusCode(403);
    command(officeOf(here), TRANSFERS + "/" + in + "/reissue", 0, Map.of()).statusCode(404);
    as(Roles.AUDITOR)
        .get(TRANSFERS + "/" + in)
        .then()
        .statusCode(200)
        .body("elsewhere", nullValue());
  }

  private String kept(String id) {
    return district.text(
        "select count(*)::text from incoming_person where transfer_id = '" + id + "'");
  }

  private Map<String, Object> letter(Object... changed) {
    Map<String, Object> wanted = new HashMap<>(District.newMember(here));
    wanted.keySet().removeAll(java.util.Set.of("organizationId", "affiliatedOn"));
    wanted.put("destinationId", here);
    wanted.put("elsewhere", ELSEWHERE);
    wanted.put("letterNumber", "SH2010-17");
    wanted.put("issuedOn", "2010-03-01");
    wanted.put("validUntil", "2010-06-01");
    if (changed.length > 0) {
      wanted.put((String) changed[0], changed[1]);
    }
    return wanted;
  }

  private ValidatableResponse announce(Map<String, Object> letter) {
    return officeOf(here).body(letter).post(TRANSFERS + "/incoming").then();
  }

  private static ValidatableResponse depart(RequestSpecification who, UUID member) {
    return who.body(Map.of("memberId", member, "elsewhere", ELSEWHERE))
        .post(TRANSFERS + "/outgoing")
        .then();
  }

  private ValidatableResponse act(String id, String what, int version, Object body) {
    return command(officeOf(here), TRANSFERS + "/" + id + "/" + what, version, body);
  }

  private static ValidatableResponse find(String id) {
    return as(Roles.REGISTRAR).get(TRANSFERS + "/" + id).then().statusCode(200);
  }
}
