package org.jiceng.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiceng.activity.District.NEXT_WEEK;
import static org.jiceng.activity.District.as;
import static org.jiceng.activity.District.newCommunity;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class TallyTest {
  @Inject District district;

  @Test
  void theServiceCountsWhatItHasTold() {
    JsonPath before = tally();
    UUID keeper = district.organization(null);
    JsonPath site = district.site(keeper, newCommunity(), 20);
    District.book(site.getString("spaces[0].id"), keeper, NEXT_WEEK, NEXT_WEEK.plusSeconds(60))
        .statusCode(201);
    JsonPath after = tally();
    assertThat(more(before, after, "site")).isEqualTo(1);
    assertThat(more(before, after, "booking")).isEqualTo(1);
    assertThat(more(before, after, "site.floorArea")).isBetween(120L, 121L);
    assertThat(more(before, after, "brand")).isZero();
    assertThat(after.getMap("counts"))
        .containsOnlyKeys(
            "site",
            "site.floorArea",
            "site.serviceCentreOver500",
            "site.fromBuildingsAndTwoNew",
            "site.fromBuildingsAndTwoNew.floorArea",
            "brand",
            "demonstrationPoint",
            "booking",
            "activity",
            "attendance",
            "attendance.hosted",
            "attendance.member",
            "attendance.memberAway");
  }

  @Test
  void theSameIsToldByTownship() {
    String community = newCommunity();
    String township = "@" + community.substring(0, 9) + "000";
    JsonPath before = tally("activity-counted-by-area");
    UUID keeper = district.organization(null);
    district.site(keeper, community, 20);
    JsonPath after = tally("activity-counted-by-area");
    assertThat(in(township, after, "site") - in(township, before, "site")).isEqualTo(1);
    assertThat(in(township, after, "site.floorArea") - in(township, before, "site.floorArea"))
        .isBetween(120L, 121L);
  }

  private static long in(String township, JsonPath tally, String measure) {
    Object count = tally.getMap("counts").getOrDefault(measure + township, 0);
    return ((Number) count).longValue();
  }

  private JsonPath tally() {
    return tally("activity-counted");
  }

  private JsonPath tally(String event) {
    as(Roles.SYSTEM).post("/api/v1/tallies").then().statusCode(200);
    return JsonPath.from(
        district.text(
            """
            select payload::text from outbox where type = 'org.jiceng.activity.%s.v2'
             order by sequence desc limit 1"""
                .formatted(event)));
  }

  private static long more(JsonPath before, JsonPath after, String measure) {
    String path = "counts.'" + measure + "'";
    return after.getLong(path) - before.getLong(path);
  }
}
