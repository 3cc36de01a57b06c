package org.jiceng.system;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The page of sites as its tests open it, and the sites, bookings and branches they need. */
final class SitesPage {
  static final String PAGE = District.running().url("activity") + "/sites/";

  /** A week in which nothing is over yet. */
  static final LocalDate MONDAY =
      LocalDate.now(SecretaryPage.ZONE).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

  private static final Api SITES = District.running().activity("registrar");
  private static final List<Map<String, String>> ALL_DAY =
      List.of(Map.of("opens", "08:00", "closes", "18:00"));

  private SitesPage() {}

  /** The page of a role of one organisation. */
  static Page signedIn(
      BrowserContext context, String role, String organizationId, List<String> faults) {
    return OfficePage.signedIn(
        context, PAGE, page -> IssuerPage.signIn(page, role, organizationId), faults);
  }

  static void show(Page page, String address) {
    page.navigate(PAGE + address);
    OfficePage.settled(page);
  }

  static String week(JsonNode site, int space) {
    return "#/calendar/%s?space=%s&week=%s"
        .formatted(site.path("id").asText(), spaceOf(site, space), MONDAY);
  }

  static Locator slot(Page page, LocalDate day, String time) {
    return page.locator("[data-slot='" + day + " " + time + "']");
  }

  static Locator list(Page page, String name) {
    return page.locator("[data-list='" + name + "']");
  }

  /** A new branch, once the activity service knows it too. */
  static String branch(String name) throws IOException, InterruptedException {
    String id = SecretaryPage.branch(name);
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> SITES.get("organizations?id=" + id).body().path("items").size() == 1);
    return id;
  }

  /**
   * A site that is open from eight to six on working days, with a space that one books at once and
   * one whose bookings are decided on.
   */
  static JsonNode site(String keeper, String name) throws IOException, InterruptedException {
    Map<String, Object> wanted =
        Map.of(
            "code",
            "SP" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(),
            "name",
            name,
            "kind",
            "ACTIVITY_ROOM",
            "origin",
            "COMMUNITY",
            "areaCode",
            SITES.get("sites?limit=1").body().at("/items/0/areaCode").asText(),
            "organizationId",
            keeper,
            "floorArea",
            120.5,
            "effectiveOn",
            "2010-06-01",
            "spaces",
            List.of(Map.of("name", "会议室", "capacity", 20), Map.of("name", "多功能厅", "capacity", 80)));
    Api.Answer opened = SecretaryPage.made(SITES.post("sites", wanted));
    String path = "sites/" + opened.text("id");
    Map<String, Object> decided =
        Map.of("setUpMinutes", 0, "clearUpMinutes", 0, "approval", "MANUAL");
    Api.Answer described =
        SecretaryPage.made(
            SITES.put(path + "/spaces/" + spaceOf(opened.body(), 1), decided, opened.etag()));
    SecretaryPage.made(SITES.put(path + "/opening-hours", openingHours(), described.etag()));
    return SITES.get(path).body();
  }

  private static Map<String, Object> openingHours() {
    Map<String, Object> week =
        Map.of(
            "monday", ALL_DAY,
            "tuesday", ALL_DAY,
            "wednesday", ALL_DAY,
            "thursday", ALL_DAY,
            "friday", ALL_DAY);
    return Map.of("week", week, "holidayRule", "AS_USUAL");
  }

  static String spaceOf(JsonNode site, int number) {
    return site.at("/spaces/" + number + "/id").asText();
  }

  static String booked(JsonNode site, int space, String who, LocalDate day, String from, String to)
      throws IOException, InterruptedException {
    return SecretaryPage.made(
            SITES.post(
                "bookings",
                Map.of(
                    "spaceId",
                    spaceOf(site, space),
                    "organizationId",
                    who,
                    "startsAt",
                    moment(day, from).toString(),
                    "endsAt",
                    moment(day, to).toString())))
        .text("id");
  }

  static Api.Answer booking(String id) throws IOException, InterruptedException {
    return SITES.get("bookings/" + id);
  }

  /** What an organisation has booked of the space that is booked at once. */
  static JsonNode bookingsOf(String organizationId, JsonNode site)
      throws IOException, InterruptedException {
    String asked = "bookings?organizationId=" + organizationId + "&spaceId=" + spaceOf(site, 0);
    return SITES.get(asked).body().path("items");
  }

  static Instant moment(LocalDate day, String time) {
    return day.atTime(LocalTime.parse(time)).atZone(SecretaryPage.ZONE).toInstant();
  }
}
