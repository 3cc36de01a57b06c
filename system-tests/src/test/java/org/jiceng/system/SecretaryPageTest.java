package org.jiceng.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jiceng.system.Chromium.shot;
import static org.jiceng.system.OfficePage.desk;
import static org.jiceng.system.OfficePage.fits;
import static org.jiceng.system.OfficePage.phone;
import static org.jiceng.system.OfficePage.section;
import static org.jiceng.system.OfficePage.settled;
import static org.jiceng.system.SecretaryPage.away;
import static org.jiceng.system.SecretaryPage.branch;
import static org.jiceng.system.SecretaryPage.confirm;
import static org.jiceng.system.SecretaryPage.member;
import static org.jiceng.system.SecretaryPage.pick;
import static org.jiceng.system.SecretaryPage.press;
import static org.jiceng.system.SecretaryPage.probationary;
import static org.jiceng.system.SecretaryPage.show;
import static org.jiceng.system.SecretaryPage.signedIn;
import static org.jiceng.system.SecretaryPage.today;
import static org.jiceng.system.SecretaryPage.transferred;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The secretary's page in a real Chromium, on a desk and on a phone. */
class SecretaryPageTest {
  private static final Api MEMBERS = District.running().member("registrar");
  private static final int NARROW = 360;
  private static final double SOON = 30_000;
  private static Chromium chromium;
  private final List<String> faults = new ArrayList<>();

  @BeforeAll
  static void openBrowser() {
    chromium = new Chromium();
  }

  @AfterAll
  static void closeBrowser() {
    chromium.close();
  }

  @Test
  void whatIsToBeDoneTodayIsCountedAndEachCountLeadsToItsList() throws Exception {
    String office = busyOffice("待办支部");
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, office, faults);
      settled(page);
      assertThat(page.locator("#office")).hasText("待办支部");
      assertThat(page.locator("[data-todo=waiting] b")).hasText("1");
      assertThat(page.locator("[data-todo=contactsOverdue] b")).hasText("1");
      assertThat(page.locator("[data-todo=probationOver] b")).hasText("1");
      assertThat(page.locator("[data-todo=probationEnding] b")).hasText("1");
      Axe.findsNothingSerious(page);
      page.screenshot(shot("secretary-today"));

      page.locator("[data-todo=contactsOverdue]").click();
      assertThat(page.locator("[data-side=home] [data-absence]")).containsText("逾期 10 天");
      page.goBack();
      page.locator("[data-todo=probationEnding]").click();
      assertThat(page.locator("[data-list=probation] [data-member]")).hasCount(2);
      page.click("#language");
      assertThat(page.locator("h1:visible")).hasText("Probation");
      settled(page);
      page.screenshot(shot("secretary-probation-en"));
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void theRosterOfADayIsFilteredSearchedSavedAndOpenedToACard() throws Exception {
    String office = branch("名册支部");
    String full = member(office, "名册甲");
    probationary(office, "名册乙", today().minusMonths(3));
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, office, faults);
      page.click("#to-roster");
      Locator lines = page.locator("[data-list=roster] tbody tr");
      assertThat(lines).hasCount(2);
      settled(page);
      Axe.findsNothingSerious(page);
      page.screenshot(shot("secretary-roster"));

      page.selectOption("#status", "PROBATIONARY");
      assertThat(lines).hasCount(1);
      page.selectOption("#status", "");
      page.fill("#as-of", "2025-12-31");
      assertThat(page.locator("[data-list=roster]")).containsText("这一天名册上没有党员");

      show(page, "#/roster");
      page.fill("#who-search", "名册甲");
      page.press("#who-search", "Enter");
      assertThat(lines).hasCount(1);
      assertThat(page.url()).doesNotContain("%");
      page.fill("#who-search", "名册");
      page.press("#who-search", "Enter");
      assertThat(page.locator("[data-list=roster]")).containsText("没有叫“名册”的党员");

      APIResponse file =
          context
              .request()
              .get(
                  District.running()
                      .url("member")
                      .resolve(page.locator("a[download]").getAttribute("href"))
                      .toString());
      assertThat(file.status()).isEqualTo(200);
      assertThat(file.headers().get("content-type")).contains("spreadsheetml");

      show(page, "#/roster/" + full);
      assertThat(page.locator("h1:visible")).hasText("名册甲");
      assertThat(section(page, "affiliations")).containsText("名册支部");
      assertThat(section(page, "history")).containsText("登记为党员");
      settled(page);
      Axe.findsNothingSerious(page);
      page.screenshot(shot("secretary-card"));
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator("body > header")).isHidden();
      page.screenshot(shot("secretary-card-printed"));
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void aFileIsCheckedPutRightAndOnlyThenTakenIn() throws Exception {
    String office = branch("导入支部");
    String code = MEMBERS.get("organizations?id=" + office).body().at("/items/0/code").asText();
    String good = NewMembers.HEADER + "\n" + NewMembers.row(code, 790_011) + "\n";
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, office, faults);
      show(page, "#/roster");
      page.locator("[data-action=import]").click();
      choose(page, good.replace("FULL", "??"));
      page.locator("[data-action=check]").click();
      assertThat(page.locator(".faults tbody tr")).hasCount(1);
      assertThat(page.locator(".faults tbody tr td").first()).hasText("2");
      assertThat(page.locator("[data-action=marked-file]")).isVisible();
      Axe.findsNothingSerious(page);
      page.screenshot(shot("secretary-import-refused"));

      choose(page, good);
      assertThat(page.locator(".faults")).hasCount(0);
      page.locator("[data-action=check]").click();
      assertThat(page.locator("dialog .fine")).containsText("共 1 行");
      page.screenshot(shot("secretary-import-good"));
      assertThat(MEMBERS.get("members?organizationId=" + office).body().path("items")).isEmpty();
      page.locator("[data-action=import-now]").dblclick();
      assertThat(page.locator("#notice")).containsText("已导入 1 行");
      assertThat(page.locator("[data-list=roster] tbody tr")).hasCount(1);
    }
  }

  @Test
  void aContactIsRecordedAndTheNextIsDueLater() throws Exception {
    String office = branch("联系支部");
    String absence = away(member(office, "外出甲"), today().minusDays(100));
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, office, faults);
      show(page, "#/mobile");
      Locator row = page.locator("[data-absence='" + absence + "']");
      assertThat(row).containsText("逾期 10 天");
      press(row, "contact");
      page.selectOption("dialog [name=how]", "VISIT");
      page.locator("dialog .button").dblclick();
      assertThat(row).containsText("90 天后到期");
      assertThat(MEMBERS.get("absences/" + absence + "/contacts").body()).hasSize(1);
      Axe.findsNothingSerious(page);

      press(row, "comeBack");
      confirm(page);
      assertThat(row).containsText("已结束");
      assertThat(row.locator("[data-action]")).hasCount(0);
    }
  }

  @Test
  void whoIsReportedAwayIsHostedByTheOfficeThatWasAskedAndThenMovesThere() throws Exception {
    String home = branch("流出支部");
    String host = branch("流入接收支部");
    String mover = member(home, "流动乙");
    try (BrowserContext one = desk(chromium);
        BrowserContext other = desk(chromium)) {
      Page away = signedIn(one, home, faults);
      show(away, "#/mobile");
      away.locator(".heading [data-action=reportAbsence]").click();
      pick(away, "memberId", "流动乙", mover);
      pick(away, "hostId", "流入接收支部", host);
      away.fill("dialog [name=since]", today().minusDays(40).toString());
      away.fill("dialog [name=whereabouts]", "本区某园区");
      Axe.findsNothingSerious(away);
      away.screenshot(shot("secretary-report-absence"));
      confirm(away);
      assertThat(away.locator("[data-side=home] [data-absence]")).containsText("尚未接收");

      Page hosting = signedIn(other, host, faults);
      hosting.locator("[data-todo=asked]").click();
      press(hosting.locator("[data-side=asked] [data-absence]"), "accept");
      confirm(hosting);
      assertThat(hosting.locator("[data-side=asked] [data-absence]")).containsText("已接收");
      show(hosting, "#/mobile?list=hosted");
      assertThat(hosting.locator("[data-side=hosted] [data-registration]")).containsText("已对应流出地");
      Axe.findsNothingSerious(hosting);
      hosting.screenshot(shot("secretary-mobile"));

      away.click("#to-mobile");
      press(away.locator("[data-side=home] [data-absence]"), "convert");
      confirm(away);
      assertThat(SecretaryPage.transfer(away, "out")).containsText("流动乙");
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void aProbationaryMemberIsConfirmedByKeyboardAlone() throws Exception {
    String office = branch("转正支部");
    String candidate = probationary(office, "预备甲", today().minusMonths(13));
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, office, faults);
      settled(page);
      tabTo(page, "[data-todo=probationOver]");
      page.keyboard().press("Enter");
      assertThat(page.locator("[data-member='" + candidate + "']")).isVisible();
      tabTo(page, "[data-action=confirmMember]");
      page.keyboard().press("Enter");
      assertThat(page.locator("dialog [name=effectiveOn]")).isFocused();
      page.keyboard().press("Enter");
      assertThat(page.locator("[data-member='" + candidate + "']")).isFocused();
      assertThat(page.locator("[data-member='" + candidate + "']")).containsText("已转正");
      assertThat(MEMBERS.get("members/" + candidate).text("status")).isEqualTo("FULL");
    }
  }

  @Test
  void probationIsExtendedOnlyAsLongAsTheRulesAllowAndEnded() throws Exception {
    String office = branch("延长支部");
    String candidate = probationary(office, "预备乙", today().minusMonths(12));
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, office, faults);
      show(page, "#/probation");
      Locator row = page.locator("[data-member='" + candidate + "']");
      press(row, "extend");
      String proposed = page.locator("dialog [name=until]").inputValue();
      page.fill("dialog [name=until]", today().plusDays(30).toString());
      confirm(page);
      assertThat(page.locator("dialog .by-field")).containsText("预备期延长的最短期限");
      page.screenshot(shot("secretary-extend-refused"));
      page.fill("dialog [name=until]", proposed);
      confirm(page);
      assertThat(row).containsText("已延长");
      assertThat(row.locator("[data-action=extend]")).hasCount(0);

      press(row, "endMembership");
      page.selectOption("dialog [name=reason]", "PROBATION_ENDED");
      confirm(page);
      assertThat(row).containsText("取消预备党员资格");
    }
  }

  @Test
  void whatIsAnotherOfficesIsNotThere() throws Exception {
    String office = branch("本支部");
    String stranger = member(branch("别的支部"), "外人");
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, office, faults);
      show(page, "#/roster/" + stranger);
      assertThat(page.locator("#roster [role=alert]")).isVisible();
      assertThat(page.locator("#roster")).not().containsText("外人");
      show(page, "#/roster");
      page.fill("#who-search", "外人");
      page.press("#who-search", "Enter");
      assertThat(page.locator("[data-list=roster]")).containsText("没有叫“外人”的党员");
    }
  }

  @Test
  void whoMayOnlyReadIsOfferedNothingAndWhoMayNotIsToldSo() {
    try (BrowserContext context = desk(chromium)) {
      Page page =
          OfficePage.signedIn(
              context, SecretaryPage.PAGE, at -> IssuerPage.signIn(at, "auditor"), faults);
      show(page, "#/probation");
      assertThat(page.locator("[data-list=probation] [data-member]").first())
          .isVisible(
              new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                  .setTimeout(SOON));
      assertThat(page.locator("[data-action]")).hasCount(0);
    }
    try (BrowserContext context = desk(chromium)) {
      Page page = context.newPage();
      page.navigate(SecretaryPage.PAGE);
      page.locator("#sign-in a.button").click();
      IssuerPage.signIn(page, "member");
      assertThat(page.locator("#trouble")).containsText("无权");
    }
  }

  @Test
  void aNarrowPhoneShowsItAllWithoutSidewaysScrolling() throws Exception {
    String office = busyOffice("手机支部");
    String someone = member(office, "手机甲");
    try (BrowserContext context = phone(chromium, NARROW)) {
      Page page = signedIn(context, office, faults);
      for (Map.Entry<String, String> view :
          Map.of(
                  "today", "#/",
                  "roster", "#/roster",
                  "transfers", "#/transfers",
                  "mobile", "#/mobile",
                  "probation", "#/probation",
                  "card", "#/roster/" + someone)
              .entrySet()) {
        show(page, view.getValue());
        fits(page);
        Axe.findsNothingSerious(page);
        page.screenshot(shot("secretary-phone-" + view.getKey()));
      }
      show(page, "#/transfers");
      press(SecretaryPage.transfer(page, "out"), "approval");
      fits(page);
      page.screenshot(shot("secretary-phone-approve"));
    }
  }

  /** An office with a transfer to decide on, a contact overdue, and two probations. */
  private static String busyOffice(String name) throws Exception {
    String office = branch(name);
    transferred(member(office, "待转甲"), branch(name + "转入方"));
    away(member(office, "待联系乙"), today().minusDays(100));
    probationary(office, "已满丙", today().minusMonths(12).minusDays(5));
    probationary(office, "将满丁", today().minusMonths(12).plusDays(10));
    return office;
  }

  private static void choose(Page page, String content) {
    page.setInputFiles(
        "#roster-file",
        new FilePayload("名册.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
  }

  private static void tabTo(Page page, String selector) {
    for (int i = 0; i < 40; i++) {
      page.keyboard().press("Tab");
      if ((Boolean)
          page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
        return;
      }
    }
    throw new AssertionError("the keyboard does not reach " + selector);
  }
}
