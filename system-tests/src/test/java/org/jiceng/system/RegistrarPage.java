package org.jiceng.system;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** The registrar's page as its tests open it and find their way on it. */
final class RegistrarPage {
  static final String PAGE = District.running().url("registry") + "/registrar/";
  private static final int PHONE = 390;

  private RegistrarPage() {}

  static BrowserContext phone(Chromium chromium) {
    return OfficePage.phone(chromium, PHONE);
  }

  static Page signedIn(BrowserContext context, List<String> faults) {
    return signedIn(context, "registrar", faults);
  }

  /** The page of a role. */
  static Page signedIn(BrowserContext context, String role, List<String> faults) {
    return OfficePage.signedIn(context, PAGE, page -> IssuerPage.signIn(page, role), faults);
  }

  static Locator gap(Page page, String name) {
    return page.locator("[data-gap='" + name + "']");
  }
}
