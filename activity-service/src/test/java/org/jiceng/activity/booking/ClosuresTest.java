package org.jiceng.activity.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.jiceng.activity.District.NEXT_WEEK;
import static org.jiceng.activity.District.as;
import static org.jiceng.activity.District.book;
import static org.jiceng.activity.District.newCommunity;
import static org.jiceng.activity.District.with;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiceng.activity.District;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a closure does to what is booked, and to what somebody wants to book. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ClosuresTest {
  private static final Instant NINE = NEXT_WEEK;
  private static final Instant TEN = NINE.plusSeconds(3600);
  private static final Instant ELEVEN = TEN.plusSeconds(3600);

  @Inject District district;

  private final String community = newCommunity();
  private UUID keeper;
  private UUID branch;
  private JsonPath site;

  @BeforeEach
  void aSiteWithARoomAndALargerOne() {
    keeper = district.organization(null);
    branch = district.organization(null);
    site = district.site(keeper, community, 20, 30);
  }

  @Test
  void aBookingThatAClosureHitsIsMovedToAFreeSpaceAsLarge() {
    String first = booked(space(0), NINE, TEN);
    String second = booked(space(0), TEN, ELEVEN);
    booked(space(1), TEN, ELEVEN);
    String nearby = district.site(keeper, community, 10, 25).getString("spaces[1].id");
    String untouched = booked(space(0), ELEVEN, ELEVEN.plusSeconds(3600));
    close(space(0), NINE, ELEVEN, "MOVE").statusCode(201).body("version", equalTo(0));

    is(first, "CONFIRMED", space(1));
    is(second, "CONFIRMED", nearby);
    is(untouched, "CONFIRMED", space(0));
    assertThat(district.eventsOf(first)).isEqualTo("booking-confirmed.v1 booking-moved.v1");
    assertThat(
            district.text(
                "select payload ->> 'formerSpaceId' from outbox where aggregateid = ? and type like"
                    + " '%moved%'",
                second))
        .isEqualTo(space(0));
    assertThat(district.eventsOf(site.getString("id"))).endsWith("closure-decided.v1");
    assertThat(
            district.text(
                "select count(*) from audit_log where action = 'move' and record_id = ?", first))
        .isEqualTo("1");
  }

  @Test
  void whereNothingElseIsFreeOrOpenOrAllowedABookingIsCancelled() {
    String small = district.site(keeper, community, 10).getString("spaces[0].id");
    String shut = district.site(keeper, community, 50).getString("id");
    change(shut, "/opening-hours", Map.of("week", Map.of(), "holidayRule", "AS_USUAL"));
    String closed = district.site(keeper, community, 50).getString("id");
    change(closed, "/sharing", Map.of("audience", "OWN_LINE"));
    String wantsApproval = district.site(keeper, community, 50).getString("id");
    change(
        wantsApproval,
        "/spaces/" + spaceOf(wantsApproval),
        Map.of("setUpMinutes", 0, "clearUpMinutes", 0, "approval", "MANUAL"));
    String booking = booked(space(0), NINE, TEN);
    String own = ownBooking(space(1), NINE, TEN);
    close(null, NINE, ELEVEN, "MOVE").statusCode(201);
    is(booking, "CANCELLED", space(0));
    assertThat(district.eventsOf(booking)).isEqualTo("booking-confirmed.v1 booking-cancelled.v1");
    is(own, "CONFIRMED", spaceOf(closed));
    assertThat(
            district.text(
                "select count(*) from booking where space_id = ?", UUID.fromString(small)))
        .isEqualTo("0");
  }

  @Test
  void theTimeToSetUpAndToClearUpIsLeftFreeWhereABookingMoves() {
    change(
        site.getString("id"),
        "/spaces/" + space(1),
        Map.of("setUpMinutes", 30, "clearUpMinutes", 30, "approval", "AUTOMATIC"));
    String first = booked(space(0), NINE, TEN);
    booked(space(1), TEN.plusSeconds(1000), ELEVEN);
    close(space(0), NINE, ELEVEN, "MOVE").statusCode(201);
    is(first, "CANCELLED", space(0));
  }

  @Test
  void aClosureMayCancelAllItHits() {
    String hit = booked(space(0), NINE, ELEVEN);
    String other = booked(space(1), NINE, TEN);
    String later = booked(space(0), ELEVEN, ELEVEN.plusSeconds(60));
    close(space(0), TEN, ELEVEN, "CANCEL").statusCode(201);
    is(hit, "CANCELLED", space(0));
    is(other, "CONFIRMED", space(1));
    is(later, "CONFIRMED", space(0));
  }

  @Test
  void nothingIsBookedUnderAClosureUntilItIsCalledOff() {
    JsonPath closure = close(space(0), NINE, ELEVEN, "CANCEL").statusCode(201).extract().jsonPath();
    book(space(0), branch, TEN, ELEVEN.plusSeconds(60))
        .statusCode(409)
        .body("type", equalTo("https://jiceng.org/problems/space-under-closure"));
    book(space(0), branch, ELEVEN, ELEVEN.plusSeconds(60)).statusCode(201);
    book(space(1), branch, NINE, TEN).statusCode(201);
    String path = closures() + "/" + closure.getString("id");
    as(Roles.MEMBER).get(path).then().statusCode(200).header("ETag", "\"0\"");
    as(Roles.SITE_MANAGER).post(path + "/cancellation").then().statusCode(428);
    cancel(path, "\"3\"").statusCode(412);
    cancel(path, "\"0\"").statusCode(200).body("cancelledAt", notNullValue());
    cancel(path, "*")
        .statusCode(409)
        .body("type", equalTo("https://jiceng.org/problems/closure-cancelled"));
    book(space(0), branch, TEN, ELEVEN).statusCode(201);
    as(Roles.MEMBER)
        .get(closures())
        .then()
        .body("items.id", contains(closure.getString("id")))
        .body("items", hasSize(1));
    assertThat(district.eventsOf(site.getString("id")))
        .endsWith("closure-decided.v1 closure-cancelled.v1");
  }

  @Test
  void aConflictOffersOnlyWhatIsOpenAndAllowed() {
    String closed = district.site(keeper, community, 25).getString("spaces[0].id");
    close(space(1), NINE.minusSeconds(600), ELEVEN, "CANCEL").statusCode(201);
    close(space(0), ELEVEN, ELEVEN.plus(Duration.ofDays(20)), "CANCEL").statusCode(201);
    booked(space(0), NINE, TEN);
    book(space(0), branch, NINE, TEN)
        .statusCode(409)
        .body("alternatives.spaceId", contains(space(0), space(0), closed))
        .body(
            "alternatives.startsAt",
            contains(NINE.minusSeconds(3600).toString(), TEN.toString(), NINE.toString()));
  }

  @Test
  void noBookingSlipsPastAClosure() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(12);
    List<Future<Integer>> bookings = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      Instant from = NINE.plusSeconds(600L * i);
      bookings.add(
          clients.submit(
              () -> book(space(0), branch, from, from.plusSeconds(600)).extract().statusCode()));
    }
    Future<Integer> closing =
        clients.submit(
            () -> close(space(0), NINE, NINE.plusSeconds(6600), "MOVE").extract().statusCode());
    assertThat(closing.get()).isEqualTo(201);
    for (Future<Integer> booking : bookings) {
      assertThat(booking.get()).isIn(201, 409);
    }
    clients.shutdown();
    assertThat(
            district.text(
                "select count(*) from booking where space_id = ? and state = 'CONFIRMED'",
                UUID.fromString(space(0))))
        .isEqualTo("0");
  }

  @Test
  void aHoldThatRanOutIsNotInTheWayOfWhatAClosureMoves() {
    String booking = booked(space(0), NINE, TEN);
    String held =
        as(Roles.SECRETARY)
            .body(
                Map.of(
                    "spaceId",
                    space(1),
                    "organizationId",
                    keeper,
                    "startsAt",
                    NINE,
                    "endsAt",
                    TEN,
                    "hold",
                    true))
            .post("/api/v1/bookings")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    district.execute(
        "update booking set held_until = now() - interval '1 second' where booking_id = ?::uuid",
        held);
    close(space(0), NINE, ELEVEN, "MOVE").statusCode(201);
    is(booking, "CONFIRMED", space(1));
    is(held, "LAPSED", space(1));
    assertThat(district.eventsOf(held)).isEqualTo("booking-held.v1 booking-lapsed.v1");
  }

  @Test
  void whoBooksHasNothingInHandForWhichAClosingCouldWait() throws Exception {
    String moving = booked(space(0), NINE, TEN);
    ExecutorService client = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> booking = QuarkusTransaction.requiringNew().call(() -> moved(moving, client));
      assertThat(booking.get()).isEqualTo(409);
    } finally {
      client.shutdownNow();
    }
    is(moving, "CONFIRMED", space(1));
  }

  /** As a closing would: while it holds the other space, somebody wants the same time there. */
  private Future<Integer> moved(String booking, ExecutorService client) {
    String closing = district.text("select pg_backend_pid()");
    district.execute("select from space where space_id = ?::uuid for update", space(1));
    Future<Integer> other =
        client.submit(() -> book(space(1), branch, NINE, TEN).extract().statusCode());
    await()
        .until(
            () ->
                district.text(
                    "select 1 from pg_locks where not granted and ?::int = any(pg_blocking_pids(pid))",
                    closing),
            notNullValue());
    district.execute(
        "update booking set space_id = ?::uuid where booking_id = ?::uuid", space(1), booking);
    return other;
  }

  @Test
  void aClosureThatMakesNoSenseIsRefused() {
    close(space(0), TEN, NINE, "MOVE").statusCode(422);
    close(space(0), TEN, TEN, "MOVE").statusCode(422);
    close(space(0), Instant.now().minusSeconds(60), TEN, "MOVE")
        .statusCode(422)
        .body("violations[0].code", equalTo("in-the-past"));
    close(space(0), TEN, TEN.plus(Duration.ofDays(367)), "MOVE").statusCode(422);
    close(space(0), TEN.plus(Duration.ofDays(400)), TEN.plus(Duration.ofDays(401)), "MOVE")
        .statusCode(422);
    close(UUID.randomUUID().toString(), NINE, TEN, "MOVE").statusCode(404);
    close(space(0), NINE, TEN, "BURN").statusCode(400);
    with(Tokens.of(Roles.SITE_MANAGER).org(branch))
        .body(closure(space(0), NINE, TEN, "MOVE"))
        .post(closures())
        .then()
        .statusCode(404);
    as(Roles.SECRETARY)
        .body(closure(space(0), NINE, TEN, "MOVE"))
        .post(closures())
        .then()
        .statusCode(403);
    as(Roles.MEMBER).get("/api/v1/sites/" + UUID.randomUUID() + "/closures").then().statusCode(404);
    assertThat(district.eventsOf(site.getString("id"))).doesNotContain("closure");
  }

  private void is(String booking, String state, String space) {
    as(Roles.MEMBER)
        .get("/api/v1/bookings/" + booking)
        .then()
        .body("state", equalTo(state))
        .body("spaceId", equalTo(space));
  }

  private String booked(String space, Instant from, Instant until) {
    return book(space, branch, from, until).statusCode(201).extract().path("id");
  }

  private String ownBooking(String space, Instant from, Instant until) {
    return book(space, keeper, from, until).statusCode(201).extract().path("id");
  }

  private String space(int index) {
    return site.getString("spaces[" + index + "].id");
  }

  private static String spaceOf(String siteId) {
    return as(Roles.MEMBER).get("/api/v1/sites/" + siteId).path("spaces[0].id");
  }

  private String closures() {
    return "/api/v1/sites/" + site.getString("id") + "/closures";
  }

  private static void change(String siteId, String command, Map<String, ?> body) {
    as(Roles.SITE_MANAGER)
        .header("If-Match", "*")
        .body(body)
        .put("/api/v1/sites/" + siteId + command)
        .then()
        .statusCode(200);
  }

  private ValidatableResponse close(String space, Instant from, Instant until, String resolution) {
    return as(Roles.SITE_MANAGER)
        .body(closure(space, from, until, resolution))
        .post(closures())
        .then();
  }

  private static ValidatableResponse cancel(String path, String tag) {
    return as(Roles.SITE_MANAGER).header("If-Match", tag).post(path + "/cancellation").then();
  }

  private static Map<String, Object> closure(
      String space, Instant from, Instant until, String resolution) {
    Map<String, Object> closure = new HashMap<>();
    closure.put("spaceId", space);
    closure.put("startsAt", from);
    closure.put("endsAt", until);
    closure.put("resolution", resolution);
    closure.put("reasonCode", "WATER_DAMAGE");
    return closure;
  }
}
