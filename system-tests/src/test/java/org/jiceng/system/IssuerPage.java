package org.jiceng.system;

import com.microsoft.playwright.Page;

/** The sign-in page of the local issuer. */
final class IssuerPage {
  private IssuerPage() {}

  /** Signs in as the ready user of a role. */
  static void signIn(Page page, String role) {
    page.locator("button#" + role).click();
  }

  /** Signs in as the ready user of a role, for one organisation and all below it. */
  static void signIn(Page page, String role, String organizationId) {
    page.locator("form:has(#" + role + ") [name=claims]")
        .evaluate(
            "(claims, id) => { claims.value = JSON.stringify({ ...JSON.parse(claims.value), org_id: id }); }",
            organizationId);
    signIn(page, role);
  }
}
