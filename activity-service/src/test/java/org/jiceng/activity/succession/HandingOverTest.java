package org.jiceng.activity.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.jiceng.activity.District.as;
import static org.jiceng.activity.District.book;
import static org.jiceng.activity.Plans.planned;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jiceng.activity.District;
import org.jiceng.activity.Plans;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.ReorganizationDecided;
import org.jiceng.events.ReorganizationKind;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.succession.SuccessionCopy;
import org.junit.jupiter.api.Test;

/** Sites, bookings to come and honours go to the heir; what is over stays. */
@QuarkusTest
class HandingOverTest {
  private static final String ON = "2010-03-01";

  @Inject District district;
  @Inject SuccessionCopy copy;
  @Inject DataSource dataSource;

  @Test
  void theHeirTakesOverAllThatIsStillThere() {
    UUID source = district.organization(null);
    UUID heir = district.organization(null);
    JsonPath site = district.site(source, District.newCommunity(), 20);
    String space = site.getString("spaces[0].id");
    String toCome =
        book(space, source, District.NEXT_WEEK, District.NEXT_WEEK.plusSeconds(3600))
            .statusCode(201)
            .extract()
            .path("id");
    String over = past(site, source);
    String brand =
        as(Roles.REGISTRAR)
            .body(
                Map.of(
                    "code",
                    District.newCode(),
                    "name",
                    "品牌",
                    "organizationId",
                    source,
                    "effectiveOn",
                    "2009-06-01"))
            .post("/api/v1/brands")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    UUID partner = district.organization(null);
    String led = planned(with(Plans.plan(source), heir, partner));
    String joined = planned(with(Plans.plan(partner), source));

    UUID reorganization = decide(source, heir);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                district.text(
                        "select followed_at from reorganization where reorganization_id = ?",
                        reorganization)
                    != null);

    belongs("/api/v1/sites/" + site.getString("id"), heir);
    belongs("/api/v1/bookings/" + toCome, heir);
    belongs("/api/v1/brands/" + brand, heir);
    belongs(Plans.ACTIVITIES + "/" + led, heir);
    as(Roles.REGISTRAR)
        .get(Plans.ACTIVITIES + "/" + led)
        .then()
        .body("jointlyWith", contains(partner.toString()));
    as(Roles.REGISTRAR)
        .get(Plans.ACTIVITIES + "/" + joined)
        .then()
        .body("organizationId", equalTo(partner.toString()))
        .body("jointlyWith", contains(heir.toString()));
    assertThat(district.eventsOf(led)).isEqualTo("activity-planned.v1 activity-handed-over.v1");
    assertThat(
            district.text("select organization_id from booking where booking_id = ?::uuid", over))
        .isEqualTo(source.toString());
    assertThat(
            district.text(
                """
                select jsonb_object_agg(key, value)::text
                  from outbox, jsonb_each_text(payload -> 'counts')
                 where aggregateid = ?""",
                reorganization.toString()))
        .isEqualTo(
            "{\"sites\": \"1\", \"brands\": \"1\", \"bookings\": \"1\", \"activities\": \"2\"}");
    as(Roles.REGISTRAR)
        .header("If-Match", "\"1\"")
        .body(Map.of("floorArea", 10, "effectiveOn", "2010-02-28"))
        .post("/api/v1/sites/" + site.getString("id") + "/measurement")
        .then()
        .statusCode(422)
        .body("violations[0].code", equalTo("before-last-change"));
  }

  private static Map<String, Object> with(Map<String, Object> plan, UUID... others) {
    plan.put("jointlyWith", List.of(others));
    return plan;
  }

  @Test
  void whatIsWaitedForGoesToTheHeirToo() {
    UUID source = district.organization(null);
    UUID heir = district.organization(null);
    UUID keeper = district.organization(null);
    JsonPath site = district.site(keeper, District.newCommunity(), 20, 20);
    String taken = site.getString("spaces[0].id");
    String manual = site.getString("spaces[1].id");
    Instant from = District.NEXT_WEEK;
    Instant until = from.plusSeconds(3600);
    String booking = book(taken, keeper, from, until).statusCode(201).extract().path("id");
    district.execute("update space set approval = 'MANUAL' where space_id = ?::uuid", manual);
    String request = book(manual, source, from, until).statusCode(201).extract().path("id");
    Map<String, Object> wish = Map.of("organizationId", source, "spaceId", taken);
    String waiting = made("waitlist-entries", wish, Map.of("startsAt", from, "endsAt", until));
    String calendar = made("calendars", Map.of("organizationId", source), Map.of());
    String series =
        made(
            "booking-series",
            wish,
            Map.of(
                "firstDate",
                LocalDate.ofInstant(from, ZoneId.of("Asia/Shanghai")).plusDays(1).toString(),
                "startTime",
                "09:00",
                "endTime",
                "10:00",
                "rrule",
                "FREQ=DAILY;COUNT=2",
                "mode",
                "ALL_OR_NOTHING"));

    UUID reorganization = decide(source, heir);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                district.text(
                        "select followed_at from reorganization where reorganization_id = ?",
                        reorganization)
                    != null);

    belongs("/api/v1/bookings/" + request, heir);
    belongs("/api/v1/booking-series/" + series, heir);
    belongs("/api/v1/waitlist-entries/" + waiting, heir);
    belongs("/api/v1/calendars/" + calendar, heir);
    assertThat(district.eventsOf(request))
        .isEqualTo("booking-requested.v1 booking-request-handed-over.v1");
    as(Roles.SITE_MANAGER)
        .header("If-Match", "\"0\"")
        .post("/api/v1/bookings/" + booking + "/cancellation")
        .then()
        .statusCode(200);
    as(Roles.REGISTRAR)
        .get("/api/v1/waitlist-entries/" + waiting)
        .then()
        .body("state", equalTo("PROMOTED"));
  }

  private static String made(String path, Map<String, Object> wish, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(wish);
    body.putAll(more);
    return as(Roles.SECRETARY)
        .body(body)
        .post("/api/v1/" + path)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String past(JsonPath site, UUID organization) {
    String id = UUID.randomUUID().toString();
    district.text(
        """
        insert into booking (booking_id, site_id, space_id, organization_id, starts_at, ends_at,
                             blocked_from, blocked_until, state, booked_at, version)
        values (?::uuid, ?::uuid, ?::uuid, ?, '2009-07-01', '2009-07-02', '2009-07-01',
                '2009-07-02', 'CONFIRMED', '2009-06-30', 0)
        returning booking_id""",
        id,
        site.getString("id"),
        site.getString("spaces[0].id"),
        organization);
    return id;
  }

  private static void belongs(String path, UUID organization) {
    as(Roles.REGISTRAR)
        .get(path)
        .then()
        .statusCode(200)
        .body("organizationId", equalTo(organization.toString()));
  }

  private UUID decide(UUID source, UUID heir) {
    UUID id = UUID.randomUUID();
    ReorganizationDecided decision =
        new ReorganizationDecided(
            id,
            ReorganizationKind.DISSOLUTION,
            List.of(source),
            List.of(heir),
            Map.of(source, heir),
            Map.of());
    try (Connection connection = dataSource.getConnection()) {
      copy.apply(
          List.of(
              new RecordedEvent(
                  UUID.randomUUID(), Instant.now(), LocalDate.parse(ON), 1, null, null, decision)),
          connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return id;
  }
}
