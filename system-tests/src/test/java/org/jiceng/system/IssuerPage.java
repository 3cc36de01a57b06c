package org.jiceng.system;

import com.microsoft.playwright.Page;

/** The sign-in page of the local issuer. */
final class IssuerPage {
  private IssuerPage() {}

  /** Signs in as the ready user of a role. */
  static void signIn(Page page, String role) {
    page.locator("button#" + role).click();
  }
}
