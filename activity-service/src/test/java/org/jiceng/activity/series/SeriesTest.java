package org.jiceng.activity.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.activity.District.as;
import static org.jiceng.activity.District.book;
import static org.jiceng.activity.District.newCommunity;
import static org.jiceng.activity.District.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
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

/** Series over HTTP: made, asked for, moved, given back. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SeriesTest {
  private static final String SERIES = "/api/v1/booking-series";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate FIRST = LocalDate.now(ZONE).plusDays(8);

  @Inject District district;

  private UUID keeper;
  private UUID branch;
  private String site;
  private String room;

  @BeforeEach
  void aRoomAndWhoBooksIt() {
    keeper = district.organization(null);
    branch = district.organization(null);
    JsonPath opened = district.site(keeper, newCommunity(), 20);
    site = opened.getString("id");
    room = opened.getString("spaces[0].id");
  }

  @Test
  void aSeriesIsItsBookings() {
    JsonPath made = make(Map.of()).statusCode(201).extract().jsonPath();
    String id = made.getString("id");
    assertThat(made.getList("occurrences.startsAt"))
        .containsExactly(at(0).toString(), at(7).toString(), at(14).toString(), at(21).toString());
    as(Roles.MEMBER)
        .get("/api/v1/bookings?seriesId=" + id)
        .then()
        .body("items.id", equalTo(made.getList("occurrences.bookingId")))
        .body("items.state[0]", equalTo("CONFIRMED"));
    assertThat(district.eventsOf(id)).isEqualTo("booking-series-booked.v1");
    assertThat(district.eventsOf(made.getString("occurrences[3].bookingId")))
        .isEqualTo("booking-confirmed.v1");
    as(Roles.MEMBER)
        .get(SERIES + "?organizationId=" + branch)
        .then()
        .body("items.id", contains(id));
    as(Roles.MEMBER)
        .get(SERIES + "/" + id)
        .then()
        .statusCode(200)
        .body("rrule", equalTo("FREQ=WEEKLY;COUNT=4"));
  }

  @Test
  void allOrNothingBooksNothingWhenOneIsTakenAndBestEffortSaysWhich() {
    book(room, keeper, at(14), at(14).plusSeconds(60)).statusCode(201);
    make(Map.of())
        .statusCode(409)
        .body("type", equalTo("https://jiceng.org/problems/series-not-free"))
        .body("exceptions.startsAt", contains(at(14).toString()));
    assertThat(count()).isEqualTo("1");
    JsonPath had = make(Map.of("mode", "BEST_EFFORT")).statusCode(201).extract().jsonPath();
    assertThat(had.getList("occurrences.reason")).containsExactly(null, null, "space-taken", null);
    assertThat(count()).isEqualTo("4");
  }

  @Test
  void whoAsksWhatCouldBeHadBooksNothing() {
    book(room, keeper, at(7), at(7).plusSeconds(60)).statusCode(201);
    as(Roles.SECRETARY)
        .body(wish(Map.of("mode", "BEST_EFFORT")))
        .post(SERIES + "?dryRun=true")
        .then()
        .statusCode(200)
        .body("id", nullValue())
        .body(
            "occurrences.reason",
            contains(nullValue(), equalTo("space-taken"), nullValue(), nullValue()));
    assertThat(count()).isEqualTo("1");
    assertThat(district.text("select count(*) from booking_series where space_id = ?::uuid", room))
        .isEqualTo("0");
  }

  @Test
  void whatNobodyMayWishForIsRefusedAndNothingIsStored() {
    refused(Map.of("rrule", "FREQ=WEEKLY"), "rule-with-end");
    refused(Map.of("rrule", "FREQ=DAILY;COUNT=1000000"), "rule-too-far-ahead");
    refused(Map.of("rrule", "FREQ=WEEKLY;COUNT=3", "lastsDays", 9), "occurrences-overlap");
    refused(Map.of("rrule", "FREQ=MONTHLY;COUNT=3", "lastsDays", 9), "too-long-a-booking");
    refused(Map.of("rrule", "every now and then"), "rule");
    refused(Map.of("firstDate", "2010-01-01"), "in-the-past");
    refused(Map.of("attendees", 21), "over-capacity");
    refused(Map.of("endTime", "09:00", "lastsDays", 0), "end-after-start");
    make(Map.of("startTime", "9 o'clock")).statusCode(400);
    make(Map.of("startTime", "24:00")).statusCode(400);
    make(Map.of("rrule", "X".repeat(501))).statusCode(400);
    make(Map.of("mode", "PERHAPS")).statusCode(400);
    make(Map.of("spaceId", UUID.randomUUID())).statusCode(404);
    with(Tokens.of(Roles.SECRETARY).org(keeper))
        .body(wish(Map.of()))
        .post(SERIES)
        .then()
        .statusCode(404);
    assertThat(count()).isEqualTo("0");
  }

  @Test
  void aClosureOverASeriesHitsTheOccurrencesUnderItAndNoneComesThereAfterwards() {
    JsonPath made = make(Map.of()).statusCode(201).extract().jsonPath();
    as(Roles.SITE_MANAGER)
        .body(
            Map.of(
                "spaceId",
                room,
                "startsAt",
                at(7).plusSeconds(3600),
                "endsAt",
                at(14).plusSeconds(60),
                "resolution",
                "CANCEL",
                "reasonCode",
                "REPAIRS"))
        .post("/api/v1/sites/" + site + "/closures")
        .then()
        .statusCode(201);
    as(Roles.MEMBER)
        .get("/api/v1/bookings?seriesId=" + made.getString("id"))
        .then()
        .body("items.state", contains("CONFIRMED", "CANCELLED", "CANCELLED", "CONFIRMED"));
    make(Map.of("mode", "BEST_EFFORT", "startTime", "10:30", "endTime", "12:00"))
        .statusCode(201)
        .body(
            "occurrences.reason",
            contains(
                equalTo("space-taken"),
                equalTo("space-under-closure"),
                nullValue(),
                equalTo("space-taken")));
  }

  @Test
  void aChangeGoesAsFarAsItSays() {
    JsonPath made = make(Map.of()).statusCode(201).extract().jsonPath();
    String id = made.getString("id");
    List<String> bookings = made.getList("occurrences.bookingId");
    as(Roles.SECRETARY)
        .body(change("THIS", bookings.get(1), "13:00"))
        .post(SERIES + "/" + id + "/changes")
        .then()
        .statusCode(428);
    String tag = changed(id, made.getLong("version"), change("THIS", bookings.get(1), "13:00"), 1);
    assertThat(starts(id)).containsExactly("09:00", "13:00", "09:00", "09:00");
    tag = changedBy(id, tag, change("FOLLOWING", bookings.get(2), "15:00"), 2);
    assertThat(starts(id)).containsExactly("09:00", "13:00", "15:00", "15:00");
    tag = changedBy(id, tag, Map.of("scope", "ALL", "startTime", "10:00", "endTime", "11:30"), 4);
    assertThat(starts(id)).containsExactly("10:00", "10:00", "10:00", "10:00");
    as(Roles.SECRETARY)
        .header("If-Match", tag)
        .body(change("FOLLOWING", UUID.randomUUID().toString(), "15:00"))
        .post(SERIES + "/" + id + "/changes")
        .then()
        .statusCode(422)
        .body("violations[0].code", equalTo("not-of-the-series"));
    as(Roles.SECRETARY)
        .header("If-Match", tag)
        .body(Map.of("scope", "THIS", "startTime", "10:00", "endTime", "11:30"))
        .post(SERIES + "/" + id + "/changes")
        .then()
        .statusCode(400);
  }

  @Test
  void whatCannotBeMovedAsAWholeStaysWhereItWas() {
    JsonPath made = make(Map.of()).statusCode(201).extract().jsonPath();
    Instant taken = FIRST.plusDays(14).atTime(13, 0).atZone(ZONE).toInstant();
    book(room, keeper, taken, taken.plusSeconds(60)).statusCode(201);
    as(Roles.SECRETARY)
        .header("If-Match", "\"" + made.getLong("version") + "\"")
        .body(Map.of("scope", "ALL", "startTime", "13:00", "endTime", "14:00"))
        .post(SERIES + "/" + made.getString("id") + "/changes")
        .then()
        .statusCode(409)
        .body("exceptions", hasSize(1));
    assertThat(starts(made.getString("id"))).containsExactly("09:00", "09:00", "09:00", "09:00");
  }

  @Test
  void aCancellationGoesAsFarAsItSays() {
    JsonPath made = make(Map.of()).statusCode(201).extract().jsonPath();
    String id = made.getString("id");
    String third = made.getString("occurrences[2].bookingId");
    String tag =
        as(Roles.SECRETARY)
            .header("If-Match", "\"" + made.getLong("version") + "\"")
            .body(Map.of("scope", "FOLLOWING", "bookingId", third))
            .post(SERIES + "/" + id + "/cancellation")
            .then()
            .statusCode(200)
            .body("cancelledAt", nullValue())
            .extract()
            .header("ETag");
    assertThat(starts(id)).hasSize(2);
    String last =
        as(Roles.SECRETARY)
            .header("If-Match", tag)
            .body(Map.of("scope", "ALL"))
            .post(SERIES + "/" + id + "/cancellation")
            .then()
            .statusCode(200)
            .extract()
            .header("ETag");
    assertThat(starts(id)).isEmpty();
    as(Roles.SECRETARY)
        .header("If-Match", last)
        .body(Map.of("scope", "ALL"))
        .post(SERIES + "/" + id + "/cancellation")
        .then()
        .statusCode(409)
        .body("type", equalTo("https://jiceng.org/problems/booking-series-cancelled"));
    assertThat(district.eventsOf(third)).isEqualTo("booking-confirmed.v1 booking-cancelled.v1");
    make(Map.of()).statusCode(201);
  }

  private String changed(String id, long version, Map<String, Object> change, int moved) {
    return changedBy(id, "\"" + version + "\"", change, moved);
  }

  private String changedBy(String id, String tag, Map<String, Object> change, int moved) {
    return as(Roles.SECRETARY)
        .header("If-Match", tag)
        .body(change)
        .post(SERIES + "/" + id + "/changes")
        .then()
        .statusCode(200)
        .body("occurrences", hasSize(moved))
        .extract()
        .header("ETag");
  }

  private static Map<String, Object> change(String scope, String booking, String start) {
    return Map.of(
        "scope",
        scope,
        "bookingId",
        booking,
        "startTime",
        start,
        "endTime",
        LocalTime.parse(start).plusHours(1).toString());
  }

  private List<String> starts(String series) {
    return as(Roles.MEMBER)
        .get("/api/v1/bookings?state=CONFIRMED&seriesId=" + series)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .<String>getList("items.startsAt")
        .stream()
        .map(start -> Instant.parse(start).atZone(ZONE).toLocalTime().toString())
        .toList();
  }

  private void refused(Map<String, Object> wrong, String code) {
    make(wrong).statusCode(422).body("violations[0].code", equalTo(code));
  }

  private String count() {
    return district.text("select count(*) from booking where space_id = ?::uuid", room);
  }

  private static Instant at(int days) {
    return FIRST.plusDays(days).atTime(9, 0).atZone(ZONE).toInstant();
  }

  private ValidatableResponse make(Map<String, Object> otherwise) {
    return as(Roles.SECRETARY).body(wish(otherwise)).post(SERIES).then();
  }

  private Map<String, Object> wish(Map<String, Object> otherwise) {
    Map<String, Object> wish = new HashMap<>();
    wish.put("spaceId", room);
    wish.put("organizationId", branch);
    wish.put("firstDate", FIRST.toString());
    wish.put("startTime", "09:00");
    wish.put("endTime", "11:00");
    wish.put("rrule", "FREQ=WEEKLY;COUNT=4");
    wish.put("mode", "ALL_OR_NOTHING");
    wish.putAll(otherwise);
    return wish;
  }
}
