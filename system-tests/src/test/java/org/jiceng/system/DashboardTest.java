package org.jiceng.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jiceng.system.Chromium.shot;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForSelectorOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The dashboard in a real Chromium, on a desk and on a phone, in both languages. */
class DashboardTest {
  private static final District DISTRICT = District.running();
  private static Chromium chromium;
  private static Browser browser;

  @BeforeAll
  static void openBrowser() {
    chromium = new Chromium();
    browser = chromium.browser();
  }

  @AfterAll
  static void closeBrowser() {
    chromium.close();
  }

  @Test
  void aReporterSignsInAndSeesTheDistrictInBothLanguages() {
    try (BrowserContext desk =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(1280, 900).setLocale("zh-CN"))) {
      List<String> faults = new ArrayList<>();
      Page page = desk.newPage();
      page.onPageError(faults::add);
      signInAndAwait(page, "?asOf=2009-12-31");

      assertThat(card(page, "members.affiliated")).containsText("党员");
      page.screenshot(shot("desktop-zh"));
      String members = value(page, "members.affiliated");

      page.click("#language");
      page.waitForSelector("body[data-drawn$=' en']");
      assertThat(page.locator("html")).hasAttribute("lang", "en");
      assertThat(value(page, "members.affiliated")).isEqualTo(members);
      page.screenshot(shot("desktop-en"));

      assertThat(faults).isEmpty();
    }
  }

  @Test
  void theTableOfTownshipsCanBeSortedByKeyboard() {
    try (BrowserContext desk = browser.newContext()) {
      Page page = desk.newPage();
      signInAndAwait(page, "?asOf=2009-12-31");
      Locator members = page.locator("#townships thead th").nth(6);

      members.locator("button").focus();
      page.keyboard().press("Enter");

      assertThat(page.locator("#townships thead th").nth(6))
          .hasAttribute("aria-sort", "descending");
      List<Long> column =
          page.locator("#townships tbody tr td:nth-child(7)").allTextContents().stream()
              .map(text -> Long.valueOf(text.replaceAll("\\D", "")))
              .toList();
      assertThat(column)
          .hasSizeGreaterThan(1)
          .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }
  }

  @Test
  void aPhoneShowsItAllWithoutSidewaysScrolling() {
    try (BrowserContext phone =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setDeviceScaleFactor(2)
                .setIsMobile(true)
                .setLocale("zh-CN"))) {
      Page page = phone.newPage();
      signInAndAwait(page, "?asOf=2009-12-31");

      assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isTrue();
      page.screenshot(shot("phone-zh"));
    }
  }

  private static void signInAndAwait(Page page, String query) {
    page.navigate(DISTRICT.url("reporting") + "/" + query);
    page.locator("#sign-in a.button").click();
    IssuerPage.signIn(page, "reporter");
    page.navigate(DISTRICT.url("reporting") + "/" + query);
    page.waitForSelector("body[data-drawn]", new WaitForSelectorOptions().setTimeout(15_000));
  }

  private static Locator card(Page page, String indicator) {
    return page.locator("[data-indicator='" + indicator + "']");
  }

  private static String value(Page page, String indicator) {
    return card(page, indicator).locator(".value").textContent();
  }
}
