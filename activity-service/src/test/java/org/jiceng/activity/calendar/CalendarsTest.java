package org.jiceng.activity.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.activity.District.NEXT_WEEK;
import static org.jiceng.activity.District.as;
import static org.jiceng.activity.District.book;
import static org.jiceng.activity.District.newCommunity;
import static org.jiceng.activity.District.with;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.activity.District;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Feeds as a calendar program reads them. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class CalendarsTest {
  private static final Instant NINE = NEXT_WEEK;
  private static final Instant TEN = NINE.plusSeconds(3600);
  private static final String CALENDARS = "/api/v1/calendars";

  @Inject District district;

  private UUID keeper;
  private UUID branch;
  private JsonPath site;
  private String room;

  @BeforeEach
  void aSiteAndWhoBooksIt() {
    keeper = district.organization(null);
    branch = district.organization(null);
    site = district.site(keeper, newCommunity(), 20);
    room = site.getString("spaces[0].id");
  }

  @Test
  void aFeedShowsWhatIsBookedAndForAWhileWhatWasCancelled() {
    String first = book(room, branch, NINE, TEN).extract().path("id");
    String path = open(Map.of("siteId", site.getString("id"))).getString("path");
    List<VEvent> events = events(path);
    assertThat(events).hasSize(1);
    assertThat(events.get(0).getUid().getValue()).isEqualTo(first + "@jiceng");
    assertThat(events.get(0).getDateStart().getValue().toInstant()).isEqualTo(NINE);
    assertThat(events.get(0).getDateEnd().getValue().toInstant()).isEqualTo(TEN);
    assertThat(events.get(0).getStatus().isConfirmed()).isTrue();
    as(Roles.SITE_MANAGER)
        .header("If-Match", "\"0\"")
        .post("/api/v1/bookings/" + first + "/cancellation")
        .then()
        .statusCode(200);
    VEvent cancelled = events(path).get(0);
    assertThat(cancelled.getStatus().isCancelled()).isTrue();
    assertThat(cancelled.getSequence().getValue()).isEqualTo(1);
    district.execute(
        "update booking set cancelled_at = now() - interval '31 days' where booking_id = ?::uuid",
        first);
    assertThat(events(path)).isEmpty();
  }

  @Test
  void anOrganizationsFeedShowsItsBookingsAnywhereAndNoOthers() {
    book(room, branch, NINE, TEN).statusCode(201);
    book(room, keeper, TEN, TEN.plusSeconds(60)).statusCode(201);
    String path = open(Map.of("organizationId", branch)).getString("path");
    assertThat(events(path)).hasSize(1);
  }

  @Test
  void whatIsUnchangedIsNotSentAgainAndNoTokenIsNeeded() {
    String path = open(Map.of("siteId", site.getString("id"))).getString("path");
    String tag =
        given()
            .get(path)
            .then()
            .statusCode(200)
            .header("Content-Type", equalTo("text/calendar;charset=UTF-8"))
            .extract()
            .header("ETag");
    given().header("If-None-Match", tag).get(path).then().statusCode(304);
    book(room, branch, NINE, TEN).statusCode(201);
    given().header("If-None-Match", tag).get(path).then().statusCode(200);
  }

  @Test
  void onlyADigestOfTheSecretIsKeptAndARevokedOneShowsNothing() {
    JsonPath opened = open(Map.of("organizationId", branch));
    String id = opened.getString("id");
    String path = opened.getString("path");
    assertThat(path).matches("/calendars/[A-Za-z0-9_-]{43}\\.ics");
    as(Roles.SECRETARY).get(CALENDARS + "/" + id).then().body("path", nullValue());
    as(Roles.SECRETARY)
        .get(CALENDARS + "?organizationId=" + branch)
        .then()
        .body("items", hasSize(1))
        .body("items[0].path", nullValue());
    as(Roles.SECRETARY).get(CALENDARS).then().statusCode(400);
    with(Tokens.of(Roles.SECRETARY).org(keeper)).get(CALENDARS + "/" + id).then().statusCode(404);
    String revocation = CALENDARS + "/" + id + "/revocation";
    as(Roles.SECRETARY).post(revocation).then().statusCode(428);
    as(Roles.SECRETARY).header("If-Match", "\"3\"").post(revocation).then().statusCode(412);
    as(Roles.SECRETARY).header("If-Match", "\"0\"").post(revocation).then().statusCode(200);
    as(Roles.SECRETARY).header("If-Match", "\"1\"").post(revocation).then().statusCode(409);
    given().get(path).then().statusCode(404);
    given().get("/calendars/" + "A".repeat(43) + ".ics").then().statusCode(404);
    given().get("/calendars/x.ics").then().statusCode(404);
    assertThat(district.eventsOf(id)).isEqualTo("calendar-opened.v1 calendar-revoked.v1");
    assertThat(
            district.text(
                "select count(*) from outbox where payload::text like ?",
                "%" + path.substring(11, 54) + "%"))
        .isEqualTo("0");
  }

  @Test
  void whoIsNotConcernedOpensNone() {
    as(Roles.SECRETARY).body(Map.of()).post(CALENDARS).then().statusCode(422);
    as(Roles.SECRETARY)
        .body(Map.of("siteId", site.getString("id"), "organizationId", branch))
        .post(CALENDARS)
        .then()
        .statusCode(422);
    with(Tokens.of(Roles.SECRETARY).org(branch))
        .body(Map.of("siteId", site.getString("id")))
        .post(CALENDARS)
        .then()
        .statusCode(404);
    as(Roles.MEMBER).body(Map.of("organizationId", branch)).post(CALENDARS).then().statusCode(403);
  }

  private static JsonPath open(Map<String, Object> of) {
    return as(Roles.SECRETARY).body(of).post(CALENDARS).then().statusCode(201).extract().jsonPath();
  }

  private static List<VEvent> events(String path) {
    String feed = given().get(path).then().statusCode(200).extract().asString();
    return Biweekly.parse(feed).first().getEvents();
  }
}
