package org.jiceng.activity.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.jiceng.activity.District.NEXT_WEEK;
import static org.jiceng.activity.District.as;
import static org.jiceng.activity.District.book;
import static org.jiceng.activity.District.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.activity.District;
import org.jiceng.activity.OthersLog;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.RegistryEvent.AreaClosed;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.events.RegistryEvent.AreaReassigned;
import org.jiceng.events.RegistryEvent.AreaRenamed;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A community is handed to another sub-district, and what lies in it goes along. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class HandedOverAreaTest {
  private static final String DEFINED = "2001-01-01";
  private static final String HANDED_OVER = "2020-01-01";
  private static final Instant NINE = NEXT_WEEK;
  private static final Instant TEN = NINE.plusSeconds(3600);

  @Inject District district;
  @Inject OthersLog registry;

  private final String top =
      "8%05d000000".formatted((int) (Math.random() * 100_000)); // of no other test
  private final String before = top.substring(0, 6) + "001000";
  private final String after = top.substring(0, 6) + "002000";
  private final String community = top.substring(0, 6) + "001001";
  private final String neighbour = top.substring(0, 6) + "001002";
  private final String newNeighbour = top.substring(0, 6) + "002001";

  @BeforeEach
  void theRegistryTellsOfTheAreasTheLowestFirst() {
    registry.tell(
        DEFINED,
        defined(community, AreaLevel.COMMUNITY, before),
        defined(neighbour, AreaLevel.COMMUNITY, before),
        defined(newNeighbour, AreaLevel.COMMUNITY, after),
        defined(before, AreaLevel.SUB_DISTRICT, top),
        defined(after, AreaLevel.SUB_DISTRICT, top),
        defined(top, AreaLevel.DISTRICT, null));
    for (String area : List.of(community, neighbour, newNeighbour, before, after, top)) {
      awaitVersion(area, DEFINED);
    }
  }

  @Test
  void aSiteFollowsItsCommunityToAnotherSubDistrict() {
    String site = district.site(district.organizationIn(community), community, 20).getString("id");
    found("sites", before, site);
    found("sites", after);
    handOver();
    found("sites", before);
    found("sites", after, site);
    found("sites", community, site);
    found("sites", top, site);
  }

  @Test
  void brandsAndDemonstrationPointsFollowTheirCommunityToo() {
    UUID holder = district.organizationIn(community);
    for (String honours : List.of("brands", "demonstration-points")) {
      String honour =
          as(Roles.REGISTRAR)
              .body(Map.of("code", District.newCode(), "name", "先锋", "organizationId", holder))
              .post("/api/v1/" + honours)
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      found(honours, before, honour);
    }
    handOver();
    for (String honours : List.of("brands", "demonstration-points")) {
      found(honours, before);
      as(Roles.MEMBER)
          .get("/api/v1/" + honours + "?areaCode=" + after)
          .then()
          .body("items.organizationId", contains(holder.toString()));
    }
  }

  @Test
  void aSiteManagerOpensSitesWhereTheirTerritoryReachesToday() {
    UUID formerly = district.organizationIn(before);
    UUID since = district.organizationIn(after);
    open(formerly, community).statusCode(201);
    open(since, community).statusCode(404);
    handOver();
    open(formerly, community).statusCode(404);
    open(formerly, neighbour).statusCode(201);
    open(since, community).statusCode(201);
    assertThat(district.text("select count(*) from site where area_code = ?", community))
        .isEqualTo("2");
  }

  @Test
  void whatIsOfferedInsteadLiesInTheSubDistrictOfToday() {
    UUID keeper = district.organizationIn(top);
    String room = district.site(keeper, community, 20).getString("spaces[0].id");
    String near = district.site(keeper, neighbour, 20).getString("spaces[0].id");
    String newlyNear = district.site(keeper, newNeighbour, 20).getString("spaces[0].id");
    book(room, keeper, NINE, TEN).statusCode(201);
    assertThat(offered(room, keeper)).contains(near).doesNotContain(newlyNear);
    handOver();
    assertThat(offered(room, keeper)).contains(newlyNear).doesNotContain(near);
  }

  @Test
  void whatIsOfferedInsteadOfASubDistrictsOwnSpaceLiesInThatSubDistrict() {
    UUID keeper = district.organizationIn(top);
    String room = district.site(keeper, after, 20).getString("spaces[0].id");
    String near = district.site(keeper, community, 20).getString("spaces[0].id");
    book(room, keeper, NINE, TEN).statusCode(201);
    assertThat(offered(room, keeper)).doesNotContain(near);
    handOver();
    assertThat(offered(room, keeper)).contains(near);
  }

  @Test
  void aSubDistrictTakesItsCommunitiesAlong() {
    String site = district.site(district.organizationIn(community), community, 20).getString("id");
    registry.tell(HANDED_OVER, new AreaReassigned(before, after, before));
    awaitVersion(before, HANDED_OVER);
    found("sites", after, site);
    found("sites", before, site);
  }

  @Test
  void aNewNameAndTheEndOfAnAreaMoveNothing() {
    String site = district.site(district.organizationIn(community), community, 20).getString("id");
    handOver();
    registry.tell("2021-01-01", new AreaRenamed(community, "朝阳", null), new AreaClosed(community));
    registry.tell("2021-01-01", new AreaReassigned(neighbour, after, neighbour));
    awaitVersion(neighbour, "2021-01-01");
    found("sites", after, site);
  }

  @Test
  void anAreaOfWhichNothingWasToldLiesWhereItsDigitsSayUntilItIs() {
    String unheard = top.substring(0, 6) + "003007";
    String site = district.site(district.organizationIn(unheard), unheard, 20).getString("id");
    found("sites", top.substring(0, 6) + "003000", site);
    found("sites", top, site);
    registry.tell(DEFINED, defined(unheard, AreaLevel.COMMUNITY, after));
    awaitVersion(unheard, DEFINED);
    found("sites", top.substring(0, 6) + "003000");
    found("sites", after, site);
  }

  private void handOver() {
    registry.tell(HANDED_OVER, new AreaReassigned(community, after, after.substring(0, 9) + "009"));
    awaitVersion(community, HANDED_OVER);
  }

  private static AreaDefined defined(String code, AreaLevel level, String parent) {
    return new AreaDefined(code, code, null, level, parent);
  }

  private void awaitVersion(String area, String on) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                on.equals(
                    district.text(
                        """
                        select max(valid_from)::text from area_version
                         where area_code = ? and valid_from <> '-infinity'""",
                        area)));
  }

  private static void found(String things, String area, String... ids) {
    assertThat(
            as(Roles.MEMBER)
                .get("/api/v1/" + things + "?areaCode=" + area)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<String>getList("items.id"))
        .containsExactly(ids);
  }

  private static List<String> offered(String room, UUID branch) {
    return book(room, branch, NINE, TEN)
        .statusCode(409)
        .extract()
        .jsonPath()
        .getList("alternatives.spaceId");
  }

  private static ValidatableResponse open(UUID manager, String area) {
    return with(Tokens.of(Roles.SITE_MANAGER).org(manager))
        .body(
            Map.of(
                "code",
                District.newCode(),
                "name",
                "活动室",
                "kind",
                "ACTIVITY_ROOM",
                "origin",
                "COMMUNITY",
                "areaCode",
                area,
                "organizationId",
                manager,
                "floorArea",
                60))
        .post("/api/v1/sites")
        .then();
  }
}
