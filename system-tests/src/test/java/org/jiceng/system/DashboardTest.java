package org.jiceng.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jiceng.system.Chromium.shot;
import static org.jiceng.system.DashboardPage.DAY;
import static org.jiceng.system.DashboardPage.PATIENCE;
import static org.jiceng.system.DashboardPage.headline;
import static org.jiceng.system.DashboardPage.row;
import static org.jiceng.system.DashboardPage.settled;
import static org.jiceng.system.DashboardPage.show;
import static org.jiceng.system.DashboardPage.signedIn;
import static org.jiceng.system.DashboardPage.told;
import static org.jiceng.system.DashboardPage.township;
import static org.jiceng.system.DashboardPage.value;
import static org.jiceng.system.OfficePage.desk;
import static org.jiceng.system.OfficePage.fits;
import static org.jiceng.system.OfficePage.phone;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.PdfOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The dashboard in a real Chromium, by keyboard and mouse, on a desk, a phone and paper. */
class DashboardTest {
  private static final int NARROW = 360;
  private static final String ON_THE_DAY = "#/?asOf=" + DAY;
  private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff]+");
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

  @AfterEach
  void nothingWentWrongInThePage() {
    assertThat(faults).isEmpty();
  }

  @Test
  void aReporterSeesTheDistrictAtAGlanceInBothLanguages() throws Exception {
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, "reporter", faults);
      show(page, ON_THE_DAY);
      assertThat(headline(page, "members.affiliated")).containsText("党员");
      String members = value(page, "members.affiliated");
      assertThat(digits(members)).isEqualTo(Math.round(told("members.affiliated", DAY)));
      // the first one stands in front of all others
      assertThat(page.locator(".headline a[aria-current]")).hasCount(1);
      Axe.findsNothingSerious(page);
      page.screenshot(shot("dashboard-desk-zh"));
      noteFirstPaint(page);

      page.click("#language");
      page.waitForSelector("body[data-drawn$=' en']");
      settled(page);
      assertThat(page.locator("html")).hasAttribute("lang", "en");
      assertThat(value(page, "members.affiliated")).isEqualTo(members);
      Axe.findsNothingSerious(page);
      page.screenshot(shot("dashboard-desk-en"));
    }
  }

  @Test
  void oneGoesDownToACommunityByKeyboardAndBackByTheBrowser() throws Exception {
    String township = township();
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, "auditor", faults);
      show(page, ON_THE_DAY);
      String district = page.locator("#place").textContent();
      String members = value(page, "members.affiliated");

      row(page, township).locator("a").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("#place")).isFocused();
      settled(page);
      assertThat(page.locator("#place")).not().hasText(district);
      assertThat(page.locator(".way li")).hasText(new String[] {district});
      Axe.findsNothingSerious(page);

      Locator community = page.locator("#below tbody tr").first();
      String name = community.locator("a").textContent();
      community.locator("a").press("Enter");
      assertThat(page.locator("#place")).hasText(name);
      settled(page);
      assertThat(page.locator(".way li")).hasCount(2);
      Axe.findsNothingSerious(page);

      page.goBack();
      page.goBack();
      assertThat(page.locator("#place")).hasText(district);
      settled(page);
      assertThat(value(page, "members.affiliated")).isEqualTo(members);
    }
  }

  @Test
  void oneGoesDownByMouseOnTheMapAndUpByTheWayBack() {
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, "auditor", faults);
      show(page, ON_THE_DAY);
      String district = page.locator("#place").textContent();
      page.locator("#map .chart").click();
      assertThat(page.locator("#place")).not().hasText(district);
      settled(page);
      page.locator(".way a").first().click();
      assertThat(page.locator("#place")).hasText(district);
    }
  }

  @Test
  void theLineIsGoneDownToo() {
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, "auditor", faults);
      show(page, ON_THE_DAY);
      page.locator("[data-key='byLine']").click();
      assertThat(page.locator("[data-key='byLine']")).hasAttribute("aria-current", "true");
      settled(page);
      String top = page.locator("#below tbody a").first().textContent();
      page.locator("#below tbody a").first().click();
      assertThat(page.locator("#place")).hasText(top);
      settled(page);
      assertThat(page.locator("#below tbody tr").first()).isVisible();
      Axe.findsNothingSerious(page);
      page.screenshot(shot("dashboard-line"));
    }
  }

  @Test
  void daysAndComparisonStandInTheAddressAndComeBackWithIt() throws Exception {
    double now = told("members.affiliated", DAY);
    double before = told("members.affiliated", "2006-12-31");
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, "auditor", faults);
      show(page, ON_THE_DAY);
      assertThat(page.locator("#with")).hasValue("2008-12-31");
      page.selectOption("#preset", "threeYears");
      assertThat(page.locator("#freshness")).containsText("与 2006-12-31 对比");
      settled(page);
      assertThat(headline(page, "members.affiliated").locator(".change"))
          .containsText("(+%.1f%%)".formatted((now - before) / before * 100).replace(".0%", "%"));
      String address = page.url();
      headline(page, "organizations.total").locator("a").click();
      assertThat(headline(page, "organizations.total").locator("a[aria-current]")).hasCount(1);
      page.selectOption("#preset", "none");
      assertThat(page.locator("#freshness")).not().containsText("对比");
      settled(page);
      assertThat(page.locator("#below .change")).hasCount(0);

      page.goBack();
      page.goBack();
      assertThat(page).hasURL(address);
      assertThat(page.locator("#freshness")).containsText("与 2006-12-31 对比");
      page.fill("#with", "2010-01-01");
      assertThat(page.locator("#day-fault")).not().isEmpty();
      assertThat(page).hasURL(address);
    }
  }

  @Test
  void whatIsNotKnownIsNeverZeroAndZeroIsNeverUnknown() {
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, "auditor", faults);
      show(page, "#/?asOf=1900-01-01&with=none");
      assertThat(headline(page, "members.affiliated").locator("[data-none='noData']"))
          .hasText("无数据");
      assertThat(page.locator("[data-why='noData']")).isVisible();
      show(page, ON_THE_DAY);
      assertThat(value(page, "members.mobileAway")).isEqualTo("0");
      assertThat(headline(page, "cadence.compliance").locator(".value")).hasText("无数据");
    }
  }

  @Test
  void theTableIsSortedByKeyboardAndTakenAwayAsItIsSeen() throws Exception {
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, "auditor", faults);
      show(page, ON_THE_DAY);
      Locator organizations = page.locator("#below [data-key='sort organizations.total']");
      organizations.focus();
      page.keyboard().press("Enter");
      assertThat(organizations).isFocused();
      int column = 1 + (int) organizations.evaluate("button => button.closest('th').cellIndex");
      assertThat(page.locator("#below thead th").nth(column - 1))
          .hasAttribute("aria-sort", "descending");
      List<Long> figures =
          page.locator("#below tbody tr > :nth-child(" + column + ")").allTextContents().stream()
              .map(DashboardTest::digits)
              .toList();
      assertThat(figures).hasSizeGreaterThan(1).isSortedAccordingTo(reverseOrder());

      List<String> lines = Files.readAllLines(downloaded(page, "#below", "CSV").path());
      assertThat(lines).hasSize(figures.size() + 1);
      assertThat(lines.get(0)).contains("党组织总数").endsWith("2008-12-31");
      assertThat(lines.stream().skip(1)).allMatch(line -> line.split(",").length > 5);
      takenAwayAsSpreadsheets(page);
    }
  }

  /** The same tables as the service writes them, with numbers. */
  private static void takenAwayAsSpreadsheets(Page page) throws Exception {
    List<Row> below = sheet(downloaded(page, "#below", "XLSX"));
    assertThat(below.get(0).getCell(1).getText()).isEqualTo("地区\nArea");
    assertThat(below.get(0).getCell(3).getText())
        .isEqualTo("组织关系在区的党员（人）\nAffiliated members (persons)");
    assertThat(below).hasSize(1 + page.locator("#below tbody tr").count());
    String township = below.get(1).getCell(0).getText();
    long members = digits(row(page, township).locator("td").first().textContent());
    assertThat(below.get(1).getCell(3).getType()).isEqualTo(CellType.NUMBER);
    assertThat(below.get(1).getCell(3).asNumber().longValueExact()).isEqualTo(members);

    double told = told("members.affiliated", DAY);
    List<Row> trend = sheet(downloaded(page, "#trend", "XLSX"));
    Row last = trend.get(trend.size() - 1);
    assertThat(last.getCell(0).getText()).isEqualTo(DAY);
    assertThat(last.getCell(1).asNumber().doubleValue()).isEqualTo(told);
    Row glance = sheet(downloaded(page, ".tools", "XLSX")).get(1);
    assertThat(glance.getCell(1).getText()).isEqualTo("Affiliated members (persons)");
    assertThat(glance.getCell(2).asNumber().doubleValue()).isEqualTo(told);
    assertThat(glance.getCell(3).asNumber().doubleValue())
        .isEqualTo(told("members.affiliated", "2008-12-31"));
  }

  @Test
  void whatIsHiddenIsMarkedAndExplainedAndIsNeitherNoughtNorNothing() throws Exception {
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, "reporter", faults);
      show(page, ON_THE_DAY + "&by=line");
      Locator value = headline(page, "members.affiliated").locator(".value");
      assertThat(value.locator("[data-none='suppressed']")).hasText("不予显示");
      assertThat(value.locator("[data-none='suppressed']"))
          .hasAttribute("title", Pattern.compile("保护个人信息.*不等于 0"));
      assertThat(page.locator("[data-why='suppressed']")).containsText("为保护个人信息而隐去");
      assertThat(page.locator("#trend .legend")).containsText("的数值不予显示");
      assertThat(page.locator("[data-action='records'], [data-action='changes']")).hasCount(0);
      Locator hidden = page.locator("#below tbody tr:has([data-none='suppressed'])").first();
      String organization = hidden.locator("th").textContent();
      List<Row> file = sheet(downloaded(page, "#below", "XLSX"));
      Row same =
          file.stream()
              .filter(row -> row.getCell(1).getText().equals(organization))
              .findFirst()
              .orElseThrow();
      assertThat(same.getCell(4).getText()).isEqualTo("***");
      Axe.findsNothingSerious(page);
      page.screenshot(shot("dashboard-hidden"));
      page.click("#language");
      assertThat(value.locator("[data-none='suppressed']")).hasText("hidden");
    }
  }

  @Test
  void targetsShowBesideTheFiguresWhatIsNotMetFirst() throws Exception {
    String met = DashboardPage.target("areas.communities", "AT_LEAST", 1);
    String missed = DashboardPage.target("brands.total", "AT_LEAST", 1_000_000);
    String noData = DashboardPage.target("cadence.compliance", "AT_LEAST", 1);
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, "reporter", faults);
      show(page, ON_THE_DAY);
      Locator lines = page.locator("#targets li");
      assertThat(lines).hasCount(3);
      assertThat(lines.first()).hasAttribute("data-target", missed);
      assertThat(lines.first()).containsText("目标不低于 1,000,000");
      assertThat(lines.first().locator(".tag.bad")).hasText("未达标");
      assertThat(lines.nth(1)).hasAttribute("data-target", noData);
      assertThat(lines.nth(1)).containsText("无数据");
      assertThat(lines.nth(1).locator(".tag")).hasCount(0);
      assertThat(lines.last()).hasAttribute("data-target", met);
      assertThat(lines.last().locator(".tag.good")).hasText("已达标");
      List<Row> file = sheet(downloaded(page, "#targets", "XLSX"));
      assertThat(file.stream().skip(1).map(row -> row.getCell(9).asNumber().intValueExact()))
          .containsExactlyInAnyOrder(1, 1, 1_000_000);
      show(page, "#/?asOf=2008-12-31");
      assertThat(page.locator("#targets")).containsText("没有生效的目标");
    }
  }

  @Test
  void aFigureOpensToItsRecordsAndToWhatChangedIt() {
    try (BrowserContext context = desk(chromium)) {
      context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
      Page page = signedIn(context, "auditor", faults);
      show(page, ON_THE_DAY);
      page.locator("[data-action='records']").click();
      Locator first = page.locator("dialog tbody tr").first();
      assertThat(first.locator("th .named > span").first()).hasText("党员");
      assertThat(first.locator("td").first().locator("a")).hasText(CHINESE);
      assertThat(first.locator("td").nth(1).locator("a")).hasText(CHINESE);
      assertThat(first.locator("td").nth(1).locator("code")).hasText(Pattern.compile("\\d{12}"));
      assertThat(first.locator("td").nth(2)).hasText(Pattern.compile("\\d{4}-\\d{2}-\\d{2}"));
      first.locator(".copy").click();
      assertThat(first.locator(".copy")).hasText("已复制");
      assertThat(page.evaluate("navigator.clipboard.readText()"))
          .isEqualTo(first.locator(".id code").textContent());
      Axe.findsNothingSerious(page);
      page.screenshot(shot("dashboard-records"));
      page.keyboard().press("Escape");
      assertThat(page.locator("[data-action='records']")).isFocused();

      page.locator("[data-action='changes']").click();
      assertThat(first.locator("th")).hasText(CHINESE);
      assertThat(page.locator("dialog tbody")).not().containsText("org.jiceng");
      Axe.findsNothingSerious(page);
      page.screenshot(shot("dashboard-changes"));
      Locator organization = first.locator("td").nth(1).locator("a");
      String name = organization.textContent();
      organization.click();
      assertThat(page.locator("dialog")).hasCount(0);
      assertThat(page.locator("#place")).hasText(name);
    }
  }

  @Test
  void aSecretaryBeginsAtTheirOwnOrganisationAndSeesNothingOutside() throws Exception {
    String branch = SecretaryPage.branch("看板支部");
    DashboardPage.awaitFolded(branch);
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, "secretary", branch, faults);
      assertThat(page.locator("#place")).hasText("看板支部");
      assertThat(page.locator(".way li")).hasCount(0);
      Axe.findsNothingSerious(page);
      page.navigate(DashboardPage.PAGE + "#/?area=" + township());
      assertThat(page.locator(".failed [role=alert]")).isVisible();
      assertThat(page.locator("#figures .headline:visible")).hasCount(0);
      assertThat(page.locator("#place")).not().isVisible();
    }
  }

  @Test
  void itFitsANarrowPhoneAndIsReadableInTheDark() {
    try (BrowserContext context = phone(chromium, NARROW)) {
      Page page = signedIn(context, "auditor", faults);
      show(page, ON_THE_DAY);
      fits(page);
      Axe.findsNothingSerious(page);
      page.screenshot(shot("dashboard-phone"));
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      Axe.findsNothingSerious(page);
      page.screenshot(shot("dashboard-phone-dark"));
      page.locator("[data-action='records']").click();
      assertThat(page.locator("dialog tbody tr").first()).isVisible();
      fits(page);
      Axe.findsNothingSerious(page);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of("target/screenshots/dashboard-phone-records.png")));
    }
  }

  @Test
  void onPaperThereAreChartsAndTheirTablesAndNothingToPress() {
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, "auditor", faults);
      show(page, ON_THE_DAY);
      page.emulateMedia(
          new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
      assertThat(page.locator("#trend table")).isVisible();
      assertThat(page.locator("#trend .chart svg")).isVisible();
      assertThat(page.locator("button:visible:not(th button), input:visible, select:visible"))
          .hasCount(0);
      assertThat(page.locator("html")).hasCSS("color-scheme", "light");
      page.pdf(
          new PdfOptions()
              .setPath(Path.of("target", "screenshots", "dashboard.pdf"))
              .setPreferCSSPageSize(true));
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
      assertThat(page.locator("#trend table")).not().isVisible();
    }
  }

  @Test
  void whatIsCountedShowsByItselfAndLeavesFocusAndScrollAlone() throws Exception {
    String branch = SecretaryPage.branch("实时支部");
    DashboardPage.awaitFolded(branch);
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, "auditor", faults);
      show(page, "#/?organization=" + branch);
      assertThat(page.locator(".light[data-is='on']")).hasText("实时更新中");
      assertThat(value(page, "members.affiliated")).isEqualTo("0");
      headline(page, "sites.total").locator("a").focus();
      page.evaluate("scrollTo(0, 200)");

      SecretaryPage.member(branch, "实时党员");
      assertThat(headline(page, "members.affiliated").locator(".value"))
          .hasText("1", new HasTextOptions().setTimeout(PATIENCE.toMillis()));
      settled(page);
      assertThat(headline(page, "sites.total").locator("a")).isFocused();
      assertThat(((Number) page.evaluate("scrollY")).intValue()).isEqualTo(200);

      page.click("#live");
      assertThat(page.locator(".light")).hasAttribute("data-is", "paused");
      show(page, ON_THE_DAY);
      assertThat(page.locator(".light")).hasAttribute("data-is", "past");
    }
  }

  private static Download downloaded(Page page, String part, String form) {
    return page.waitForDownload(
        () -> page.locator(part + " .download[data-form='" + form + "']").first().click());
  }

  private static List<Row> sheet(Download file) throws IOException {
    assertThat(file.suggestedFilename()).endsWith(".xlsx");
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.path().toFile())) {
      return workbook.getFirstSheet().read();
    }
  }

  private static long digits(String text) {
    return Long.parseLong(text.replaceAll("\\D", ""));
  }

  /** For who wants to know; how fast it was is no test. */
  private static void noteFirstPaint(Page page) throws Exception {
    Object painted =
        page.evaluate(
            "performance.getEntriesByName('first-contentful-paint')[0].startTime.toFixed(0)");
    Files.writeString(Path.of("target", "first-paint.txt"), painted + " ms\n");
  }
}
