package org.jiceng.activity.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jiceng.activity.District;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.Test;

/** What can be used is found, and nothing else, in its order. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class FindingTest {
  private static final int SITES = 10;
  private static final int QUESTIONS = 40;

  /** By the clock on the wall. */
  private static final Instant TEN = NEXT_WEEK.plusSeconds(3600);

  private static final Instant ELEVEN = TEN.plusSeconds(3600);

  @Inject District district;

  @Test
  void whatNobodyCameToIsFoundBeforeTheSweepHasSeenIt() {
    String community = newCommunity();
    String room =
        district.site(district.organization(null), community, 20).getString("spaces[0].id");
    String question = "areaCode=%s&from=%s&until=%s".formatted(community, TEN, ELEVEN);
    String booking =
        book(room, district.organization(null), TEN, ELEVEN).statusCode(201).extract().path("id");
    assertThat(allPages(question)).isEmpty();
    district.execute(
        "update booking set release_at = now() - interval '1 second' where booking_id = ?::uuid",
        booking);
    assertThat(allPages(question)).containsExactly(room);
    as(Roles.MEMBER)
        .get("/api/v1/spaces/%s/availability?from=%s&until=%s".formatted(room, TEN, ELEVEN))
        .then()
        .body("free.startsAt", contains(TEN.toString()))
        .body("free.endsAt", contains(ELEVEN.toString()));
  }

  @Test
  void whatIsFoundIsWhatANaiveLookFinds() {
    Random random = new Random(5);
    String community = newCommunity();
    UUID stranger = district.organizationIn(newCommunity());
    List<NaiveSpace> spaces = new ArrayList<>();
    for (int i = 0; i < SITES; i++) {
      spaces.addAll(NaiveSpace.site(district, community, random));
    }
    int found = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      Instant from = NEXT_WEEK.plusSeconds(900L * random.nextInt(300));
      Instant until = from.plusSeconds(900L * (1 + random.nextInt(16)));
      int capacity = 1 + random.nextInt(60);
      boolean projector = random.nextInt(3) == 0;
      UUID organization = random.nextBoolean() ? stranger : null;
      List<String> expected =
          spaces.stream()
              .filter(s -> s.capacity() >= capacity && (!projector || s.hasProjector()))
              .filter(s -> s.usable(from, until, organization != null))
              .sorted(NaiveSpace.BY_SIZE)
              .map(NaiveSpace::id)
              .toList();
      String question =
          "areaCode=%s&from=%s&until=%s&capacity=%d%s%s"
              .formatted(
                  community,
                  from,
                  until,
                  capacity,
                  projector ? "&equipment=PROJECTOR" : "",
                  organization == null ? "" : "&organizationId=" + organization);
      assertThat(allPages(question)).as(question).isEqualTo(expected);
      found += expected.size();
    }
    assertThat(found).isPositive().isLessThan(QUESTIONS * spaces.size());
    spaces.forEach(space -> freeTimesAre(space));
  }

  /** Quarter by quarter, a use lies in a free interval just when it would be found. */
  private static void freeTimesAre(NaiveSpace space) {
    Instant until = NEXT_WEEK.plus(Duration.ofDays(3));
    JsonPath answer =
        as(Roles.MEMBER)
            .get(
                "/api/v1/spaces/%s/availability?from=%s&until=%s"
                    .formatted(space.id(), NEXT_WEEK, until))
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    List<String> starts = answer.getList("free.startsAt");
    List<String> ends = answer.getList("free.endsAt");
    for (Instant at = NEXT_WEEK; at.isBefore(until); at = at.plusSeconds(900)) {
      Instant start = at;
      Instant end = at.plusSeconds(900);
      boolean free = false;
      for (int i = 0; i < starts.size(); i++) {
        free |=
            !start.isBefore(Instant.parse(starts.get(i)))
                && !end.isAfter(Instant.parse(ends.get(i)));
      }
      assertThat(free).as("%s %s", space, start).isEqualTo(space.usable(start, end, false));
    }
  }

  @Test
  void theNearestComeFirstWithTheirDistance() {
    UUID keeper = district.organization(null);
    String community = newCommunity();
    String far = at(district.site(keeper, community, 20), "39.95", "116.40");
    String near = at(district.site(keeper, community, 20), "39.91", "116.40");
    district.site(keeper, community, 20);
    String question = "areaCode=" + community + "&near=39.90,116.40";
    JsonPath first = find(question + "&limit=1").extract().jsonPath();
    assertThat(first.getList("items.spaceId")).containsExactly(near);
    assertThat(first.getInt("items[0].distanceMetres")).isBetween(1100, 1125);
    JsonPath second =
        find(question + "&limit=1&cursor=" + first.getString("nextCursor")).extract().jsonPath();
    assertThat(second.getList("items.spaceId")).containsExactly(far);
    assertThat(second.getString("nextCursor")).isNull();
    find(question + "&withinMetres=2000").body("items.spaceId", contains(near));
    find(question + "&withinMetres=1000").body("items", hasSize(0));
    find(question).body("items.spaceId", contains(near, far));
  }

  @Test
  void thoseOfOnesOwnAreaComeFirst() {
    UUID keeper = district.organization(null);
    String community = newCommunity();
    String township = community.substring(0, 9);
    String neighbour = township + "002";
    UUID mine = district.organizationIn(community);
    String elsewhere = district.site(keeper, neighbour, 10).getString("spaces[0].id");
    String large = district.site(keeper, community, 50).getString("spaces[0].id");
    String small = district.site(keeper, community, 20).getString("spaces[0].id");
    String question = "areaCode=" + township + "000&organizationId=" + mine;
    assertThat(allPages(question)).containsExactly(small, large, elsewhere);
    find("areaCode=" + township + "000")
        .body("items.spaceId", contains(elsewhere, small, large))
        .body("items[0].distanceMetres", nullValue())
        .body("items[0].siteName", equalTo("活动室"));
  }

  @Test
  void aSiteIsSharedByTheHour() {
    String community = newCommunity();
    UUID keeper = district.organizationIn(community);
    UUID below = district.organization(keeper);
    UUID neighbour = district.organizationIn(community.substring(0, 9) + "002");
    UUID stranger = district.organizationIn(newCommunity());
    JsonPath site = district.site(keeper, community, 20);
    share(site, "SAME_AREA", "OWN_LINE");
    String room = site.getString("spaces[0].id");
    refusedIn(room, neighbour, TEN, ELEVEN);
    refusedIn(room, neighbour, ELEVEN.minusSeconds(60), ELEVEN.plusSeconds(600));
    refusedIn(room, stranger, ELEVEN, ELEVEN.plusSeconds(600));
    book(room, neighbour, ELEVEN, ELEVEN.plusSeconds(600)).statusCode(201);
    book(room, below, TEN, TEN.plusSeconds(600)).statusCode(201);
    book(room, keeper, TEN.plusSeconds(600), ELEVEN).statusCode(201);
    String hour = "&from=" + ELEVEN.plusSeconds(900) + "&until=" + ELEVEN.plusSeconds(1200);
    String question = "areaCode=" + community + hour + "&organizationId=";
    find(question + neighbour).body("items.spaceId", contains(room));
    find(question + stranger).body("items", hasSize(0));
  }

  @Test
  void whatMakesNoSenseIsNamed() {
    find("near=91,0", 400);
    find("near=here", 400);
    find("withinMetres=10", 400);
    find("near=1,1&withinMetres=0", 400);
    find("equipment=CATAPULT", 400);
    find("areaCode=1", 400);
    find("kind=CASTLE", 400);
    find("from=2020-01-01T00:00:00Z", 400);
    find("from=" + ELEVEN + "&until=" + TEN, 400);
    find("from=" + TEN + "&until=" + TEN.plus(Duration.ofDays(32)), 400);
    find("cursor=xyz", 400);
    UUID organization = district.organization(null);
    with(Tokens.of(Roles.SECRETARY).org(district.organization(null)))
        .get("/api/v1/spaces?organizationId=" + organization)
        .then()
        .statusCode(404);
    String availability = "/api/v1/spaces/" + UUID.randomUUID() + "/availability";
    as(Roles.MEMBER).get(availability).then().statusCode(404);
    as(Roles.MEMBER)
        .get(availability + "?from=" + TEN + "&until=" + TEN.plus(Duration.ofDays(63)))
        .then()
        .statusCode(400);
  }

  private static void refusedIn(String room, UUID organization, Instant from, Instant until) {
    book(room, organization, from, until)
        .statusCode(409)
        .body("type", equalTo("https://jiceng.org/problems/not-shared-with-organization"));
  }

  private static void share(JsonPath site, String audience, String atTenToEleven) {
    List<Map<String, ?>> rules = new ArrayList<>();
    for (java.time.DayOfWeek day : java.time.DayOfWeek.values()) {
      rules.add(
          Map.of(
              "day", day.name(),
              "hours", Map.of("opens", "10:00", "closes", "11:00"),
              "audience", atTenToEleven));
    }
    NaiveSpace.change(
        site.getString("id"), "/sharing", Map.of("audience", audience, "rules", rules));
  }

  private static String at(JsonPath site, String latitude, String longitude) {
    NaiveSpace.change(
        site.getString("id"),
        "/description",
        Map.of(
            "latitude", new java.math.BigDecimal(latitude),
            "longitude", new java.math.BigDecimal(longitude)));
    return site.getString("spaces[0].id");
  }

  private static List<String> allPages(String question) {
    List<String> all = new ArrayList<>();
    String cursor = null;
    do {
      JsonPath page =
          find(question + "&limit=7" + (cursor == null ? "" : "&cursor=" + cursor))
              .extract()
              .jsonPath();
      all.addAll(page.getList("items.spaceId"));
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    return all;
  }

  private static ValidatableResponse find(String question) {
    return find(question, 200);
  }

  private static ValidatableResponse find(String question, int status) {
    return as(Roles.MEMBER).get("/api/v1/spaces?" + question).then().statusCode(status);
  }
}
