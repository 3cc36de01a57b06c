package org.jiceng.member.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.codeOf;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.request;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.District;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Two commands to one member at the same moment. Whichever comes first: the member is at exactly
 * one place at each instant, and the events tell of one outcome.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RacesTest {
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
    clock.turnTo(Clock.fixed(Instant.parse("2010-03-02T04:00:00Z"), clock.zone()));
    id = request(member, destination, "2010-03-02").getString("id");
    assertThat(act("approval", 0, Map.of())).isEqualTo(200);
  }

  @AfterEach
  void letTheClockRun() {
    clock.turnTo(Clock.systemUTC());
  }

  @RepeatedTest(5)
  void aReceiptAndACancellation() {
    List<Integer> statuses =
        AtOnce.all(
            List.of(() -> act("receipt", 1, Map.of()), () -> act("cancellation", 1, Map.of())));
    assertThat(statuses).containsOnlyOnce(200);
    boolean received = statuses.get(0) == 200;
    assertThat(state()).isEqualTo(received ? "COMPLETED" : "CANCELLED");
    isAt(received);
    ended(received ? "transfer-completed" : "transfer-cancelled");
  }

  @RepeatedTest(5)
  void aReceiptAndADeath() {
    List<Integer> statuses = AtOnce.all(List.of(() -> act("receipt", 1, Map.of()), this::die));
    boolean received = statuses.get(0) == 200;
    boolean died = statuses.get(1) == 200;
    assertThat(received || died).isTrue();
    assertThat(presentStays()).isEqualTo(died ? "0" : "1");
    ended(received ? "transfer-completed" : "transfer-cancelled");
    assertThat(district.eventsOf(member).contains("membership-ended")).isEqualTo(died);
    assertThat(overlappingStays()).isEqualTo("0");
  }

  /** Midnight comes while the office receives and the sweep runs. */
  @RepeatedTest(5)
  void aReceiptAndTheExpiryOfItsLetter() {
    Instant almostMidnight = Instant.parse("2010-06-02T15:59:59.700Z");
    clock.turnTo(
        Clock.offset(Clock.system(clock.zone()), Duration.between(Instant.now(), almostMidnight)));
    Instant over = Instant.parse("2010-06-02T16:00:00.300Z");
    Callable<Integer> sweeping =
        () -> {
          while (clock.now().isBefore(over)) {
            sweep.sweep();
          }
          sweep.sweep();
          return 0;
        };
    Callable<Integer> receiving =
        () -> {
          while (clock.now().isBefore(almostMidnight.plusMillis(250))) {
            Thread.onSpinWait();
          }
          return act("receipt", 1, Map.of("effectiveOn", "2010-06-02"));
        };
    List<Integer> statuses = AtOnce.all(List.of(receiving, sweeping, receiving));
    boolean received = statuses.contains(200);
    assertThat(statuses.subList(0, 1)).doesNotContain(500);
    assertThat(state()).isEqualTo(received ? "COMPLETED" : "EXPIRED");
    isAt(received);
    ended(received ? "transfer-completed" : "transfer-expired");
  }

  @RepeatedTest(5)
  void anAcknowledgementTwice() {
    assertThat(act("receipt", 1, Map.of())).isEqualTo(200);
    List<Integer> statuses = AtOnce.times(4, () -> act("acknowledgement", 2, Map.of()));
    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
    assertThat(state()).isEqualTo("ACKNOWLEDGED");
    assertThat(countOf("receipt-acknowledged")).isEqualTo("1");
    isAt(true);
  }

  @RepeatedTest(5)
  void twoTransfersOfOneMember() {
    UUID free = District.member(source);
    UUID another = district.organization();
    List<Integer> statuses =
        AtOnce.all(List.of(() -> ask(free, destination), () -> ask(free, another)));
    assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    assertThat(
            district.text(
                """
                select count(*) from outbox
                 where partition_key = ? and type = 'org.jiceng.member.transfer-requested.v1'""",
                free.toString()))
        .isEqualTo("1");
    assertThat(district.affiliationsOf(free)).isEqualTo(codeOf(source) + " 2009-03-01 -");
  }

  @RepeatedTest(5)
  void aReceiptAndAReissue() {
    List<Integer> statuses =
        AtOnce.all(List.of(() -> act("receipt", 1, Map.of()), () -> act("reissue", 1, Map.of())));
    assertThat(statuses).containsOnlyOnce(200);
    isAt(statuses.get(0) == 200);
  }

  private void isAt(boolean received) {
    assertThat(presentStays()).isEqualTo("1");
    assertThat(overlappingStays()).isEqualTo("0");
    assertThat(district.affiliationsOf(member))
        .contains(codeOf(received ? destination : source))
        .endsWith(" -");
  }

  /** Of all the events that end a transfer this one has been told, once. */
  private void ended(String type) {
    for (String end : List.of("transfer-completed", "transfer-cancelled", "transfer-expired")) {
      assertThat(countOf(end)).as(end).isEqualTo(end.equals(type) ? "1" : "0");
    }
  }

  private String presentStays() {
    return district.text(
        "select count(*) from affiliation where member_id = ? and valid_to is null", member);
  }

  private String overlappingStays() {
    return district.text(
        """
        select count(*) from affiliation a join affiliation b using (member_id)
         where member_id = ? and a.ctid < b.ctid
           and daterange(a.valid_from, a.valid_to) && daterange(b.valid_from, b.valid_to)""",
        member);
  }

  private String countOf(String type) {
    return district.text(
        "select count(*) from outbox where aggregateid = ? and type = ?",
        id,
        "org.jiceng.member." + type + ".v1");
  }

  private String state() {
    return district.text("select state from transfer where transfer_id = ?::uuid", id);
  }

  private int act(String what, int version, Object body) {
    return command(as(Roles.REGISTRAR), "/api/v1/transfers/" + id + "/" + what, version, body)
        .extract()
        .statusCode();
  }

  private int die() {
    String path = "/api/v1/members/" + member + "/end";
    return command(as(Roles.REGISTRAR), path, 0, Map.of("reason", "DECEASED"))
        .extract()
        .statusCode();
  }

  private static int ask(UUID member, UUID wanted) {
    return as(Roles.REGISTRAR)
        .body(Map.of("memberId", member, "destinationId", wanted))
        .post("/api/v1/transfers")
        .statusCode();
  }
}
