package org.jiceng.system;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The real browser of the tests of pages. */
final class Chromium implements AutoCloseable {
  private static final Path SHOTS = Path.of("target", "screenshots");

  private final Playwright playwright =
      Playwright.create(
          new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new LaunchOptions()
                  .setExecutablePath(installed())
                  .setArgs(
                      List.of(
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-background-networking",
                          "--no-first-run")));

  Browser browser() {
    return browser;
  }

  /** Where a picture of the whole page goes. */
  static ScreenshotOptions shot(String name) {
    return new ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Path installed() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the browser tests need Chromium: apt-get install chromium"));
  }
}
