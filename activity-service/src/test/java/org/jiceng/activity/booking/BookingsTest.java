package org.jiceng.activity.booking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.jiceng.activity.District.NEXT_WEEK;
import static org.jiceng.activity.District.as;
import static org.jiceng.activity.District.book;
import static org.jiceng.activity.District.newCommunity;
import static org.jiceng.activity.District.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.activity.District;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class BookingsTest {
  private static final Instant NINE = NEXT_WEEK;
  private static final Instant TEN = NINE.plusSeconds(3600);
  private static final Instant ELEVEN = TEN.plusSeconds(3600);
  private static final Instant NOON = ELEVEN.plusSeconds(3600);

  @Inject District district;

  private final String community = newCommunity();
  private UUID keeper;
  private UUID branch;
  private String room;

  @BeforeEach
  void aRoomAndWhoBooksIt() {
    keeper = district.organization(null);
    branch = district.organization(null);
    room = district.site(keeper, community, 20).getString("spaces[0].id");
  }

  @Test
  void anOrganizationBooksASiteOfAnotherLine() {
    String booking =
        with(Tokens.of(Roles.SECRETARY).org(branch))
            .body(wish(NINE, TEN))
            .post("/api/v1/bookings")
            .then()
            .statusCode(201)
            .header("ETag", "\"0\"")
            .body("state", equalTo("CONFIRMED"))
            .extract()
            .path("id");
    assertThat(district.eventsOf(booking)).isEqualTo("booking-confirmed.v1");
    as(Roles.MEMBER)
        .get("/api/v1/bookings/" + booking)
        .then()
        .statusCode(200)
        .body("startsAt", equalTo(NINE.toString()))
        .body("organizationId", equalTo(branch.toString()));
  }

  @Test
  void aBookingThatOverlapsIsRefusedAndOneThatFollowsIsNot() {
    book(room, branch, TEN, ELEVEN).statusCode(201);
    book(room, branch, TEN.plusSeconds(1800), NOON).statusCode(409);
    book(room, branch, NINE, NOON).statusCode(409);
    book(room, branch, TEN.plusSeconds(60), TEN.plusSeconds(120)).statusCode(409);
    book(room, branch, NINE, TEN).statusCode(201);
    book(room, branch, ELEVEN, NOON).statusCode(201);
  }

  @Test
  void aConflictNamesTheNearestFreeTimesAndSpaces() {
    String larger = district.site(keeper, community, 25).getString("spaces[0].id");
    String smaller = district.site(keeper, community, 5).getString("spaces[0].id");
    book(room, branch, TEN, NOON).statusCode(201);
    book(larger, branch, NOON, NOON.plusSeconds(3600)).statusCode(201);
    JsonPath refused =
        book(room, branch, TEN, ELEVEN)
            .statusCode(409)
            .body("type", equalTo("https://jiceng.org/problems/space-taken"))
            .body("alternatives.spaceId", contains(room, room, larger))
            .body(
                "alternatives.startsAt", contains(NINE.toString(), NOON.toString(), TEN.toString()))
            .extract()
            .jsonPath();
    assertThat(refused.getList("alternatives.spaceId")).doesNotContain(smaller);
    for (int i = 0; i < 3; i++) {
      JsonPath at = refused.setRootPath("alternatives[" + i + "]");
      book(
              at.getString("spaceId"),
              branch,
              Instant.parse(at.getString("startsAt")),
              Instant.parse(at.getString("endsAt")))
          .statusCode(201);
    }
  }

  @Test
  void noAlternativeLiesFurtherAheadThanOneMayBook() {
    Instant last = Instant.now().plus(Duration.ofDays(366)).truncatedTo(ChronoUnit.MINUTES);
    Instant start = last.minusSeconds(1800);
    book(room, branch, start, start.plusSeconds(3600)).statusCode(201);
    assertThat(
            book(room, branch, start, start.plusSeconds(3600))
                .statusCode(409)
                .extract()
                .jsonPath()
                .<String>getList("alternatives.startsAt"))
        .containsExactly(start.minusSeconds(3600).toString());
  }

  @Test
  void aWishThatBreaksARuleIsToldWhich() {
    refused(TEN, NINE, "end-after-start");
    refused(TEN, TEN, "end-after-start");
    refused(Instant.now().minusSeconds(60), TEN, "in-the-past");
    refused(TEN, TEN.plus(Duration.ofDays(8)), "too-long-a-booking");
    refused(TEN.plus(Duration.ofDays(900)), ELEVEN.plus(Duration.ofDays(900)), "too-far-ahead");
    refused(Instant.MIN, Instant.MAX, "in-the-past");
    assertThat(
            district.text("select count(*) from booking where space_id = ?", UUID.fromString(room)))
        .isEqualTo("0");
  }

  @Test
  void whoMayNotActForTheOrganizationDoesNotBook() {
    Map<String, Object> wish = wish(NINE, TEN);
    with(Tokens.of(Roles.SECRETARY).org(keeper))
        .body(wish)
        .post("/api/v1/bookings")
        .then()
        .statusCode(404);
    as(Roles.MEMBER).body(wish).post("/api/v1/bookings").then().statusCode(403);
    given().get("/api/v1/bookings").then().statusCode(401);
    book(room, district.organization(null, "SUSPENDED"), NINE, TEN)
        .statusCode(409)
        .body("violations[0].field", equalTo("organizationId"));
    book(UUID.randomUUID().toString(), branch, NINE, TEN).statusCode(404);
    as(Roles.SECRETARY).body("{}").post("/api/v1/bookings").then().statusCode(400);
  }

  @Test
  void aCancelledBookingMakesRoom() {
    String booking = book(room, branch, NINE, TEN).extract().path("id");
    String path = "/api/v1/bookings/" + booking + "/cancellation";
    as(Roles.SECRETARY).post(path).then().statusCode(428);
    as(Roles.SECRETARY).header("If-Match", "\"9\"").post(path).then().statusCode(412);
    with(Tokens.of(Roles.SECRETARY).org(district.organization(null)))
        .header("If-Match", "\"0\"")
        .post(path)
        .then()
        .statusCode(404);
    with(Tokens.of(Roles.SITE_MANAGER).org(keeper))
        .header("If-Match", "\"0\"")
        .post(path)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("state", equalTo("CANCELLED"));
    as(Roles.SECRETARY)
        .header("If-Match", "\"1\"")
        .post(path)
        .then()
        .statusCode(409)
        .body("type", equalTo("https://jiceng.org/problems/booking-cancelled"));
    assertThat(district.eventsOf(booking)).isEqualTo("booking-confirmed.v1 booking-cancelled.v1");
    book(room, branch, NINE, TEN).statusCode(201);
  }

  @Test
  void bookingsAreFoundBySpaceOrganizationAndTimePageByPage() {
    book(room, branch, NINE, TEN).statusCode(201);
    book(room, keeper, TEN, ELEVEN).statusCode(201);
    book(room, branch, ELEVEN, NOON).statusCode(201);
    String list = "/api/v1/bookings?spaceId=" + room;
    JsonPath first = as(Roles.MEMBER).get(list + "&limit=2").jsonPath();
    assertThat(first.getList("items.startsAt")).isEqualTo(List.of(NINE.toString(), TEN.toString()));
    as(Roles.MEMBER)
        .get(list + "&limit=2&cursor=" + first.getString("nextCursor"))
        .then()
        .body("items.startsAt", contains(ELEVEN.toString()));
    as(Roles.MEMBER).get(list + "&organizationId=" + branch).then().body("items", hasSize(2));
    as(Roles.MEMBER)
        .get(list + "&from=" + TEN + "&until=" + ELEVEN)
        .then()
        .body("items.startsAt", contains(TEN.toString()));
    as(Roles.MEMBER).get(list + "&from=yesterday").then().statusCode(400);
  }

  @Test
  void theSameKeyBooksOnce() {
    String key = UUID.randomUUID().toString();
    String first = bookUnder(key);
    assertThat(bookUnder(key)).isEqualTo(first);
  }

  private String bookUnder(String key) {
    return as(Roles.SECRETARY)
        .header("Idempotency-Key", key)
        .body(wish(NINE, TEN))
        .post("/api/v1/bookings")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private void refused(Instant startsAt, Instant endsAt, String code) {
    book(room, branch, startsAt, endsAt).statusCode(422).body("violations[0].code", equalTo(code));
  }

  private Map<String, Object> wish(Instant startsAt, Instant endsAt) {
    return Map.of(
        "spaceId", room, "organizationId", branch, "startsAt", startsAt, "endsAt", endsAt);
  }
}
