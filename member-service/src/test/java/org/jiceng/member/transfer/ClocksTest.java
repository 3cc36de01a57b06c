package org.jiceng.member.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.request;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.District;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every state that waits for an office has its clocks, which strike at midnight in Shanghai: on the
 * seventh day the office is reminded, on the twenty-first the one above it is told.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ClocksTest {
  private static final String BEFORE_THE_SEVENTH = "2010-03-08T15:59:00Z";
  private static final String ON_THE_SEVENTH = "2010-03-08T16:01:00Z";
  private static final String BEFORE_THE_21ST = "2010-03-22T15:59:00Z";
  private static final String ON_THE_21ST = "2010-03-22T16:01:00Z";

  @Inject District district;
  @Inject BusinessClock clock;
  @Inject TransferSweep sweep;

  private UUID source;
  private UUID destination;
  private String id;

  @BeforeEach
  void aRequest() {
    source = district.organization();
    destination = district.organization();
    standAt("2010-03-02T04:00:00Z");
    id = request(District.member(source), destination, "2010-03-02").getString("id");
  }

  @AfterEach
  void letTheClockRun() {
    clock.turnTo(Clock.systemUTC());
  }

  @Test
  void theSourceIsRemindedOfARequest() {
    strikesOnceForEachLevel("REQUESTED", source);
  }

  @Test
  void theDestinationIsRemindedOfALetter() {
    act("approval", 0, Map.of());
    strikesOnceForEachLevel("APPROVED", destination);
  }

  @Test
  void theSourceIsRemindedOfALetterThatWasSentBack() {
    act("approval", 0, Map.of());
    act("return", 1, Map.of("reasonCode", "WRONG_NAME"));
    strikesOnceForEachLevel("RETURNED", source);
  }

  @Test
  void theSourceIsRemindedOfAReceiptThatItHasNotAcknowledged() {
    act("approval", 0, Map.of());
    act("receipt", 1, Map.of());
    strikesOnceForEachLevel("COMPLETED", source);
    act("acknowledgement", 2, Map.of());
    find().body("turn", nullValue()).body("dueOn", nullValue()).body("escalated", equalTo(false));
  }

  @Test
  void whoWaitsOutOfTheDistrictIsToldOfWithoutAnOffice() {
    UUID leaving = District.member(source);
    id =
        as(Roles.REGISTRAR)
            .body(Map.of("memberId", leaving, "elsewhere", "上海市黄浦区外滩街道党工委"))
            .post("/api/v1/transfers/outgoing")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    act("approval", 0, Map.of());
    standAt(ON_THE_SEVENTH);
    sweep.sweep();
    find().body("turn", nullValue()).body("remindedOn", equalTo("2010-03-09"));
    assertThat(told()).isEqualTo("REMINDER null 2010-03-09");
  }

  @Test
  void aStateThatIsEnteredAnewStartsItsClocksAnew() {
    act("approval", 0, Map.of());
    standAt(ON_THE_SEVENTH);
    sweep.sweep();
    act("reissue", 1, Map.of());
    find().body("remindedOn", nullValue()).body("dueOn", equalTo("2010-03-16"));
    sweep.sweep();
    assertThat(told()).isEqualTo("REMINDER " + destination + " 2010-03-09");
    standAt("2010-03-15T16:01:00Z");
    sweep.sweep();
    assertThat(told())
        .isEqualTo(
            "REMINDER " + destination + " 2010-03-09, REMINDER " + destination + " 2010-03-16");
  }

  @Test
  void whatIsEnteredWithADateLongPastWaitsFromTheDayOfEntryOn() {
    standAt("2010-03-20T04:00:00Z");
    act("approval", 0, Map.of("effectiveOn", "2010-03-02"));
    find().body("dueOn", equalTo("2010-03-27")).body("waitingSince", equalTo("2010-03-02"));
  }

  @Test
  void noClockRunsLongerThanOneMayAct() {
    standAt("2010-05-30T04:00:00Z");
    String late = request(District.member(source), destination, "2010-03-02").getString("id");
    command(
            as(Roles.REGISTRAR),
            "/api/v1/transfers/" + late + "/approval",
            0,
            Map.of("effectiveOn", "2010-03-02"))
        .statusCode(200)
        .body("actUntil", equalTo("2010-06-02"))
        .body("dueOn", equalTo("2010-06-02"));
  }

  @Test
  void whoReadsKnowsWhatIsDueThoughNoSweepRuns() {
    standAt(ON_THE_21ST);
    find()
        .body("dueOn", equalTo("2010-03-09"))
        .body("remindedOn", nullValue())
        .body("escalated", equalTo(true));
    as(Roles.REGISTRAR)
        .get("/api/v1/transfers?overdue=true&organizationId=" + source)
        .then()
        .body("items.id[0]", equalTo(id));
    sweep.sweep();
    assertThat(told())
        .isEqualTo("REMINDER " + source + " 2010-03-09, ESCALATION " + source + " 2010-03-23");
  }

  @Test
  void aBadRowKeepsNoOtherFromBeingTold() {
    String good = request(District.member(source), destination, "2010-03-02").getString("id");
    district.execute(
        """
        create function refuse_telling() returns trigger language plpgsql as $$
        begin raise exception 'poison'; end $$""");
    district.execute(
        "create trigger poison before update on transfer for each row when (old.transfer_id = '"
            + id
            + "') execute function refuse_telling()");
    standAt(ON_THE_SEVENTH);
    try {
      sweep.sweep();
      find().body("remindedOn", nullValue());
      assertThat(told()).isNull();
      assertThat(toldOf(good)).startsWith("REMINDER");
    } finally {
      district.execute("drop trigger poison on transfer");
      district.execute("drop function refuse_telling()");
    }
    sweep.sweep();
    assertThat(told()).startsWith("REMINDER");
    assertThat(toldOf(good)).doesNotContain(",");
  }

  private void strikesOnceForEachLevel(String state, UUID office) {
    standAt(BEFORE_THE_SEVENTH);
    sweep.sweep();
    find().body("state", equalTo(state)).body("turn", equalTo(office.toString()));
    assertThat(told()).isNull();
    standAt(ON_THE_SEVENTH);
    sweep.sweep();
    sweep.sweep();
    find().body("remindedOn", equalTo("2010-03-09")).body("escalated", equalTo(false));
    String reminder = "REMINDER " + office + " 2010-03-09";
    assertThat(told()).isEqualTo(reminder);
    standAt(BEFORE_THE_21ST);
    sweep.sweep();
    assertThat(told()).isEqualTo(reminder);
    standAt(ON_THE_21ST);
    sweep.sweep();
    sweep.sweep();
    find().body("state", equalTo(state)).body("escalated", equalTo(true));
    assertThat(told()).isEqualTo(reminder + ", ESCALATION " + office + " 2010-03-23");
  }

  private String told() {
    return toldOf(id);
  }

  /** Which level was told, whose turn it was, and from which day on. */
  private String toldOf(String transfer) {
    return district.text(
        """
        select string_agg((payload ->> 'urgency') || ' ' || coalesce(payload ->> 'officeId', 'null')
                          || ' ' || effective_on, ', ' order by sequence)
          from outbox where aggregateid = ? and type = 'org.jiceng.member.transfer-reminded.v1'""",
        transfer);
  }

  private ValidatableResponse find() {
    return as(Roles.REGISTRAR).get("/api/v1/transfers/" + id).then().statusCode(200);
  }

  private void act(String what, int version, Object body) {
    command(as(Roles.REGISTRAR), "/api/v1/transfers/" + id + "/" + what, version, body)
        .statusCode(200);
  }

  private void standAt(String moment) {
    clock.turnTo(Clock.fixed(Instant.parse(moment), clock.zone()));
  }
}
