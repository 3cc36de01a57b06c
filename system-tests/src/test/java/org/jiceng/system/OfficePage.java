package org.jiceng.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.Consumer;

/** A page for an office as its tests open it, on a desk and on a phone. */
final class OfficePage {
  private OfficePage() {}

  static BrowserContext desk(Chromium chromium) {
    return chromium
        .browser()
        .newContext(new NewContextOptions().setViewportSize(1280, 900).setLocale("zh-CN"));
  }

  static BrowserContext phone(Chromium chromium, int width) {
    return chromium
        .browser()
        .newContext(
            new NewContextOptions()
                .setViewportSize(width, 844)
                .setDeviceScaleFactor(2)
                .setIsMobile(true)
                .setHasTouch(true)
                .setLocale("zh-CN"));
  }

  /** The page once somebody has signed in; what goes wrong in it, and what its policy blocks. */
  static Page signedIn(
      BrowserContext context, String address, Consumer<Page> signIn, List<String> faults) {
    Page page = context.newPage();
    page.onPageError(faults::add);
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            faults.add(message.text());
          }
        });
    page.navigate(address);
    page.locator("#sign-in a.button").click();
    signIn.accept(page);
    page.waitForSelector("body[data-ready]");
    return page;
  }

  static Locator section(Page page, String name) {
    return page.locator("[data-section='" + name + "']");
  }

  static void settled(Page page) {
    assertThat(page.locator("[aria-busy]")).hasCount(0);
  }

  static void fits(Page page) {
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .isTrue();
  }
}
