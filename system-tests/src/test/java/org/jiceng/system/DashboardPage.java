package org.jiceng.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The dashboard as its tests open it. */
final class DashboardPage {
  static final String PAGE = District.running().url("reporting") + "/";

  /** A day of the sample on which there is something of everything. */
  static final String DAY = "2009-12-31";

  /** As long as other tests may keep the machine busy. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final District DISTRICT = District.running();

  private DashboardPage() {}

  static Page signedIn(BrowserContext context, String role, List<String> faults) {
    Page page = OfficePage.signedIn(context, PAGE, shown -> IssuerPage.signIn(shown, role), faults);
    settled(page);
    return page;
  }

  /** The page of a role of one organisation. */
  static Page signedIn(
      BrowserContext context, String role, String organizationId, List<String> faults) {
    Page page =
        OfficePage.signedIn(
            context, PAGE, shown -> IssuerPage.signIn(shown, role, organizationId), faults);
    settled(page);
    return page;
  }

  /** Goes to an address of the page, as from a bookmark. */
  static void show(Page page, String address) {
    page.navigate("about:blank");
    page.navigate(PAGE + address);
    page.waitForSelector("body[data-drawn]");
    settled(page);
  }

  static void settled(Page page) {
    page.waitForSelector("body[data-drawn]");
    assertThat(page.locator("[aria-busy]"))
        .hasCount(0, new HasCountOptions().setTimeout(PATIENCE.toMillis()));
  }

  static Locator headline(Page page, String indicator) {
    return page.locator("[data-indicator='" + indicator + "']");
  }

  static String value(Page page, String indicator) {
    return headline(page, indicator).locator(".value").textContent();
  }

  static Locator row(Page page, String place) {
    return page.locator("#below [data-place='" + place + "']");
  }

  /** A figure of the whole district on a day as the API tells it. */
  static double told(String indicator, String asOf) throws IOException, InterruptedException {
    return DISTRICT
        .reporting("auditor")
        .get("statistics?indicators=" + indicator + "&asOf=" + asOf)
        .body()
        .at("/values/0/value")
        .asDouble();
  }

  /** Sets a target for the district in the year of the day; its id. */
  static String target(String indicator, String direction, Number value)
      throws IOException, InterruptedException {
    String district =
        DISTRICT.reporting("auditor").get("statistics/place").body().at("/trail/0/area").asText();
    Map<String, Object> wanted =
        Map.of(
            "indicator", indicator,
            "area", district,
            "direction", direction,
            "value", value,
            "from", "2009-01-01",
            "until", DAY);
    Api.Answer set =
        DISTRICT
            .reporting("district-admin")
            .post("targets", wanted, "Idempotency-Key", UUID.randomUUID().toString());
    if (set.status() != 201) {
      throw new IllegalStateException(set.status() + " " + set.body());
    }
    return set.text("id");
  }

  /** Waits until an organisation has figures and lies in scopes. */
  static void awaitFolded(String organizationId) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> isNamed("statistics/place?organization=" + organizationId));
  }

  /** The name of an organisation comes with the scopes in which it lies. */
  private static boolean isNamed(String question) throws IOException, InterruptedException {
    JsonNode trail = DISTRICT.reporting("auditor").get(question).body().path("trail");
    return trail.path(trail.size() - 1).path("name").isTextual();
  }

  /** The code of the first township of the sample. */
  static String township() throws IOException, InterruptedException {
    return DISTRICT
        .reporting("auditor")
        .get("statistics/by-area?level=township&indicators=members.affiliated&asOf=" + DAY)
        .body()
        .at("/areas/0/area")
        .asText();
  }
}
