package org.jiceng.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** The registrar's page as its tests open it and find their way on it. */
final class RegistrarPage {
  static final String PAGE = District.running().url("registry") + "/registrar/";

  private RegistrarPage() {}

  static BrowserContext desk(Chromium chromium) {
    return chromium
        .browser()
        .newContext(new NewContextOptions().setViewportSize(1280, 900).setLocale("zh-CN"));
  }

  static BrowserContext phone(Chromium chromium) {
    return chromium
        .browser()
        .newContext(
            new NewContextOptions()
                .setViewportSize(390, 844)
                .setDeviceScaleFactor(2)
                .setIsMobile(true)
                .setHasTouch(true)
                .setLocale("zh-CN"));
  }

  static Page signedIn(BrowserContext context, List<String> faults) {
    return signedIn(context, "registrar", faults);
  }

  /** The page of a role; what goes wrong in it, and what its policy blocks, is noted. */
  static Page signedIn(BrowserContext context, String role, List<String> faults) {
    Page page = context.newPage();
    page.onPageError(faults::add);
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            faults.add(message.text());
          }
        });
    page.navigate(PAGE);
    page.locator("#sign-in a.button").click();
    IssuerPage.signIn(page, role);
    page.waitForSelector("body[data-ready]");
    return page;
  }

  static Locator section(Page page, String name) {
    return page.locator("[data-section='" + name + "']");
  }

  static Locator gap(Page page, String name) {
    return page.locator("[data-gap='" + name + "']");
  }

  static void settled(Page page) {
    assertThat(page.locator("[aria-busy]")).hasCount(0);
  }

  static void fits(Page page) {
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .isTrue();
  }
}
