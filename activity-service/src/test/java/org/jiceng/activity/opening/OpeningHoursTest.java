package org.jiceng.activity.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.activity.District.as;
import static org.jiceng.activity.District.newCommunity;
import static org.jiceng.activity.District.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.activity.District;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The hours of a site, as others see them and as bookings meet them. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class OpeningHoursTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate MONDAY =
      LocalDate.now(ZONE).plusDays(8).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

  /** Far enough from what other tests book. */
  private static final LocalDate HOLIDAY =
      LocalDate.now(ZONE).plusDays(200).with(TemporalAdjusters.next(DayOfWeek.FRIDAY));

  private static final List<Map<String, String>> OFFICE =
      List.of(Map.of("opens", "09:00", "closes", "18:00"));

  @Inject District district;
  @Inject OpenTimesSweep sweep;

  private UUID keeper;
  private JsonPath site;

  @BeforeEach
  void aSiteWithASpace() {
    keeper = district.organization(null);
    site = district.site(keeper, newCommunity(), 20);
  }

  @Test
  void aSiteWithoutAWeekIsOpenAroundTheClock() {
    days(MONDAY)
        .body("weeks", hasSize(0))
        .body("days[0].openTimes[0].startsAt", equalTo(at(MONDAY, 0).toString()))
        .body("days[0].openTimes[0].endsAt", equalTo(at(MONDAY, 24).toString()));
    book(MONDAY, 2, 4).statusCode(201);
  }

  @Test
  void aBookingLiesInsideTheOpeningHours() {
    put("/opening-hours", week(OFFICE, "CLOSED")).statusCode(200).header("ETag", "\"1\"");
    assertThat(district.eventsOf(site.getString("id"))).endsWith("opening-hours-set.v1");
    book(MONDAY, 9, 12).statusCode(201);
    book(MONDAY, 17, 19)
        .statusCode(409)
        .body("type", equalTo("https://jiceng.org/problems/outside-opening-hours"))
        .body("openTimes.startsAt", contains(at(MONDAY, 9).toString()))
        .body("openTimes.endsAt", contains(at(MONDAY, 18).toString()));
    book(MONDAY.plusDays(5), 10, 11).statusCode(409).body("openTimes", hasSize(0));
    assertThat(
            district.text(
                "select count(*) from booking where site_id = ?",
                UUID.fromString(site.getString("id"))))
        .isEqualTo("1");
  }

  @Test
  void aWeekBeginsOnItsDay() {
    Map<String, Object> later =
        week(List.of(Map.of("opens", "20:00", "closes", "24:00")), "CLOSED");
    later.put("effectiveOn", MONDAY.toString());
    put("/opening-hours", later).statusCode(200);
    days(MONDAY.minusDays(1))
        .body("weeks.effectiveOn", contains(MONDAY.toString()))
        .body("days[0].openTimes[0].startsAt", equalTo(at(MONDAY.minusDays(1), 0).toString()))
        .body("days[1].openTimes[0].startsAt", equalTo(at(MONDAY, 20).toString()));
    book(MONDAY.minusDays(1), 9, 10).statusCode(201);
    book(MONDAY, 9, 10).statusCode(409);
    book(MONDAY, 23, 24).statusCode(201);
  }

  @Test
  void aHolidayShutsASiteAndOpensItAgainOnceItIsAWorkingDay() {
    put("/opening-hours", week(OFFICE, "CLOSED")).statusCode(200);
    String version = holiday().extract().jsonPath().getString("version");
    setHoliday(version, "HOLIDAY").statusCode(200).body("kind", equalTo("HOLIDAY"));
    days(HOLIDAY).body("days[0].holiday", equalTo("HOLIDAY")).body("days[0].openTimes", hasSize(0));
    book(HOLIDAY, 10, 11).statusCode(409);
    as(Roles.MEMBER)
        .get("/api/v1/holidays?year=" + HOLIDAY.getYear())
        .then()
        .statusCode(200)
        .body("items.find { it.date == '" + HOLIDAY + "' }.name", equalTo("国庆节"));

    setHoliday(version, "WORKDAY").statusCode(412);
    setHoliday(next(version), "WORKDAY").statusCode(200);
    book(HOLIDAY, 10, 11).statusCode(201);
    as(Roles.DISTRICT_ADMIN)
        .header("If-Match", "*")
        .post("/api/v1/holidays/" + HOLIDAY + "/withdrawal")
        .then()
        .statusCode(200)
        .body("kind", nullValue());
    assertThat(district.eventsOf(HOLIDAY))
        .endsWith("holiday-set.v1 holiday-set.v1 holiday-withdrawn.v1");
  }

  @Test
  void anExceptionDecidesAboutItsDate() {
    put("/opening-hours", week(OFFICE, "CLOSED")).statusCode(200);
    LocalDate saturday = MONDAY.plusDays(5);
    put("/opening-exceptions/" + saturday, Map.of("hours", OFFICE)).statusCode(200);
    put("/opening-exceptions/" + MONDAY, Map.of("hours", List.of())).statusCode(200);
    book(saturday, 10, 11).statusCode(201);
    book(MONDAY, 10, 11).statusCode(409);
    days(MONDAY).body("days[0].exception", equalTo(true)).body("days[1].exception", equalTo(false));
    withdraw(MONDAY).statusCode(200);
    withdraw(MONDAY).statusCode(404);
    book(MONDAY, 10, 11).statusCode(201);
    assertThat(district.eventsOf(site.getString("id")))
        .endsWith(
            "opening-exception-set.v1 opening-exception-set.v1 opening-exception-withdrawn.v1");
  }

  @Test
  void whatIsNotWorkedOutYetIsAskedOfTheRulesAndWorkedOutBySweep() {
    put("/opening-hours", week(OFFICE, "CLOSED")).statusCode(200);
    UUID id = UUID.fromString(site.getString("id"));
    LocalDate yesterday = LocalDate.now(ZONE).minusDays(1);
    district.execute("delete from open_time where site_id = ?", id);
    district.execute("update site set opening_until = ? where site_id = ?", yesterday, id);
    book(MONDAY, 8, 10).statusCode(409);
    book(MONDAY, 9, 10).statusCode(201);
    sweep.sweep();
    assertThat(
            district.text(
                "select count(*) from open_time where site_id = ? and on_day = ?", id, MONDAY))
        .isEqualTo("1");
  }

  @Test
  void hoursThatMakeNoSenseAreRefused() {
    refused(List.of(Map.of("opens", "12:00", "closes", "12:00")), 422);
    refused(List.of(Map.of("opens", "12:00", "closes", "24:01")), 400);
    refused(
        List.of(
            Map.of("opens", "08:00", "closes", "12:00"),
            Map.of("opens", "11:00", "closes", "13:00")),
        422);
    Map<String, Object> past = week(OFFICE, "CLOSED");
    past.put("effectiveOn", "2020-01-01");
    put("/opening-hours", past).statusCode(422).body("violations[0].code", equalTo("in-the-past"));
    Map<String, Object> holidays = week(OFFICE, "AS_USUAL");
    holidays.put("holidayHours", OFFICE);
    put("/opening-hours", holidays).statusCode(422);
    put("/opening-exceptions/2020-01-01", Map.of("hours", OFFICE)).statusCode(422);
    put("/opening-exceptions/soon", Map.of("hours", OFFICE)).statusCode(404);
    String hours = "/api/v1/sites/" + site.getString("id") + "/opening-hours";
    as(Roles.MEMBER).get(hours + "?from=2027-01-01&until=2028-01-01").then().statusCode(400);
    as(Roles.MEMBER).get(hours + "?from=2027-01-01&until=2027-01-01").then().statusCode(400);
    as(Roles.MEMBER).get("/api/v1/holidays?year=0").then().statusCode(400);
    assertThat(district.eventsOf(site.getString("id"))).doesNotContain("opening");
  }

  @Test
  void onlyWhoManagesTheSiteSetsItsHoursAndOnlyTheDistrictKeepsTheCalendar() {
    String hours = "/api/v1/sites/" + site.getString("id") + "/opening-hours";
    Map<String, Object> week = week(OFFICE, "CLOSED");
    as(Roles.SITE_MANAGER).body(week).put(hours).then().statusCode(428);
    as(Roles.SITE_MANAGER).header("If-Match", "\"9\"").body(week).put(hours).then().statusCode(412);
    with(Tokens.of(Roles.SITE_MANAGER).org(district.organization(null)))
        .header("If-Match", "*")
        .body(week)
        .put(hours)
        .then()
        .statusCode(404);
    as(Roles.SITE_MANAGER)
        .header("If-Match", "*")
        .body(Map.of("kind", "HOLIDAY", "name", "x"))
        .put("/api/v1/holidays/" + HOLIDAY)
        .then()
        .statusCode(403);
  }

  private void refused(List<Map<String, String>> hours, int status) {
    put("/opening-hours", week(hours, "CLOSED")).statusCode(status);
  }

  private static String next(String version) {
    return String.valueOf(Long.parseLong(version) + 1);
  }

  private static ValidatableResponse holiday() {
    return as(Roles.MEMBER).get("/api/v1/holidays/" + HOLIDAY).then().statusCode(200);
  }

  private static ValidatableResponse setHoliday(String version, String kind) {
    return as(Roles.DISTRICT_ADMIN)
        .header("If-Match", "\"" + version + "\"")
        .body(Map.of("kind", kind, "name", "国庆节"))
        .put("/api/v1/holidays/" + HOLIDAY)
        .then();
  }

  private ValidatableResponse withdraw(LocalDate date) {
    return as(Roles.SITE_MANAGER)
        .header("If-Match", "*")
        .post(
            "/api/v1/sites/" + site.getString("id") + "/opening-exceptions/" + date + "/withdrawal")
        .then();
  }

  private ValidatableResponse days(LocalDate from) {
    return as(Roles.MEMBER)
        .get(
            "/api/v1/sites/%s/opening-hours?from=%s&until=%s"
                .formatted(site.getString("id"), from, from.plusDays(3)))
        .then()
        .statusCode(200)
        .body("days", hasSize(3));
  }

  private ValidatableResponse put(String command, Map<String, ?> body) {
    return as(Roles.SITE_MANAGER)
        .header("If-Match", "*")
        .body(body)
        .put("/api/v1/sites/" + site.getString("id") + command)
        .then();
  }

  private ValidatableResponse book(LocalDate day, int from, int until) {
    return District.book(site.getString("spaces[0].id"), keeper, at(day, from), at(day, until));
  }

  private static Map<String, Object> week(List<Map<String, String>> workdays, String holidayRule) {
    Map<String, Object> days = new HashMap<>();
    for (String day : List.of("monday", "tuesday", "wednesday", "thursday", "friday")) {
      days.put(day, workdays);
    }
    return new HashMap<>(Map.of("week", days, "holidayRule", holidayRule));
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atStartOfDay(ZONE).plusHours(hour).toInstant();
  }
}
