package org.jiceng.activity.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.jiceng.activity.District.NEXT_WEEK;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiceng.activity.District;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who waits has the space when it becomes free, first come first, also when many move at once. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class WaitlistTest {
  private static final Instant NINE = NEXT_WEEK;
  private static final Instant TEN = NINE.plusSeconds(3600);
  private static final Instant ELEVEN = TEN.plusSeconds(3600);
  private static final String ENTRIES = "/api/v1/waitlist-entries";

  @Inject District district;
  @Inject WaitlistSweep sweep;

  private UUID keeper;
  private UUID branch;
  private String site;
  private String room;

  @BeforeEach
  void aRoomAndWhoWantsIt() {
    keeper = district.organization(null);
    branch = district.organization(null);
    JsonPath opened = district.site(keeper, newCommunity(), 20);
    site = opened.getString("id");
    room = opened.getString("spaces[0].id");
  }

  @Test
  void theFirstWhoFitsHasWhatIsFreed() {
    String booking = booked(NINE, TEN);
    String next = booked(TEN, ELEVEN);
    String tooLong = wait(NINE, ELEVEN).statusCode(201).extract().path("id");
    String first = wait(NINE, TEN).statusCode(201).extract().path("id");
    String second = wait(NINE, TEN).statusCode(201).extract().path("id");
    cancel(booking, 200);
    entry(tooLong).body("state", equalTo("WAITING"));
    entry(first).body("state", equalTo("PROMOTED")).body("bookingId", notNullValue());
    entry(second).body("state", equalTo("WAITING"));
    assertThat(district.eventsOf(first))
        .isEqualTo("waitlist-entry-added.v1 waitlist-entry-promoted.v1");
    String promoted = entry(first).extract().path("bookingId");
    as(Roles.MEMBER)
        .get("/api/v1/bookings/" + promoted)
        .then()
        .body("state", equalTo("CONFIRMED"))
        .body("organizationId", equalTo(branch.toString()));
    cancel(next, 200);
    entry(tooLong).body("state", equalTo("WAITING"));
    cancel(promoted, 200);
    entry(tooLong).body("state", equalTo("PROMOTED"));
    as(Roles.SECRETARY)
        .get(ENTRIES + "?spaceId=" + room + "&state=WAITING")
        .then()
        .body("items.id", contains(second));
  }

  @Test
  void whatIsFreeIsBookedAndNotWaitedFor() {
    wait(NINE, TEN).statusCode(409).body("type", equalTo("https://jiceng.org/problems/space-free"));
    booked(NINE, TEN);
    wait(TEN, NINE).statusCode(422);
    wait(Instant.now().minusSeconds(60), TEN).statusCode(422);
    as(Roles.SECRETARY).body("{}").post(ENTRIES).then().statusCode(400);
  }

  @Test
  void aHoldThatRanOutMakesRoomForWhoeverWaitsBeforeWhoeverAsks() {
    String held =
        as(Roles.SECRETARY)
            .body(
                Map.of(
                    "spaceId",
                    room,
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
    String entry = wait(NINE, TEN).statusCode(201).extract().path("id");
    district.execute(
        "update booking set held_until = now() - interval '1 second' where booking_id = ?::uuid",
        held);
    book(room, keeper, NINE, TEN).statusCode(409);
    entry(entry).body("state", equalTo("PROMOTED"));
  }

  @Test
  void whatAClosureLeavesOfATimeGoesToWhoeverWaitsForIt() {
    booked(NINE, ELEVEN);
    String under = wait(TEN, ELEVEN).statusCode(201).extract().path("id");
    String beside = wait(NINE, TEN).statusCode(201).extract().path("id");
    as(Roles.SITE_MANAGER)
        .body(
            Map.of(
                "spaceId",
                room,
                "startsAt",
                TEN.plusSeconds(60),
                "endsAt",
                ELEVEN,
                "resolution",
                "CANCEL",
                "reasonCode",
                "REPAIRS"))
        .post("/api/v1/sites/" + site + "/closures")
        .then()
        .statusCode(201);
    entry(under).body("state", equalTo("WAITING"));
    entry(beside).body("state", equalTo("PROMOTED"));
  }

  @Test
  void whatAClosureThatIsCalledOffLeavesFreeGoesToWhoeverWaitsForIt() {
    booked(NINE, TEN);
    String entry = wait(NINE, TEN).statusCode(201).extract().path("id");
    String closures = "/api/v1/sites/" + site + "/closures";
    String closure =
        as(Roles.SITE_MANAGER)
            .body(
                Map.of(
                    "startsAt",
                    NINE,
                    "endsAt",
                    ELEVEN,
                    "resolution",
                    "CANCEL",
                    "reasonCode",
                    "REPAIRS"))
            .post(closures)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    entry(entry).body("state", equalTo("WAITING"));
    as(Roles.SITE_MANAGER)
        .header("If-Match", "\"0\"")
        .post(closures + "/" + closure + "/cancellation")
        .then()
        .statusCode(200);
    entry(entry).body("state", equalTo("PROMOTED"));
  }

  @Test
  void whoIsSuspendedByThenIsPassedOver() {
    UUID other = district.organization(null);
    String booking = booked(NINE, TEN);
    String suspended = wait(NINE, TEN).statusCode(201).extract().path("id");
    String next = wait(other, NINE, TEN).statusCode(201).extract().path("id");
    district.execute(
        """
        insert into booking (booking_id, site_id, space_id, organization_id, starts_at, ends_at,
                             blocked_from, blocked_until, state, booked_at, version)
        select gen_random_uuid(), ?::uuid, ?::uuid, ?, day, day + interval '1 hour', day,
               day + interval '1 hour', 'NO_SHOW', day, 1
          from generate_series(now() - interval '3 days', now() - interval '1 day', '1 day') day""",
        site,
        room,
        branch);
    cancel(booking, 200);
    entry(suspended).body("state", equalTo("WAITING"));
    entry(next).body("state", equalTo("PROMOTED"));
  }

  @Test
  void whoWithdrawsIsPassedOver() {
    String booking = booked(NINE, TEN);
    String entry = wait(NINE, TEN).statusCode(201).extract().path("id");
    String path = ENTRIES + "/" + entry + "/withdrawal";
    as(Roles.SECRETARY).post(path).then().statusCode(428);
    as(Roles.SECRETARY).header("If-Match", "\"5\"").post(path).then().statusCode(412);
    with(Tokens.of(Roles.SECRETARY).org(keeper))
        .header("If-Match", "\"0\"")
        .post(path)
        .then()
        .statusCode(404);
    as(Roles.SECRETARY)
        .header("If-Match", "\"0\"")
        .post(path)
        .then()
        .statusCode(200)
        .body("state", equalTo("WITHDRAWN"));
    as(Roles.SECRETARY)
        .header("If-Match", "\"1\"")
        .post(path)
        .then()
        .statusCode(409)
        .body("type", equalTo("https://jiceng.org/problems/waiting-ended"));
    cancel(booking, 200);
    book(room, keeper, NINE, TEN).statusCode(201);
  }

  @Test
  void whatHasBegunIsWaitedForNoLonger() {
    booked(NINE, TEN);
    String entry = wait(NINE, TEN).statusCode(201).extract().path("id");
    district.execute(
        "update waitlist_entry set starts_at = now() - interval '1 second' where waitlist_entry_id = ?::uuid",
        entry);
    entry(entry).body("state", equalTo("LAPSED"));
    sweep.sweep();
    assertThat(district.eventsOf(entry))
        .isEqualTo("waitlist-entry-added.v1 waitlist-entry-lapsed.v1");
  }

  @Test
  void whenManyCancelAndManyWaitAtOnceNobodyIsForgotten() throws Exception {
    List<String> bookings = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      bookings.add(booked(NINE.plusSeconds(3600L * i), TEN.plusSeconds(3600L * i)));
    }
    List<Callable<Integer>> work = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String booking = bookings.get(i);
      Instant from = NINE.plusSeconds(3600L * i);
      work.add(() -> wait(from, from.plusSeconds(3600)).extract().statusCode());
      work.add(() -> cancel(booking, 200).extract().statusCode());
    }
    ExecutorService clients = Executors.newFixedThreadPool(work.size());
    try {
      for (Future<Integer> answer : clients.invokeAll(work)) {
        assertThat(answer.get()).isIn(200, 201, 409);
      }
    } finally {
      clients.shutdownNow();
    }
    assertThat(
            district.text(
                """
                select count(*) from waitlist_entry e
                 where e.space_id = ?::uuid and e.state = 'WAITING'
                   and not exists (select 1 from booking b
                                    where b.space_id = e.space_id and b.state = 'CONFIRMED'
                                      and b.blocked && tstzrange(e.starts_at, e.ends_at))""",
                room))
        .as("nobody waits for what is free")
        .isEqualTo("0");
  }

  private String booked(Instant from, Instant until) {
    return book(room, keeper, from, until).statusCode(201).extract().path("id");
  }

  private ValidatableResponse wait(Instant from, Instant until) {
    return wait(branch, from, until);
  }

  private ValidatableResponse wait(UUID who, Instant from, Instant until) {
    return as(Roles.SECRETARY)
        .body(Map.of("spaceId", room, "organizationId", who, "startsAt", from, "endsAt", until))
        .post(ENTRIES)
        .then();
  }

  private static ValidatableResponse cancel(String booking, int status) {
    return as(Roles.SITE_MANAGER)
        .header("If-Match", "\"0\"")
        .post("/api/v1/bookings/" + booking + "/cancellation")
        .then()
        .statusCode(status);
  }

  private static ValidatableResponse entry(String id) {
    return as(Roles.SECRETARY).get(ENTRIES + "/" + id).then().statusCode(200);
  }
}
