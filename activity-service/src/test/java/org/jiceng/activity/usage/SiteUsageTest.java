package org.jiceng.activity.usage;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
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
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jiceng.activity.District;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who manages sites sees how much they are used, and no others. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SiteUsageTest {
  private static final LocalDate DAY = NEXT_WEEK.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();

  private static final String HELD =
      """
      insert into activity (activity_id, organization_id, kind, held_on, version, site_id)
      values (?, ?, 'LECTURE', ?, 0, ?) returning activity_id::text""";
  private static final String ATTENDED =
      """
      insert into attendance (attendance_id, activity_id, organization_id, held_on, member_id, home_id)
      values (?, ?, ?, ?, ?, ?) returning attendance_id::text""";

  @Inject District district;

  private final String community = newCommunity();
  private UUID keeper;
  private JsonPath site;

  @BeforeEach
  void aSiteOfOurs() {
    keeper = district.organization(null);
    site = district.site(keeper, community, 20, 40);
  }

  @Test
  void whatIsBookedInAllSpacesIsAddedUpOnTheDayOnWhichItBegins() {
    UUID branch = district.organization(null);
    String small = site.getString("spaces[0].id");
    book(small, branch, NEXT_WEEK, NEXT_WEEK.plusSeconds(5400)).statusCode(201);
    book(site.getString("spaces[1].id"), branch, NEXT_WEEK, NEXT_WEEK.plusSeconds(3600))
        .statusCode(201);
    String gone =
        book(small, branch, NEXT_WEEK.plusSeconds(7200), NEXT_WEEK.plusSeconds(9000))
            .statusCode(201)
            .extract()
            .path("id");
    as(Roles.SECRETARY)
        .header("If-Match", "\"0\"")
        .post("/api/v1/bookings/" + gone + "/cancellation")
        .then()
        .statusCode(200);

    usage(manager(keeper), DAY, DAY)
        .body("items.siteId", contains(site.getString("id")))
        .body("items[0].bookings", equalTo(2))
        .body("items[0].bookedHours", equalTo(2.5f))
        .body("items[0].noShows", equalTo(0))
        // of two rooms that are open around the clock
        .body("items[0].occupancy", equalTo(0.0521f))
        .body("items[0].costPerAttendance", nullValue());
    usage(manager(keeper), DAY.minusDays(2), DAY.minusDays(1))
        .body("items[0].bookings", equalTo(0))
        .body("items[0].bookedHours", equalTo(0f));
  }

  @Test
  void whatWasSpentIsDividedByThoseWhoCame() {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    UUID id = UUID.fromString(site.getString("id"));
    UUID activity = UUID.randomUUID();
    district.text(HELD, activity, keeper, today, id);
    for (int i = 0; i < 3; i++) {
      district.text(
          ATTENDED, UUID.randomUUID(), activity, keeper, today, UUID.randomUUID(), keeper);
    }
    as(Roles.SITE_MANAGER)
        .body(Map.of("amount", new BigDecimal("100.00"), "fundSource", "FISCAL"))
        .post("/api/v1/sites/" + id + "/costs")
        .then()
        .statusCode(201);
    usage(manager(keeper), today, today)
        .body("items[0].attendances", equalTo(3))
        .body("items[0].cost", equalTo(100.0f))
        .body("items[0].costPerAttendance", equalTo(33.33f));
    usage(manager(keeper), today.minusDays(1), today.minusDays(1))
        .body("items[0].attendances", equalTo(0))
        .body("items[0].cost", equalTo(0));
  }

  @Test
  void sitesOfOthersAreNotListedAndAreasNarrowTheList() {
    usage(manager(district.organization(null)), DAY, DAY).body("items", empty());
    usage(manager(keeper).queryParam("areaCode", newCommunity()), DAY, DAY).body("items", empty());
    String township = community.substring(0, 9) + "000";
    usage(manager(keeper).queryParam("areaCode", township), DAY, DAY)
        .body("items.siteId", contains(site.getString("id")));
  }

  @Test
  void aPeriodThatEndsBeforeItBeginsOrIsTooLongIsRefused() {
    refused(DAY, DAY.minusDays(1));
    refused(DAY, DAY.plusDays(366));
    usage(manager(keeper), DAY, DAY.plusDays(365));
  }

  private void refused(LocalDate from, LocalDate until) {
    manager(keeper)
        .queryParam("from", from.toString())
        .queryParam("until", until.toString())
        .get("/api/v1/sites/usage")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("until"));
  }

  private static RequestSpecification manager(UUID organization) {
    return with(Tokens.of(Roles.SITE_MANAGER).org(organization));
  }

  private static ValidatableResponse usage(
      RequestSpecification who, LocalDate from, LocalDate until) {
    return who.queryParam("from", from.toString())
        .queryParam("until", until.toString())
        .get("/api/v1/sites/usage")
        .then()
        .statusCode(200);
  }
}
