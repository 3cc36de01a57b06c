package org.jiceng.activity;

import static org.jiceng.activity.District.NEXT_WEEK;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.nonsense.Nonsense;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class NonsenseTest {
  private static final String API = "/api/v1/";

  @Inject AgroalDataSource dataSource;
  @Inject District district;

  @Test
  void noSenselessQuestionBreaksAnythingOrLeavesATrace() {
    UUID keeper = district.organization(null);
    JsonPath site = site(keeper);
    new Nonsense(dataSource)
        .at(API + "sites/{id}/spaces/{spaceId}", () -> site.getString("spaces[0].id"))
        .at(API + "sites/{id}", () -> site(keeper).getString("id"))
        .at(API + "spaces/{id}", () -> site.getString("spaces[0].id"))
        .at(API + "holidays/{date}", () -> "2031-05-01")
        .at(API + "bookings/{id}", () -> booking(keeper))
        .at(API + "booking-series/{id}", () -> series(keeper))
        .at(API + "waitlist-entries/{id}", () -> waiting(keeper))
        .at(API + "calendars/{id}", () -> calendar(keeper))
        .at(API + "activities/{id}", () -> activity(keeper))
        .at(API + "nominations/{id}", () -> nomination(keeper))
        .at(API + "budgets/{areaCode}", District::newCommunity)
        .at(API + "budgets/{areaCode}/{year}", () -> "2010")
        .with("organizationId", () -> keeper)
        .with("managingOrganizationId", () -> keeper)
        .with("spaceId", () -> site(keeper).getString("spaces[0].id"))
        .with("code", District::newCode)
        .with("areaCode", () -> district.known(District.newCommunity()))
        .ask();
  }

  private JsonPath site(UUID keeper) {
    return district.site(keeper, District.newCommunity(), 20);
  }

  private static String activity(UUID keeper) {
    return District.as(Roles.REGISTRAR)
        .body(Map.of("organizationId", keeper, "kind", "THEME_DAY", "heldOn", "2010-07-01"))
        .post(API + "activities")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String nomination(UUID keeper) {
    return District.as(Roles.REGISTRAR)
        .body(Map.of("organizationId", keeper, "kind", "BRAND", "name", "先锋"))
        .post(API + "nominations")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String series(UUID keeper) {
    return made(
        "booking-series",
        Map.of(
            "spaceId",
            site(keeper).getString("spaces[0].id"),
            "organizationId",
            keeper,
            "firstDate",
            NEXT_WEEK.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate().toString(),
            "startTime",
            "09:00",
            "endTime",
            "10:00",
            "rrule",
            "FREQ=DAILY;COUNT=2",
            "mode",
            "BEST_EFFORT"));
  }

  private String waiting(UUID keeper) {
    String space = site(keeper).getString("spaces[0].id");
    District.book(space, keeper, NEXT_WEEK, NEXT_WEEK.plusSeconds(3600)).statusCode(201);
    return made(
        "waitlist-entries",
        Map.of(
            "spaceId",
            space,
            "organizationId",
            keeper,
            "startsAt",
            NEXT_WEEK,
            "endsAt",
            NEXT_WEEK.plusSeconds(3600)));
  }

  private static String calendar(UUID keeper) {
    return made("calendars", Map.of("organizationId", keeper));
  }

  private static String made(String path, Map<String, Object> wanted) {
    return District.as(Roles.SECRETARY)
        .body(wanted)
        .post(API + path)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String booking(UUID keeper) {
    return District.book(
            site(keeper).getString("spaces[0].id"), keeper, NEXT_WEEK, NEXT_WEEK.plusSeconds(3600))
        .statusCode(201)
        .extract()
        .path("id");
  }
}
