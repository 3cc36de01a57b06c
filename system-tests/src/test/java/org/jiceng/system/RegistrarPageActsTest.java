package org.jiceng.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jiceng.system.Chromium.shot;
import static org.jiceng.system.OfficePage.desk;
import static org.jiceng.system.OfficePage.fits;
import static org.jiceng.system.OfficePage.section;
import static org.jiceng.system.OfficePage.settled;
import static org.jiceng.system.RegistrarPage.PAGE;
import static org.jiceng.system.RegistrarPage.gap;
import static org.jiceng.system.RegistrarPage.phone;
import static org.jiceng.system.RegistrarPage.signedIn;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a registrar does on the page: closes gaps, reorganises, appoints. */
class RegistrarPageActsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final District DISTRICT = District.running();
  private static final Api REGISTRY = DISTRICT.registry("registrar");
  private static final String ESTABLISHED = "2025-01-01";
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
  void aGapIsClosedWhereItIsListedOnceThoughPressedTwice() throws Exception {
    try (BrowserContext desk = desk(chromium)) {
      Page page = signedIn(desk, faults);
      page.click("#to-gaps");
      Locator first = gap(page, "uncoveredUnits").locator("[data-unit]").first();
      String unit = first.getAttribute("data-unit");
      settled(page);
      Axe.findsNothingSerious(page);

      first.locator("[data-action=attach]").dblclick();
      Locator suggested = page.locator("dialog input[type=radio]").first();
      assertThat(suggested).isFocused();
      String organization = suggested.inputValue();
      Axe.findsNothingSerious(page);
      page.screenshot(shot("registrar-attach"));
      page.locator("dialog .button").dblclick();

      assertThat(page.locator("[data-unit='" + unit + "'] .outcome")).isFocused();
      assertThat(page.locator("[data-unit='" + unit + "'] .outcome a"))
          .hasAttribute("href", "#/organization/" + organization);
      JsonNode covered = REGISTRY.get("units/" + unit).body();
      assertThat(covered.path("coveredBy").asText()).isEqualTo(organization);
      assertThat(covered.path("version").asLong()).isEqualTo(1);
      page.screenshot(shot("registrar-attached"));
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void aRefusalIsToldByItsFieldAndCanBeCorrectedAndAnotherOrganisationPicked() throws Exception {
    JsonNode other = branch("另选支部");
    try (BrowserContext desk = desk(chromium)) {
      Page page = signedIn(desk, faults);
      page.click("#to-gaps");
      Locator gap = gap(page, "uncoveredUnits").locator("[data-unit]").nth(1);
      String unit = gap.getAttribute("data-unit");
      gap.locator("[data-action=attach]").click();
      page.locator("dialog input[value=another]").check();
      page.locator("dialog .button").click();
      assertThat(page.locator("dialog fieldset[data-field=another] .by-field")).isVisible();

      pick(page, other);
      page.fill("dialog [name=effectiveOn]", "1900-01-01");
      page.locator("dialog .button").click();
      Locator field = page.locator("dialog [name=effectiveOn]");
      assertThat(field).hasAttribute("aria-invalid", "true");
      assertThat(field).isFocused();
      assertThat(page.locator("#" + field.getAttribute("aria-describedby"))).isVisible();
      assertThat(page.locator("dialog .by-field")).hasCount(1);
      Axe.findsNothingSerious(page);
      page.screenshot(shot("registrar-attach-refused"));

      page.fill("dialog [name=effectiveOn]", LocalDate.now(ZONE).toString());
      page.locator("dialog .button").click();
      assertThat(page.locator("[data-unit='" + unit + "'] .outcome")).containsText("另选支部");
      assertThat(REGISTRY.get("units/" + unit).text("coveredBy")).isEqualTo(id(other));
    }
  }

  @Test
  void aGapThatAnotherHasClosedIsReadAgain() throws Exception {
    JsonNode other = branch("捷足支部");
    try (BrowserContext desk = desk(chromium)) {
      Page page = signedIn(desk, faults);
      page.click("#to-gaps");
      Locator gap = gap(page, "uncoveredUnits").locator("[data-unit]").nth(2);
      String unit = gap.getAttribute("data-unit");
      gap.locator("[data-action=attach]").click();
      assertThat(page.locator("dialog .button")).isVisible();
      cover(unit, other);
      page.locator("dialog .button").click();

      assertThat(page.locator("dialog [role=alert]")).containsText("重新读取");
      page.locator("[data-action=reload]").click();
      assertThat(page.locator("[data-unit='" + unit + "']")).hasCount(0);
    }
  }

  @Test
  void aMergeIsRehearsedThenDecidedOnceThoughPressedTwiceAndItsAnswerLost() throws Exception {
    JsonNode heir = branch("承接支部");
    String hostile = "<img src=x onerror=document.title='hit'>支部" + UUID.randomUUID();
    JsonNode source = branch(hostile);
    String secretary = seat(source, "SECRETARY");
    appoint(secretary);
    cover(uncovered(), source);
    try (BrowserContext desk = desk(chromium)) {
      Page page = opened(desk, heir);
      page.locator("[data-action=merge]").click();
      page.locator("[data-action=rehearse]").click();
      assertThat(page.locator("fieldset[data-field=sources] .by-field")).isVisible();
      pick(page, source);
      settled(page);
      Axe.findsNothingSerious(page);
      page.screenshot(shot("registrar-merge"));

      page.locator("[data-action=rehearse]").dblclick();
      Locator rehearsed = page.locator("[data-step=stepRehearsed]");
      assertThat(rehearsed.locator("[data-part=organizations] > li")).hasCount(2);
      assertThat(rehearsed.locator("[data-organization='" + id(source) + "'] .tag")).hasText("撤销");
      assertThat(rehearsed.locator("[data-part=terms] li")).containsText("书记");
      assertThat(rehearsed.locator("[data-part=totals]")).containsText("覆盖单位");
      assertThat(page.locator("dialog img")).hasCount(0);
      assertThat(page.title()).doesNotContain("hit");
      assertThat(reorganizations(heir)).isEmpty();
      Axe.findsNothingSerious(page);
      page.screenshot(shot("registrar-rehearsed"));

      // not without having said that it was read
      page.locator("[data-action=decide]").click();
      assertThat(reorganizations(heir)).isEmpty();
      page.locator("dialog [name=read]").check();

      AtomicInteger sent = new AtomicInteger();
      List<String> keys = new ArrayList<>();
      page.route(
          Pattern.compile(".*/reorganizations/merges$"),
          route -> {
            keys.add(route.request().headerValue("idempotency-key"));
            if (sent.getAndIncrement() == 0) {
              route.fetch();
              route.abort();
            } else {
              route.resume();
            }
          });
      page.locator("[data-action=decide]").dblclick();
      assertThat(page.locator("dialog [role=alert]")).containsText("无法连接");
      page.locator("[data-action=decide]").dblclick();

      assertThat(page.locator("[data-step=stepProgress]")).isVisible();
      assertThat(page.locator(".progress [role=status]"))
          .hasText("全部完成。", new HasTextOptions().setTimeout(SOON));
      Axe.findsNothingSerious(page);
      page.screenshot(shot("registrar-progress"));
      page.locator("dialog .button").click();

      assertThat(section(page, "lineage").locator("a")).hasText(hostile);
      assertThat(reorganizations(heir)).hasSize(1);
      assertThat(keys).hasSizeGreaterThan(1).containsOnly(keys.get(0)).doesNotContainNull();
      assertThat(REGISTRY.get("organizations/" + id(source)).text("state")).isEqualTo("DISSOLVED");
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void aMergeIntoANewOrganisationCanBePlanned() throws Exception {
    JsonNode one = branch("甲支部");
    JsonNode two = branch("乙支部");
    String code = "N" + UUID.randomUUID().toString().substring(0, 12);
    try (BrowserContext desk = desk(chromium)) {
      Page page = opened(desk, one);
      page.locator("[data-action=merge]").click();
      pick(page, two);
      page.selectOption("#goes-on", "new");
      page.locator("[data-field='destination.establish.code']").fill(one.path("code").asText());
      page.locator("[data-field='destination.establish.name']").fill("新联合支部");
      page.locator("[data-action=rehearse]").click();
      // the code is taken: told where it stands, or above the buttons
      assertThat(page.locator("dialog .trouble-line").first()).isVisible();
      page.locator("[data-field='destination.establish.code']").fill(code);
      page.fill("dialog [name=effectiveOn]", LocalDate.now(ZONE).plusDays(30).toString());
      page.locator("[data-action=rehearse]").click();
      assertThat(page.locator("[data-part=organizations]")).containsText("新成立");

      // what was filled in is still there for who goes back
      page.locator("[data-action=back]").click();
      assertThat(page.locator("[data-field='destination.establish.name']")).hasValue("新联合支部");
      page.locator("[data-action=rehearse]").click();
      page.locator("dialog [name=read]").check();
      page.locator("[data-action=decide]").click();
      assertThat(page.locator(".progress [role=status]")).containsText("已列入计划");
      assertThat(reorganizations(one).get(0).path("state").asText()).isEqualTo("PLANNED");
    }
  }

  @Test
  void aSplitGivesWhatIsNamedToThePartThatBegins() throws Exception {
    JsonNode source = branch("待拆支部");
    String given = uncovered();
    cover(given, source);
    String kept = uncovered();
    cover(kept, source);
    String code = "S" + UUID.randomUUID().toString().substring(0, 12);
    try (BrowserContext desk = desk(chromium)) {
      Page page = opened(desk, source);
      page.locator("[data-action=split]").click();
      page.locator("dialog [data-field$='establish.code']").fill(code);
      page.locator("dialog [data-field$='establish.name']").fill("分出支部");
      page.selectOption("[data-goes='" + given + "']", "0");
      page.locator("dialog textarea").fill("no-id");
      page.locator("[data-action=rehearse]").click();
      assertThat(page.locator("dialog textarea")).hasAttribute("aria-invalid", "true");
      page.locator("dialog textarea").fill("");
      settled(page);
      Axe.findsNothingSerious(page);
      page.screenshot(shot("registrar-split"));
      page.locator("[data-action=rehearse]").click();
      page.locator("dialog [name=read]").check();
      page.locator("[data-action=decide]").click();
      assertThat(page.locator(".progress [role=status]"))
          .hasText("全部完成。", new HasTextOptions().setTimeout(SOON));

      JsonNode part = REGISTRY.get("organizations?code=" + code).body().at("/items/0");
      assertThat(REGISTRY.get("units/" + given).text("coveredBy")).isEqualTo(id(part));
      assertThat(REGISTRY.get("units/" + kept).text("coveredBy")).isEqualTo(id(source));
    }
  }

  @Test
  void aDissolutionIsRefusedWhileItHasAnythingUntilASuccessorIsNamed() throws Exception {
    JsonNode ending = branch("待撤支部");
    JsonNode heir = branch("接续支部");
    cover(uncovered(), ending);
    try (BrowserContext desk = desk(chromium)) {
      Page page = opened(desk, ending);
      page.locator("[data-action=dissolution]").click();
      page.locator("[data-action=rehearse]").click();
      assertThat(page.locator("dialog [role=alert] p").first()).isVisible();
      page.screenshot(shot("registrar-dissolution-refused"));
      pick(page, heir);
      page.locator("[data-action=rehearse]").click();
      page.locator("dialog [name=read]").check();
      page.locator("[data-action=decide]").dblclick();
      assertThat(page.locator(".progress [role=status]"))
          .hasText("全部完成。", new HasTextOptions().setTimeout(SOON));
      page.locator("dialog .button").click();
      assertThat(page.locator("header .tag")).hasText("已撤销");
      assertThat(reorganizations(ending)).hasSize(1);
    }
  }

  @Test
  void someoneIsAppointedByKeyboardAndTheAppointmentEndsOnceThoughPressedTwice() throws Exception {
    JsonNode branch = branch("任职支部");
    String seat = seat(branch, "SECRETARY");
    try (BrowserContext desk = desk(chromium)) {
      Page page = opened(desk, branch);
      Locator row = page.locator("[data-post='" + seat + "']");
      row.locator("[data-action=appoint]").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("dialog [name=holderId]")).isFocused();
      Axe.findsNothingSerious(page);
      page.fill("dialog [name=termEndsOn]", "2020-01-01");
      page.keyboard().press("Enter");
      assertThat(page.locator("dialog [name=termEndsOn]")).isFocused();
      assertThat(page.locator("dialog [name=termEndsOn]")).hasAttribute("aria-invalid", "true");
      page.screenshot(shot("registrar-appoint-refused"));
      page.fill("dialog [name=termEndsOn]", LocalDate.now(ZONE).plusYears(3).toString());
      page.keyboard().press("Enter");
      assertThat(page.locator("dialog")).hasCount(0);
      assertThat(section(page, "posts").locator("h2")).isFocused();
      assertThat(row).containsText("起任职");

      row.locator("[data-action=vacate]").click();
      page.locator("dialog .button").dblclick();
      assertThat(row).containsText("空缺");
      assertThat(REGISTRY.get("posts/" + seat + "/appointments").body().path("items")).hasSize(1);
      assertThat(REGISTRY.get("posts/" + seat).body().path("version").asLong()).isEqualTo(2);
      page.screenshot(shot("registrar-posts"));
    }
  }

  @Test
  void whoIsSignedOutMeanwhileSignsInElsewhereAndGoesOn() throws Exception {
    JsonNode branch = branch("离线支部");
    String seat = seat(branch, "DEPUTY_SECRETARY");
    try (BrowserContext desk = desk(chromium)) {
      Page page = opened(desk, branch);
      page.locator("[data-post='" + seat + "'] [data-action=appoint]").click();
      desk.clearCookies();
      page.locator("dialog .button").click();
      Locator again = page.locator("dialog [role=alert] a");
      assertThat(again).isVisible();
      Page other = desk.waitForPage(again::click);
      IssuerPage.signIn(other, "registrar");
      other.waitForSelector("body[data-ready]");
      other.close();
      page.locator("dialog .button").click();
      assertThat(page.locator("[data-post='" + seat + "']")).containsText("起任职");
    }
  }

  @Test
  void everyDialogFitsAPhoneInBothLanguages() throws Exception {
    JsonNode heir = branch("手机承接支部");
    JsonNode source = branch("手机并入支部");
    appoint(seat(source, "SECRETARY"));
    seat(heir, "SECRETARY");
    cover(uncovered(), source);
    try (BrowserContext phone = phone(chromium)) {
      Page page = opened(phone, heir);
      for (String language : List.of("zh", "en")) {
        page.locator("[data-action=merge]").tap();
        pick(page, source);
        fits(page);
        page.screenshot(shot("registrar-phone-merge-" + language));
        page.locator("[data-action=rehearse]").tap();
        assertThat(page.locator("[data-part=organizations] > li")).hasCount(2);
        fits(page);
        Axe.findsNothingSerious(page);
        page.screenshot(shot("registrar-phone-rehearsed-" + language));
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(page.locator("[data-action=merge]")).isFocused();

        page.locator("[data-action=split]").tap();
        settled(page);
        fits(page);
        Axe.findsNothingSerious(page);
        page.screenshot(shot("registrar-phone-split-" + language));
        page.keyboard().press("Escape");
        page.locator("[data-action=appoint]").tap();
        fits(page);
        Axe.findsNothingSerious(page);
        page.screenshot(shot("registrar-phone-appoint-" + language));
        page.keyboard().press("Escape");
        if ("zh".equals(language)) {
          page.locator("#language").tap();
          settled(page);
        }
      }
      page.locator("#to-gaps").tap();
      gap(page, "uncoveredUnits").locator("[data-action=attach]").first().tap();
      assertThat(page.locator("dialog input[type=radio]").first()).isVisible();
      fits(page);
      Axe.findsNothingSerious(page);
      page.screenshot(shot("registrar-phone-attach-en"));
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void whoMayOnlyReadIsOfferedNothing() throws Exception {
    JsonNode branch = branch("只读支部");
    seat(branch, "SECRETARY");
    try (BrowserContext desk = desk(chromium)) {
      Page page = signedIn(desk, "auditor", faults);
      page.navigate(PAGE + "#/organization/" + id(branch));
      assertThat(section(page, "posts").locator("[data-post]")).hasCount(1);
      page.click("#to-gaps");
      assertThat(gap(page, "uncoveredUnits").locator("[data-unit]").first()).isVisible();
      assertThat(page.locator("[data-action]")).hasCount(0, new HasCountOptions().setTimeout(SOON));
    }
  }

  private Page opened(BrowserContext context, JsonNode organization) {
    Page page = signedIn(context, faults);
    page.navigate(PAGE + "#/organization/" + id(organization));
    assertThat(page.locator(".card h1")).hasText(organization.path("name").asText());
    settled(page);
    return page;
  }

  private static void pick(Page page, JsonNode organization) {
    Locator search = page.locator("dialog input[type=search]:visible").first();
    search.fill(organization.path("code").asText());
    page.locator("[data-pick='" + id(organization) + "']").click();
    assertThat(page.locator("dialog .chosen:visible").first())
        .containsText(organization.path("name").asText());
  }

  private static String id(JsonNode organization) {
    return organization.path("id").asText();
  }

  private static JsonNode reorganizations(JsonNode organization) throws Exception {
    return REGISTRY.get("reorganizations?organizationId=" + id(organization)).body().path("items");
  }

  private static JsonNode branch(String name) throws Exception {
    JsonNode parent =
        REGISTRY
            .get("organizations?type=COMMITTEE&sector=COMMUNITY&state=ACTIVE&limit=1")
            .body()
            .at("/items/0");
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("code", "P" + UUID.randomUUID().toString().substring(0, 12));
    wanted.put("name", name);
    wanted.put("type", "BRANCH");
    wanted.put("sector", "COMMUNITY");
    wanted.put("mode", "INDEPENDENT");
    wanted.put("parentId", id(parent));
    wanted.put("areaCode", parent.path("areaCode").asText());
    wanted.put("effectiveOn", ESTABLISHED);
    return made(REGISTRY.post("organizations", wanted), 201);
  }

  private static String seat(JsonNode organization, String kind) throws Exception {
    Map<String, Object> wanted =
        Map.of("organizationId", id(organization), "kind", kind, "effectiveOn", ESTABLISHED);
    return id(made(REGISTRY.post("posts", wanted), 201));
  }

  private static void appoint(String seat) throws Exception {
    String etag = REGISTRY.get("posts/" + seat).etag();
    made(
        REGISTRY.post(
            "posts/" + seat + "/appointment", Map.of("effectiveOn", ESTABLISHED), "If-Match", etag),
        200);
  }

  /** One of the units of the sample with the least staff, far from those that the page lists. */
  private static String uncovered() throws Exception {
    JsonNode all = REGISTRY.get("units?uncovered=true&limit=200").body().path("items");
    return id(all.get(all.size() - 1));
  }

  private static void cover(String unit, JsonNode organization) throws Exception {
    String etag = REGISTRY.get("units/" + unit).etag();
    Map<String, Object> coverage = Map.of("organizationId", id(organization));
    made(REGISTRY.post("units/" + unit + "/coverage", coverage, "If-Match", etag), 200);
  }

  private static JsonNode made(Api.Answer answer, int status) {
    assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(status);
    return answer.body();
  }
}
