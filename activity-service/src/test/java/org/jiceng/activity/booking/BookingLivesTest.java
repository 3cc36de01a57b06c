package org.jiceng.activity.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.jiceng.activity.District.NEXT_WEEK;
import static org.jiceng.activity.District.as;
import static org.jiceng.activity.District.newCommunity;
import static org.jiceng.activity.District.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jiceng.activity.District;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds, requests, check-in, no-shows, quotas and reminders, over HTTP. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class BookingLivesTest {
  private static final Instant NINE = NEXT_WEEK;
  private static final Instant TEN = NINE.plusSeconds(3600);
  private static final Instant ELEVEN = TEN.plusSeconds(3600);
  private static final String BOOKINGS = "/api/v1/bookings";

  @Inject District district;
  @Inject BookingSweep sweep;

  private UUID keeper;
  private UUID branch;
  private String room;

  @BeforeEach
  void aRoomAndWhoBooksIt() {
    keeper = district.organization(null);
    branch = district.organization(null);
    room = district.site(keeper, newCommunity(), 20).getString("spaces[0].id");
  }

  @Test
  void whatIsHeldExcludesOthersUntilItLapsesAndIsConfirmedInTime() {
    String first =
        wish(branch, NINE, TEN, Map.of("hold", true)).statusCode(201).extract().path("id");
    wish(keeper, NINE, TEN, Map.of()).statusCode(409);
    act(first, "confirmation", 0).statusCode(200).body("state", equalTo("CONFIRMED"));
    assertThat(district.eventsOf(first)).isEqualTo("booking-held.v1 booking-confirmed.v1");

    String second =
        wish(branch, TEN, ELEVEN, Map.of("hold", true))
            .statusCode(201)
            .body("heldUntil", notNullValue())
            .extract()
            .path("id");
    runOutHold(second);
    as(Roles.MEMBER).get(BOOKINGS + "/" + second).then().body("state", equalTo("LAPSED"));
    act(second, "confirmation", 1)
        .statusCode(409)
        .body("type", equalTo("https://jiceng.org/problems/booking-lapsed"));
    wish(keeper, TEN, ELEVEN, Map.of()).statusCode(201);
    assertThat(district.eventsOf(second)).isEqualTo("booking-held.v1 booking-lapsed.v1");
  }

  @Test
  void theSweepLapsesWhatIsOverdueAndOneBadRowDoesNotStopIt() {
    String lapsing = wish(branch, NINE, TEN, Map.of("hold", true)).extract().path("id");
    String bad = wish(branch, TEN, ELEVEN, Map.of("hold", true)).extract().path("id");
    runOutHold(lapsing);
    runOutHold(bad);
    district.execute(
        "alter table booking add constraint bad_row check (booking_id <> '%s' or state = 'HELD')"
            .formatted(bad));
    try {
      sweep.sweep();
    } finally {
      district.execute("alter table booking drop constraint bad_row");
    }
    assertThat(state(lapsing)).isEqualTo("LAPSED");
    assertThat(state(bad)).isEqualTo("HELD");
    sweep.sweep();
    assertThat(state(bad)).isEqualTo("LAPSED");
  }

  @Test
  void requestsWaitForWhoeverManagesTheSite() {
    manual();
    String request =
        wish(branch, NINE, TEN, Map.of())
            .statusCode(201)
            .body("state", equalTo("REQUESTED"))
            .extract()
            .path("id");
    String other = wish(branch, NINE, TEN, Map.of()).statusCode(201).extract().path("id");
    as(Roles.SITE_MANAGER)
        .get(BOOKINGS + "?state=REQUESTED&managedBy=" + keeper)
        .then()
        .body("items.id", hasSize(2));
    with(Tokens.of(Roles.SECRETARY).org(branch))
        .header("If-Match", "\"0\"")
        .post(BOOKINGS + "/" + request + "/approval")
        .then()
        .statusCode(404);
    act(request, "approval", 7).statusCode(412);
    as(Roles.SITE_MANAGER).post(BOOKINGS + "/" + request + "/approval").then().statusCode(428);
    with(Tokens.of(Roles.SITE_MANAGER).org(keeper))
        .header("If-Match", "\"0\"")
        .post(BOOKINGS + "/" + request + "/approval")
        .then()
        .statusCode(200)
        .body("state", equalTo("CONFIRMED"));
    act(other, "approval", 0)
        .statusCode(409)
        .body("type", equalTo("https://jiceng.org/problems/space-taken"))
        .body("alternatives", notNullValue());
    as(Roles.SITE_MANAGER)
        .header("If-Match", "\"0\"")
        .body(Map.of("reasonCode", "no code"))
        .post(BOOKINGS + "/" + other + "/refusal")
        .then()
        .statusCode(400);
    as(Roles.SITE_MANAGER)
        .header("If-Match", "\"0\"")
        .body(Map.of("reasonCode", "NEEDED_OURSELVES"))
        .post(BOOKINGS + "/" + other + "/refusal")
        .then()
        .statusCode(200)
        .body("state", equalTo("REFUSED"));
    wish(branch, NINE, TEN, Map.of()).statusCode(409);
    wish(keeper, TEN, ELEVEN, Map.of()).statusCode(201).body("state", equalTo("CONFIRMED"));
    assertThat(district.eventsOf(request)).isEqualTo("booking-requested.v1 booking-confirmed.v1");
    assertThat(district.eventsOf(other)).isEqualTo("booking-requested.v1 booking-refused.v1");
  }

  @Test
  void ofRequestsForOneTimeThatAreApprovedAtOnceOneIsConfirmed() throws Exception {
    manual();
    List<String> requests =
        IntStream.range(0, 8)
            .mapToObj(
                i -> wish(branch, NINE, TEN, Map.of()).statusCode(201).extract().<String>path("id"))
            .toList();
    ExecutorService managers = Executors.newFixedThreadPool(requests.size());
    try {
      List<Integer> answers =
          managers
              .invokeAll(
                  requests.stream()
                      .map(
                          id ->
                              (java.util.concurrent.Callable<Integer>)
                                  () -> act(id, "approval", 0).extract().statusCode())
                      .toList())
              .stream()
              .map(BookingLivesTest::result)
              .toList();
      assertThat(answers).containsOnlyOnce(200).allMatch(s -> s == 200 || s == 409);
    } finally {
      managers.shutdownNow();
    }
    assertThat(count("CONFIRMED")).isEqualTo("1");
  }

  @Test
  void aSpaceIsBlockedWhileItIsSetUpAndClearedUp() {
    district.execute(
        "update space set set_up_minutes = 15, clear_up_minutes = 10 where space_id = ?::uuid",
        room);
    wish(branch, NINE, TEN, Map.of()).statusCode(201);
    JsonPath refused =
        wish(branch, TEN.plusSeconds(1499), ELEVEN, Map.of()).statusCode(409).extract().jsonPath();
    assertThat(refused.getList("alternatives.startsAt")).contains(TEN.plusSeconds(1500).toString());
    wish(branch, TEN.plusSeconds(1500), ELEVEN, Map.of()).statusCode(201);
  }

  @Test
  void whoBookedCancelsInTimeAndWhoeverManagesTheSiteAlways() {
    String booking = booked(Instant.now().plusSeconds(3600));
    with(Tokens.of(Roles.SECRETARY).org(branch))
        .header("If-Match", "\"0\"")
        .post(BOOKINGS + "/" + booking + "/cancellation")
        .then()
        .statusCode(409)
        .body("type", equalTo("https://jiceng.org/problems/cancellation-too-late"));
    with(Tokens.of(Roles.SITE_MANAGER).org(keeper))
        .header("If-Match", "\"0\"")
        .post(BOOKINGS + "/" + booking + "/cancellation")
        .then()
        .statusCode(200);
  }

  @Test
  void oneChecksInShortlyBeforeAndNotADayAhead() {
    String early = booked(Instant.now().plus(Duration.ofDays(1)));
    act(early, "check-in", 0)
        .statusCode(409)
        .body("type", equalTo("https://jiceng.org/problems/check-in-too-early"));
    String soon = booked(Instant.now().plusSeconds(1200));
    with(Tokens.of(Roles.SECRETARY).org(branch))
        .header("If-Match", "\"0\"")
        .post(BOOKINGS + "/" + soon + "/check-in")
        .then()
        .statusCode(200)
        .body("state", equalTo("CHECKED_IN"));
    act(soon, "cancellation", 1)
        .statusCode(409)
        .body("type", equalTo("https://jiceng.org/problems/booking-checked-in"));
  }

  @Test
  void whatNobodyComesToIsReleasedAndThreeOfThemSuspend() {
    for (int i = 0; i < 3; i++) {
      String booking = wish(branch, NINE, TEN, Map.of()).statusCode(201).extract().path("id");
      district.execute(
          """
          update booking set starts_at = now() - interval '40 minutes', release_at = now(),
                 ends_at = now() + interval '20 minutes', blocked_from = now() - interval '40 minutes',
                 blocked_until = now() + interval '20 minutes'
           where booking_id = ?::uuid""",
          booking);
      as(Roles.MEMBER).get(BOOKINGS + "/" + booking).then().body("state", equalTo("NO_SHOW"));
      act(booking, "check-in", 1).statusCode(409);
      Instant now = Instant.now().plusSeconds(2);
      String next =
          wish(keeper, now, now.plusSeconds(600), Map.of()).statusCode(201).extract().path("id");
      assertThat(district.eventsOf(booking)).endsWith("booking-missed.v1");
      with(Tokens.of(Roles.SITE_MANAGER).org(keeper))
          .header("If-Match", "\"0\"")
          .post(BOOKINGS + "/" + next + "/cancellation")
          .then()
          .statusCode(200);
    }
    wish(branch, NINE, TEN, Map.of())
        .statusCode(409)
        .body("type", equalTo("https://jiceng.org/problems/booking-suspended"))
        .body("suspendedUntil", notNullValue());
    wish(keeper, NINE, TEN, Map.of()).statusCode(201);
  }

  @Test
  void aReminderIsDueOnceForEachBooking() {
    String booking = wish(branch, NINE, TEN, Map.of()).extract().path("id");
    district.execute(
        """
        update booking set booked_at = now() - interval '3 days',
               starts_at = now() + interval '20 hours', ends_at = now() + interval '21 hours',
               blocked_from = now() + interval '20 hours', blocked_until = now() + interval '21 hours',
               release_at = now() + interval '21 hours'
         where booking_id = ?::uuid""",
        booking);
    sweep.sweep();
    sweep.sweep();
    assertThat(district.eventsOf(booking))
        .isEqualTo("booking-confirmed.v1 booking-reminder-due.v1");
  }

  @Test
  void aQuotaHoldsWhenSingleBookingsAndASeriesRaceForIt() throws Exception {
    // 160 hours a month on the sites of others; each wishes for 24 hours at a time
    Instant month = NINE.plus(Duration.ofDays(40)).truncatedTo(java.time.temporal.ChronoUnit.DAYS);
    Instant start =
        month
            .atZone(java.time.ZoneId.of("Asia/Shanghai"))
            .withDayOfMonth(1)
            .toLocalDate()
            .atStartOfDay(java.time.ZoneId.of("Asia/Shanghai"))
            .toInstant();
    ExecutorService clients = Executors.newFixedThreadPool(12);
    try {
      List<java.util.concurrent.Callable<Integer>> work = new java.util.ArrayList<>();
      for (int i = 0; i < 10; i++) {
        Instant from = start.plus(Duration.ofDays(i));
        work.add(
            () ->
                wish(branch, from, from.plus(Duration.ofDays(1)), Map.of()).extract().statusCode());
      }
      String otherRoom = district.site(keeper, newCommunity(), 20).getString("spaces[0].id");
      work.add(() -> series(otherRoom, start).extract().statusCode());
      for (int status : clients.invokeAll(work).stream().map(BookingLivesTest::result).toList()) {
        assertThat(status).isIn(201, 409);
      }
    } finally {
      clients.shutdownNow();
    }
    assertThat(
            district.text(
                """
                select extract(epoch from sum(ends_at - starts_at))::int / 3600 from booking
                 where organization_id = ? and state = 'CONFIRMED'""",
                branch))
        .as("as much as fits in 160 hours, and no more")
        .isEqualTo("144");
  }

  @Test
  void morePersonsThanTheSpaceHoldsAreRefused() {
    wish(branch, NINE, TEN, Map.of("attendees", 21))
        .statusCode(422)
        .body("violations[0].code", equalTo("over-capacity"));
    wish(branch, NINE, TEN, Map.of("attendees", 0)).statusCode(400);
    wish(branch, NINE, TEN, Map.of("attendees", 20)).statusCode(201);
  }

  @Test
  void aMemberSeesWhatIsToComeOfItsOrganizationInASmallAnswer() {
    UUID member = UUID.randomUUID();
    district.execute(
        "insert into member_stay (member_id, organization_id, valid_from) values (?, ?, '2009-01-01')",
        member,
        branch);
    for (int i = 0; i < 10; i++) {
      wish(branch, NINE.plusSeconds(3600L * i), TEN.plusSeconds(3600L * i), Map.of())
          .statusCode(201);
    }
    var answer =
        with(Tokens.of(Roles.MEMBER).member(member))
            .get("/api/v1/me/bookings")
            .then()
            .statusCode(200);
    answer
        .body("items", hasSize(MyBookings.MOST))
        .body("items[0].startsAt", equalTo(NINE.toString()));
    assertThat(answer.extract().asByteArray()).hasSizeLessThan(2048);
    with(Tokens.of(Roles.MEMBER).member(member))
        .header("If-None-Match", answer.extract().header("ETag"))
        .get("/api/v1/me/bookings")
        .then()
        .statusCode(304);
    with(Tokens.of(Roles.MEMBER).member(member))
        .get("/api/v1/me/bookings?cursor=" + answer.extract().path("nextCursor"))
        .then()
        .body("items", hasSize(2));
    with(Tokens.of(Roles.MEMBER).member(UUID.randomUUID()))
        .get("/api/v1/me/bookings")
        .then()
        .body("items", hasSize(0));
  }

  @Test
  void aPageOfBookingsThatIsUnchangedIsNotSentAgain() {
    wish(branch, NINE, TEN, Map.of()).statusCode(201);
    String list = BOOKINGS + "?spaceId=" + room;
    String tag = as(Roles.MEMBER).get(list).then().statusCode(200).extract().header("ETag");
    as(Roles.MEMBER).header("If-None-Match", tag).get(list).then().statusCode(304);
    wish(branch, TEN, ELEVEN, Map.of()).statusCode(201);
    as(Roles.MEMBER)
        .header("If-None-Match", tag)
        .get(list)
        .then()
        .statusCode(200)
        .body("items.startsAt", contains(NINE.toString(), TEN.toString()));
  }

  private void manual() {
    district.execute("update space set approval = 'MANUAL' where space_id = ?::uuid", room);
  }

  private void runOutHold(String booking) {
    district.execute(
        "update booking set held_until = now() - interval '1 second' where booking_id = ?::uuid",
        booking);
  }

  private String booked(Instant start) {
    return wish(branch, start, start.plusSeconds(3600), Map.of())
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String state(String booking) {
    return district.text("select state from booking where booking_id = ?::uuid", booking);
  }

  private String count(String state) {
    return district.text(
        "select count(*) from booking where space_id = ?::uuid and state = ?", room, state);
  }

  private ValidatableResponse wish(
      UUID organization, Instant from, Instant until, Map<String, Object> more) {
    Map<String, Object> wish = new HashMap<>(more);
    wish.put("spaceId", room);
    wish.put("organizationId", organization);
    wish.put("startsAt", from);
    wish.put("endsAt", until);
    return as(Roles.SECRETARY).body(wish).post(BOOKINGS).then();
  }

  private ValidatableResponse series(String space, Instant start) {
    return as(Roles.SECRETARY)
        .body(
            Map.of(
                "spaceId",
                space,
                "organizationId",
                branch,
                "firstDate",
                start.atZone(java.time.ZoneId.of("Asia/Shanghai")).toLocalDate().toString(),
                "startTime",
                "00:00",
                "endTime",
                "00:00",
                "rrule",
                "FREQ=DAILY;COUNT=10",
                "mode",
                "BEST_EFFORT"))
        .post("/api/v1/booking-series")
        .then();
  }

  private static ValidatableResponse act(String booking, String verb, int version) {
    return as(Roles.SITE_MANAGER)
        .header("If-Match", "\"" + version + "\"")
        .post(BOOKINGS + "/" + booking + "/" + verb)
        .then();
  }

  private static <T> T result(java.util.concurrent.Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
