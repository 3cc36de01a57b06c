package org.jiceng.member.desk;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.officeOf;

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
import org.jiceng.member.mobile.Away;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each count of an office's first look is as long as the list that it leads to. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class DeskTest {
  private static final String TRANSFERS = "/api/v1/transfers";

  @Inject District district;
  @Inject BusinessClock clock;

  private UUID office;
  private UUID other;

  @BeforeEach
  void twoOffices() {
    office = district.organization();
    other = district.organization();
    standAt("2010-03-02");
  }

  @AfterEach
  void letTheClockRun() {
    clock.turnTo(Clock.systemUTC());
  }

  @Test
  void anEmptyDeskHasNothingToDo() {
    desk(office)
        .body("asOf", equalTo("2010-03-02"))
        .body("transfers.values().sum()", equalTo(0))
        .body("mobile.values().sum()", equalTo(0))
        .body("letters", equalTo(0))
        .body("probations.values().sum()", equalTo(0));
  }

  @Test
  void aTransferIsCountedWhereItHasToBeActedOnUntilItsReceiptIsAcknowledged() {
    String id = asked();
    desk(office).body("transfers.waiting", equalTo(1)).body("transfers.due", equalTo(0));
    desk(other).body("transfers.waiting", equalTo(0));
    standAt("2010-03-09");
    desk(office).body("transfers.due", equalTo(1)).body("transfers.overdue", equalTo(0));
    standAt("2010-03-23");
    desk(office).body("transfers.overdue", equalTo(1)).body("transfers.escalated", equalTo(1));
    list(office, "turn=true&escalated=true").body("items.id", contains(id));
    act(office, id, "approval", 0);
    desk(office).body("transfers.waiting", equalTo(0));
    desk(other).body("transfers.waiting", equalTo(1));
    list(other, "escalated=true").body("items", empty());
    act(other, id, "receipt", 1);
    desk(office).body("transfers.receipts", equalTo(1));
    act(office, id, "acknowledgement", 2);
    desk(office).body("transfers.receipts", equalTo(0));
  }

  @Test
  void aLetterThatRunsOutSoonIsCountedAtBothEndsUntilItHas() {
    String id = asked();
    act(office, id, "approval", 0);
    standAt("2010-05-18");
    desk(office).body("letters", equalTo(0));
    standAt("2010-05-19");
    desk(office).body("letters", equalTo(1)).body("lettersBy", equalTo("2010-06-02"));
    desk(other).body("letters", equalTo(1));
    list(other, "letterUntil=2010-06-02").body("items.id", contains(id));
    list(other, "letterUntil=2010-06-01").body("items", empty());
    standAt("2010-06-03");
    desk(other).body("letters", equalTo(0));
    list(other, "letterUntil=2010-06-30").body("items", empty());
  }

  @Test
  void whomToCallAndWhomToHostIsCounted() {
    UUID member = District.member(office);
    String away = Away.away(member, "2010-03-01", other);
    desk(other).body("mobile.asked", equalTo(1)).body("mobile.unmatched", equalTo(0));
    desk(office).body("mobile.asked", equalTo(0)).body("mobile.unmatched", equalTo(1));
    absences(office, "end=home&asked=true").body("items.id", contains(away));
    absences(other, "end=host&asked=true").body("items.id", contains(away));
    desk(office).body("mobile.contactsDue", equalTo(0));
    standAt("2010-05-20");
    desk(office).body("mobile.contactsDue", equalTo(1)).body("mobile.contactsOverdue", equalTo(0));
    absences(office, "end=home&order=contact&contactBy=2010-05-30")
        .body("items.id", contains(away));
    absences(office, "end=home&contactBy=2010-05-29").body("items", empty());
    standAt("2010-06-01");
    desk(office).body("mobile.contactsDue", equalTo(0)).body("mobile.contactsOverdue", equalTo(1));
    command(officeOf(other), Away.ABSENCES + "/" + away + "/acceptance", 0, Map.of())
        .statusCode(200);
    desk(other).body("mobile.asked", equalTo(0));
    desk(office).body("mobile.unmatched", equalTo(0));
    absences(other, "end=host&asked=true").body("items", empty());
  }

  @Test
  void theNextToCallComeFirstAndPagesGoOn() {
    String later = Away.away(District.member(office), "2010-03-02", null);
    String sooner = Away.away(District.member(office), "2010-03-01", null);
    String cursor =
        absences(office, "order=contact&limit=1")
            .body("items.id", contains(sooner))
            .extract()
            .path("nextCursor");
    absences(office, "order=contact&limit=1&cursor=" + cursor)
        .body("items.id", contains(later))
        .body("nextCursor", nullValue());
  }

  @Test
  void aProbationIsCountedWhenItEndsSoonAndWhenItIsOver() {
    Map<String, Object> wanted = District.newMember(office);
    wanted.put("status", "PROBATIONARY");
    wanted.put("joinedOn", "2009-04-01");
    wanted.put("affiliatedOn", "2009-04-01");
    District.admit(wanted).statusCode(201);
    desk(office)
        .body("probations.over", equalTo(0))
        .body("probations.ending", equalTo(1))
        .body("probationsBy", equalTo("2010-04-01"));
    standAt("2010-04-01");
    desk(office).body("probations.over", equalTo(1)).body("probations.ending", equalTo(0));
  }

  @Test
  void theNameOfWhoeverMovesIsTheSourcesUntilThereIsALetter() {
    String id = asked();
    list(office, "").body("items[0].name", equalTo(District.NAME));
    list(other, "").body("items[0].name", nullValue());
    act(office, id, "approval", 0);
    list(other, "").body("items[0].name", equalTo(District.NAME));
    as(Roles.AUDITOR).get(TRANSFERS + "/" + id).then().body("name", equalTo("司*"));
  }

  private String asked() {
    return District.request(District.member(office), other, "2010-03-02").getString("id");
  }

  private static void act(UUID by, String id, String step, int version) {
    command(officeOf(by), TRANSFERS + "/" + id + "/" + step, version, Map.of()).statusCode(200);
  }

  private static ValidatableResponse desk(UUID of) {
    return officeOf(of).get("/api/v1/desk").then().statusCode(200);
  }

  private static ValidatableResponse list(UUID of, String query) {
    return officeOf(of).get(TRANSFERS + "?limit=50&" + query).then().statusCode(200);
  }

  private static ValidatableResponse absences(UUID of, String query) {
    return officeOf(of).get(Away.ABSENCES + "?" + query).then().statusCode(200);
  }

  private void standAt(String day) {
    clock.turnTo(Clock.fixed(Instant.parse(day + "T04:00:00Z"), java.time.ZoneOffset.UTC));
  }
}
