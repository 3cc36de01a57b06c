package org.jiceng.member.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.member.District.codeOf;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.officeOf;
import static org.jiceng.member.District.request;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.District;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters that are sent back, issued anew, run out; receipts and their acknowledgement. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class LettersTest {
  @Inject District district;
  @Inject BusinessClock clock;
  @Inject TransferSweep sweep;

  private UUID source;
  private UUID destination;
  private UUID member;
  private String id;

  @BeforeEach
  void anApprovedTransfer() {
    source = district.organization();
    destination = district.organization();
    member = District.member(source);
    standAt("2010-03-02T04:00:00Z");
    id = request(member, destination, "2010-03-02").getString("id");
  }

  @AfterEach
  void letTheClockRun() {
    clock.turnTo(Clock.systemUTC());
  }

  @Test
  void aLetterSentBackIsIssuedAnewAndThenReceivedAndAcknowledged() {
    act(source, "approval", 0, Map.of()).statusCode(200);
    act(source, "return", 1, Map.of("reasonCode", "WRONG_NAME"))
        .statusCode(403)
        .body("type", endsWith("/not-the-destination"));
    act(destination, "return", 1, Map.of("reasonCode", "WRONG_NAME"))
        .statusCode(200)
        .body("state", equalTo("RETURNED"));
    act(destination, "receipt", 2, Map.of()).statusCode(409);
    act(destination, "reissue", 2, Map.of()).statusCode(403);
    standAt("2010-03-05T04:00:00Z");
    act(source, "reissue", 2, Map.of("letterNumber", "N-" + member))
        .statusCode(200)
        .body("validUntil", equalTo("2010-06-05"))
        .body("letterNumber", equalTo("N-" + member));
    act(destination, "receipt", 3, Map.of()).statusCode(200).body("actUntil", nullValue());
    act(destination, "acknowledgement", 4, Map.of()).statusCode(403);
    act(source, "acknowledgement", 4, Map.of("effectiveOn", "2010-03-04")).statusCode(422);
    act(source, "acknowledgement", 4, Map.of())
        .statusCode(200)
        .body("state", equalTo("ACKNOWLEDGED"))
        .body("acknowledgedOn", equalTo("2010-03-05"));
    act(source, "acknowledgement", 5, Map.of()).statusCode(409);
    assertThat(district.eventsOf(id))
        .endsWith(
            "transfer-returned 2010-03-02, letter-reissued 2010-03-05,"
                + " transfer-completed 2010-03-05, receipt-acknowledged 2010-03-05");
  }

  @Test
  void aLetterThatRanOutIsIssuedAnewUnlessAnotherTransferIsOpen() {
    act(source, "approval", 0, Map.of()).statusCode(200);
    standAt("2010-06-03T04:00:00Z");
    sweep.sweep();
    act(source, "reissue", 2, Map.of()).statusCode(200).body("state", equalTo("APPROVED"));
    standAt("2010-10-01T04:00:00Z");
    sweep.sweep();
    request(member, destination, "2010-10-01");
    act(source, "reissue", 4, Map.of())
        .statusCode(409)
        .body("type", endsWith("/transfer-already-open"));
    assertThat(district.affiliationsOf(member)).isEqualTo(codeOf(source) + " 2009-03-01 -");
  }

  @Test
  void aRequestThatNobodyDecidesLapsesAlsoWhenNoSweepRuns() {
    standAt("2010-04-02T15:59:00Z");
    sweep.sweep();
    find().body("state", equalTo("REQUESTED"));
    standAt("2010-04-02T16:01:00Z");
    act(source, "approval", 0, Map.of()).statusCode(409).body("type", endsWith("/request-lapsed"));
    sweep.sweep();
    find().body("state", equalTo("EXPIRED")).body("closedOn", equalTo("2010-04-03"));
  }

  @Test
  void aLetterSentBackAndNeverMendedRunsOutToo() {
    act(source, "approval", 0, Map.of()).statusCode(200);
    act(destination, "return", 1, Map.of("reasonCode", "WRONG_NAME"))
        .body("actUntil", equalTo("2010-06-02"));
    standAt("2010-06-02T16:01:00Z");
    sweep.sweep();
    find().body("state", equalTo("EXPIRED"));
    act(source, "reissue", 3, Map.of()).statusCode(200);
  }

  private ValidatableResponse find() {
    return officeOf(source).get("/api/v1/transfers/" + id).then().statusCode(200);
  }

  private ValidatableResponse act(UUID office, String what, int version, Object body) {
    return command(officeOf(office), "/api/v1/transfers/" + id + "/" + what, version, body);
  }

  private void standAt(String moment) {
    clock.turnTo(Clock.fixed(Instant.parse(moment), clock.zone()));
  }
}
