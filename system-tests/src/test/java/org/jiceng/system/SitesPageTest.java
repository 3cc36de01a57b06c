package org.jiceng.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jiceng.system.Chromium.shot;
import static org.jiceng.system.OfficePage.desk;
import static org.jiceng.system.OfficePage.fits;
import static org.jiceng.system.OfficePage.phone;
import static org.jiceng.system.OfficePage.settled;
import static org.jiceng.system.SitesPage.MONDAY;
import static org.jiceng.system.SitesPage.booked;
import static org.jiceng.system.SitesPage.booking;
import static org.jiceng.system.SitesPage.bookingsOf;
import static org.jiceng.system.SitesPage.branch;
import static org.jiceng.system.SitesPage.list;
import static org.jiceng.system.SitesPage.show;
import static org.jiceng.system.SitesPage.signedIn;
import static org.jiceng.system.SitesPage.site;
import static org.jiceng.system.SitesPage.slot;
import static org.jiceng.system.SitesPage.week;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of sites in a real Chromium, by keyboard and mouse, on a desk and on a phone. */
class SitesPageTest {
  private static final int NARROW = 360;
  private static Chromium chromium;
  private static String keeper;
  private static String booker;
  private static JsonNode site;
  private final List<String> faults = new ArrayList<>();

  @BeforeAll
  static void openBrowserAndSite() throws Exception {
    chromium = new Chromium();
    keeper = branch("阵地管理支部");
    booker = branch("订场支部");
    site = site(keeper, "滨河<b>活动室");
  }

  @AfterAll
  static void closeBrowser() {
    chromium.close();
  }

  @Test
  void aSiteIsFoundAndATimeBookedByKeyboardAloneAndATakenOneGivesWayToTheNearest()
      throws Exception {
    booked(site, 0, keeper, MONDAY.plusDays(1), "09:00", "11:00");
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, "secretary", booker, faults);
      page.fill("#site-words", "滨河<b>活");
      page.press("#site-words", "Enter");
      settled(page);
      Axe.findsNothingSerious(page);
      page.locator("[data-site='" + site.path("id").asText() + "']").click();
      assertThat(page.locator("h1:visible")).hasText("滨河<b>活动室");
      show(page, week(site, 0));
      assertThat(slot(page, MONDAY.plusDays(1), "09:30")).hasAttribute("data-is", "taken");
      assertThat(slot(page, MONDAY.plusDays(5), "09:30")).hasAttribute("data-is", "shut");
      Axe.findsNothingSerious(page);
      page.screenshot(shot("sites-week"));

      page.locator("[role=grid] [tabindex='0']").focus();
      assertThat(slot(page, MONDAY, "08:00")).isFocused();
      press(page, "ArrowDown", "ArrowRight", "Shift+ArrowDown");
      // what is taken cannot be taken along
      assertThat(slot(page, MONDAY.plusDays(1), "08:30")).isFocused();
      press(page, "ArrowLeft", "Shift+ArrowDown", "Shift+ArrowDown");
      assertThat(page.locator("[aria-selected=true]")).hasCount(3);
      page.keyboard().press("Enter");
      Locator dialog = page.locator("dialog");
      assertThat(dialog.locator("[name=from]")).hasValue("08:30");
      assertThat(dialog.locator("[name=until]")).hasValue("10:00");
      assertThat(dialog.locator(".chosen li")).containsText("订场支部");
      dialog.locator("[name=attendees]").fill("21");
      dialog.locator(".button").press("Enter");
      assertThat(dialog.locator("[name=attendees]")).hasAttribute("aria-invalid", "true");
      dialog.locator("[name=attendees]").fill("12");
      dialog.locator("[name=date]").fill(MONDAY.plusDays(1).toString());
      dialog.locator("[name=from]").fill("09:00");
      dialog.locator(".button").press("Enter");
      Locator nearest = list(page, "alternatives").locator("[data-alternative]");
      assertThat(nearest.first()).containsText("滨河<b>活动室 · 会议室");
      Axe.findsNothingSerious(page);
      page.screenshot(shot("sites-taken"));
      nearest.first().press("Enter");
      assertThat(dialog).hasCount(0);
      assertThat(bookingsOf(booker, site)).hasSize(1);
      String had = bookingsOf(booker, site).at("/0/id").asText();
      assertThat(page.locator("[data-booking='" + had + "']").first()).isVisible();

      page.click("#language");
      assertThat(page.locator("#to-requests")).hasText("Requests");
      settled(page);
      Axe.findsNothingSerious(page);
      page.screenshot(shot("sites-week-en"));
      page.locator("[data-booking='" + had + "']").first().press("Enter");
      dialog.locator("[data-action=cancelBooking]").press("Enter");
      page.locator("dialog .button").press("Enter");
      assertThat(dialog.locator("[data-booking]")).hasAttribute("data-state", "CANCELLED");
      page.keyboard().press("Escape");
      assertThat(page.locator("[role=grid] [data-booking='" + had + "']")).hasCount(0);
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void aMouseDrawsOverWhatIsFreeAndABookingMadeTwiceIsMadeOnce() throws Exception {
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, "secretary", keeper, faults);
      show(page, week(site, 0));
      slot(page, MONDAY.plusDays(3), "13:00").hover();
      page.mouse().down();
      slot(page, MONDAY.plusDays(3), "14:30").hover();
      page.mouse().up();
      assertThat(page.locator("dialog [name=until]")).hasValue("15:00");
      page.locator("dialog .button").dblclick();
      assertThat(slot(page, MONDAY.plusDays(3), "14:30")).hasAttribute("data-is", "taken");
      assertThat(slot(page, MONDAY.plusDays(3), "15:00")).hasAttribute("data-is", "free");
      assertThat(bookingsOf(keeper, site))
          .filteredOn(
              one -> one.path("startsAt").asText().startsWith(MONDAY.plusDays(3).toString()))
          .hasSize(1);
    }
  }

  @Test
  void aRequestIsApprovedOnceThoughPressedTwiceAndAnotherRefusedWithAReason() throws Exception {
    String one = booked(site, 1, booker, MONDAY.plusDays(2), "10:00", "11:00");
    String other = booked(site, 1, booker, MONDAY.plusDays(2), "10:30", "11:30");
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, "site-manager", keeper, faults);
      page.click("#to-requests");
      Locator row = page.locator("[data-booking='" + one + "']");
      assertThat(row).containsText("订场支部");
      settled(page);
      Axe.findsNothingSerious(page);
      page.screenshot(shot("sites-requests"));
      row.locator("[data-action=approval]").click();
      page.locator("dialog .button").dblclick();
      assertThat(row).hasAttribute("data-state", "CONFIRMED");
      assertThat(booking(one).body().path("version").asLong()).isEqualTo(1);

      Locator late = page.locator("[data-booking='" + other + "']");
      late.locator("[data-action=approval]").click();
      page.locator("dialog .button").click();
      assertThat(page.locator("dialog [role=alert]")).not().isEmpty();
      page.keyboard().press("Escape");
      late.locator("[data-action=refusal]").click();
      page.selectOption("dialog [name=reasonCode]", "NEEDED_OURSELVES");
      page.locator("dialog .button").click();
      assertThat(late).hasAttribute("data-state", "REFUSED");
      assertThat(late).containsText("阵地自用");

      show(page, "#/usage?from=" + MONDAY + "&until=" + MONDAY.plusDays(6));
      assertThat(list(page, "usage").locator("tbody tr")).containsText("滨河<b>活动室");
      Axe.findsNothingSerious(page);
      page.screenshot(shot("sites-usage"));
      assertThat(page.locator("#to-activities")).isHidden();
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void everyViewFitsAPhoneInBothLanguages() throws Exception {
    booked(site, 0, keeper, MONDAY.plusDays(4), "09:00", "11:00");
    try (BrowserContext context = phone(chromium, NARROW)) {
      Page page = signedIn(context, "secretary", keeper, faults);
      for (String language : List.of("zh", "en")) {
        for (String view : List.of("#/", "#/requests", "#/usage", "#/activities")) {
          show(page, view);
          fits(page);
          Axe.findsNothingSerious(page);
          page.screenshot(shot("sites-phone-" + view.substring(2) + "-" + language));
        }
        show(page, week(site, 0));
        assertThat(page.locator("[role=grid]")).hasCount(0);
        Locator friday = page.locator("[data-day='" + MONDAY.plusDays(4) + "']");
        assertThat(friday.locator("[data-booking]")).containsText("阵地管理支部");
        fits(page);
        Axe.findsNothingSerious(page);
        page.screenshot(shot("sites-phone-week-" + language));
        friday.locator("[data-free]").last().tap();
        assertThat(page.locator("dialog [name=from]")).hasValue("11:00");
        fits(page);
        Axe.findsNothingSerious(page);
        page.screenshot(shot("sites-phone-book-" + language));
        page.keyboard().press("Escape");
        page.locator("#language").tap();
        settled(page);
      }
      assertThat(faults).isEmpty();
    }
  }

  private static void press(Page page, String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }
}
