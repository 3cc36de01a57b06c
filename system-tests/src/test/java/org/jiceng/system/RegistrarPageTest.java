package org.jiceng.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jiceng.system.Chromium.shot;
import static org.jiceng.system.OfficePage.fits;
import static org.jiceng.system.OfficePage.section;
import static org.jiceng.system.OfficePage.settled;
import static org.jiceng.system.RegistrarPage.PAGE;
import static org.jiceng.system.RegistrarPage.gap;
import static org.jiceng.system.RegistrarPage.signedIn;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The registrar's page in a real Chromium, on a desk and on a phone, in both languages. */
class RegistrarPageTest {
  private static final District DISTRICT = District.running();
  private static final Api REGISTRY = DISTRICT.registry("registrar");
  private static Chromium chromium;

  @BeforeAll
  static void openBrowser() {
    chromium = new Chromium();
  }

  @AfterAll
  static void closeBrowser() {
    chromium.close();
  }

  @Test
  void theTreeByLineIsOpenedDownToABranchAndItsCardTellsItsHistory() throws Exception {
    JsonNode branch = branch(0);
    try (BrowserContext desk = OfficePage.desk(chromium)) {
      List<String> faults = new ArrayList<>();
      Page page = signedIn(desk, faults);

      for (JsonNode above : above(branch)) {
        open(page, above.path("id").asText());
      }
      item(page, branch.path("id").asText()).locator("> .row > .name").click();

      assertThat(page.locator(".card h1")).hasText(branch.path("name").asText());
      assertThat(item(page, branch.path("id").asText())).hasAttribute("aria-selected", "true");
      assertThat(page.locator(".chain li")).hasCount(above(branch).size());
      assertThat(section(page, "whatItIs")).containsText("党支部");
      assertThat(section(page, "history").locator("li").last()).containsText("最初登记为");
      settled(page);
      page.screenshot(shot("registrar-desktop-zh"));

      page.click("#language");
      assertThat(section(page, "history").locator("li").last()).containsText("First known as");
      assertThat(item(page, branch.path("id").asText()).locator("> .row > .note"))
          .hasText("Branch");
      settled(page);
      page.screenshot(shot("registrar-desktop-en"));
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void theTreeByTerritoryIsOpenedByKeyboard() throws Exception {
    JsonNode branch = branch(0);
    String community = branch.path("areaCode").asText();
    String township = community.substring(0, 9) + "000";
    try (BrowserContext desk = OfficePage.desk(chromium)) {
      Page page = signedIn(desk, new ArrayList<>());
      page.click("#by-territory");
      Locator district = item(page, community.substring(0, 6) + "000000");
      assertThat(district).hasAttribute("aria-expanded", "true");
      assertThat(item(page, township)).isVisible();

      item(page, township).focus();
      page.keyboard().press("ArrowRight");
      assertThat(item(page, community)).isVisible();
      item(page, community).focus();
      page.keyboard().press("ArrowRight");
      Locator found = item(page, branch.path("id").asText());
      assertThat(found).isVisible();
      page.keyboard().press("ArrowDown");
      assertThat(item(page, community).locator("[role=treeitem]").first()).isFocused();
      found.focus();
      page.keyboard().press("Enter");

      assertThat(page.locator(".card h1")).hasText(branch.path("name").asText());
      page.screenshot(shot("registrar-territory"));
    }
  }

  @Test
  void anOrganisationIsFoundByItsNameOrItsCode() throws Exception {
    JsonNode branch = branch(1);
    try (BrowserContext desk = OfficePage.desk(chromium)) {
      Page page = signedIn(desk, new ArrayList<>());
      String link = "#found a[href$='" + branch.path("id").asText() + "']";

      page.fill("#q", branch.path("code").asText());
      assertThat(page.locator(link)).isVisible();
      page.fill("#q", branch.path("name").asText());
      page.locator(link).click();
      assertThat(page.locator(".card h1")).hasText(branch.path("name").asText());

      page.fill("#q", "没有这个组织");
      assertThat(page.locator("#found")).containsText("没有找到");
      page.press("#q", "Escape");
      assertThat(page.locator("[role=tree]")).isVisible();
    }
  }

  @Test
  void theGapsAreListedAndLeadToTheCards() throws Exception {
    assertThat(REGISTRY.get("units?uncovered=true&limit=1").body().path("items")).isNotEmpty();
    try (BrowserContext desk = OfficePage.desk(chromium)) {
      Page page = signedIn(desk, new ArrayList<>());
      page.click("#to-gaps");

      assertThat(gap(page, "uncoveredUnits").locator("li").first()).isVisible();
      assertThat(gap(page, "electionsDue").locator("li").first()).isVisible();
      for (String name : List.of("openProposals", "openFindings", "vacancies")) {
        assertThat(gap(page, name).locator("li, p.small:not(.waiting)").first()).isVisible();
      }
      int before = gap(page, "uncoveredUnits").locator("li").count();
      gap(page, "uncoveredUnits").locator("button.more").click();
      assertThat(gap(page, "uncoveredUnits").locator("li").nth(before)).isVisible();
      page.screenshot(shot("registrar-gaps"));

      gap(page, "electionsDue").locator("a").first().click();
      assertThat(page.locator(".card h1")).isVisible();
    }
  }

  @Test
  void aRenamingByThePageIsInTheApiOnceThoughPressedTwice() throws Exception {
    String id = branch(2).path("id").asText();
    int versions = history(id);
    String name = "更名支部" + UUID.randomUUID().toString().substring(0, 6);
    try (BrowserContext desk = OfficePage.desk(chromium)) {
      Page page = signedIn(desk, new ArrayList<>());
      page.navigate(PAGE + "#/organization/" + id);
      page.locator("[data-action=rename]").click();
      page.fill("dialog [name=name]", name);
      page.screenshot(shot("registrar-rename"));
      page.locator("dialog .button").dblclick();

      assertThat(page.locator(".card h1")).hasText(name);
      assertThat(page.locator("#notice")).containsText("已完成");
      assertThat(section(page, "history").locator("ins").first()).hasText(name);
      assertThat(REGISTRY.get("organizations/" + id).text("name")).isEqualTo(name);
      assertThat(history(id)).isEqualTo(versions + 1);
    }
  }

  @Test
  void whatIsRefusedIsToldInTheServicesWordsAndCanBeCorrected() throws Exception {
    String id = branch(3).path("id").asText();
    try (BrowserContext desk = OfficePage.desk(chromium)) {
      Page page = signedIn(desk, new ArrayList<>());
      page.navigate(PAGE + "#/organization/" + id);
      page.locator("[data-action=rename]").click();
      page.fill("dialog [name=name]", "早于成立");
      page.fill("dialog [name=effectiveOn]", "1900-01-01");
      page.locator("dialog .button").click();
      assertThat(page.locator("dialog [role=alert] p").first()).isVisible();
      page.screenshot(shot("registrar-refused"));

      page.fill("dialog [name=effectiveOn]", "");
      page.locator("dialog .button").click();
      assertThat(page.locator(".card h1")).hasText("早于成立");
    }
  }

  @Test
  void aChangeOverAnothersIsRefusedAndTheCardIsReadAgain() throws Exception {
    String id = branch(4).path("id").asText();
    try (BrowserContext desk = OfficePage.desk(chromium)) {
      Page page = signedIn(desk, new ArrayList<>());
      page.navigate(PAGE + "#/organization/" + id);
      page.locator("[data-action=rename]").click();
      String etag = REGISTRY.get("organizations/" + id).etag();
      assertThat(
              REGISTRY
                  .post("organizations/" + id + "/rename", Map.of("name", "先到"), "If-Match", etag)
                  .status())
          .isEqualTo(200);
      page.fill("dialog [name=name]", "后到");
      page.locator("dialog .button").click();

      assertThat(page.locator("dialog [role=alert]")).containsText("重新读取");
      assertThat(page.locator("dialog [name=name]")).hasValue("后到");
      page.locator("[data-action=reload]").click();
      assertThat(page.locator(".card h1")).hasText("先到");
    }
  }

  @Test
  void aBranchIsSuspendedAndResumed() throws Exception {
    JsonNode branch = branch(5);
    String id = branch.path("id").asText();
    try (BrowserContext desk = OfficePage.desk(chromium)) {
      Page page = signedIn(desk, new ArrayList<>());
      page.navigate(PAGE + "#/organization/" + id);
      page.locator("[data-action=suspend]").click();
      page.locator("dialog .button").click();
      assertThat(page.locator("header .tag")).hasText("已暂停");
      assertThat(REGISTRY.get("organizations/" + id).text("state")).isEqualTo("SUSPENDED");

      page.locator("[data-action=resume]").click();
      page.locator("dialog .button").click();
      assertThat(page.locator("header .tag")).hasText("正常");
      assertThat(REGISTRY.get("organizations/" + id).text("state")).isEqualTo("ACTIVE");
    }
  }

  @Test
  void aProposalIsAcceptedAndAnotherDeclined() throws Exception {
    String id = branch(6).path("id").asText();
    String accepted = proposed(id, "提议之名");
    String declined = proposed(branch(7).path("id").asText(), "不好的名字");
    try (BrowserContext desk = OfficePage.desk(chromium)) {
      Page page = signedIn(desk, new ArrayList<>());
      page.click("#to-gaps");
      page.locator("[data-proposal='" + accepted + "'] [data-action=accept]").click();
      page.locator("dialog .button").click();
      assertThat(page.locator("[data-proposal='" + accepted + "']")).hasCount(0);
      assertThat(REGISTRY.get("organizations/" + id).text("name")).isEqualTo("提议之名");

      page.locator("[data-proposal='" + declined + "'] [data-action=decline]").click();
      page.fill("dialog [name=reason]", "名称不规范");
      page.locator("dialog .button").click();
      assertThat(page.locator("[data-proposal='" + declined + "']")).hasCount(0);
      assertThat(REGISTRY.get("proposals/" + declined).text("state")).isEqualTo("DECLINED");
    }
  }

  @Test
  void aDoubtfulRecordIsLetStand() throws Exception {
    Api admin = DISTRICT.registry("district-admin");
    String run = admin.post("quality/runs", Map.of()).text("id");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> "DONE".equals(admin.get("quality/runs/" + run).text("state")));
    try (BrowserContext desk = OfficePage.desk(chromium)) {
      Page page = signedIn(desk, new ArrayList<>());
      page.click("#to-gaps");
      Locator first = gap(page, "openFindings").locator("[data-finding]").first();
      String id = first.getAttribute("data-finding");
      page.screenshot(shot("registrar-findings"));
      first.locator("[data-action=waive]").click();
      page.locator("dialog .button").click();

      assertThat(page.locator("[data-finding='" + id + "']")).hasCount(0);
      assertThat(REGISTRY.get("quality/findings/" + id).text("state")).isEqualTo("WAIVED");
    }
  }

  @Test
  void whoMayOnlyReadSeesTheCardButNoActions() throws Exception {
    String id = branch(8).path("id").asText();
    try (BrowserContext desk = OfficePage.desk(chromium)) {
      Page page = signedIn(desk, "auditor", new ArrayList<>());
      page.navigate(PAGE + "#/organization/" + id);
      assertThat(section(page, "history").locator("li").first()).isVisible();
      assertThat(page.locator("[data-action]")).hasCount(0);
    }
    try (BrowserContext desk = OfficePage.desk(chromium)) {
      Page page = desk.newPage();
      page.navigate(PAGE);
      page.locator("#sign-in a.button").click();
      IssuerPage.signIn(page, "member");
      assertThat(page.locator("#trouble")).containsText("无权");
    }
  }

  @Test
  void oneBrowserIsSignedInAtBothPagesAndSignsOutOfOne() {
    try (BrowserContext desk = OfficePage.desk(chromium)) {
      Page page = desk.newPage();
      page.navigate(DISTRICT.url("reporting") + "/");
      page.locator("#sign-in a.button").click();
      IssuerPage.signIn(page, "registrar");
      page.waitForSelector("body[data-drawn]");
      page.locator("#to-registrar").click();
      page.locator("#sign-in a.button").click();
      IssuerPage.signIn(page, "registrar");
      page.waitForSelector("body[data-ready]");
      assertThat(page.locator("[role=treeitem]").first()).isVisible();

      page.locator("#to-dashboard").click();
      page.waitForSelector("body[data-drawn]");

      page.navigate(PAGE);
      page.waitForSelector("body[data-ready]");
      page.locator("#sign-out").click();
      assertThat(page.locator("#sign-in")).isVisible();
      assertThat(page.url()).startsWith(PAGE);
      page.navigate(DISTRICT.url("reporting") + "/");
      page.waitForSelector("body[data-drawn]");
    }
  }

  @Test
  void aPhoneShowsItAllWithoutSidewaysScrolling() throws Exception {
    JsonNode branch = branch(0);
    try (BrowserContext phone = RegistrarPage.phone(chromium)) {
      Page page = signedIn(phone, new ArrayList<>());
      assertThat(page.locator("[role=treeitem]").nth(1)).isVisible();
      fits(page);
      page.screenshot(shot("registrar-phone-tree"));

      for (JsonNode above : above(branch)) {
        open(page, above.path("id").asText());
      }
      item(page, branch.path("id").asText()).locator("> .row > .name").tap();
      assertThat(section(page, "history").locator("li").first()).isVisible();
      assertThat(page.locator("#browse")).isHidden();
      settled(page);
      fits(page);
      page.screenshot(shot("registrar-phone-card"));

      page.locator(".back a").tap();
      assertThat(page.locator("#browse")).isVisible();
      page.locator("#to-gaps").tap();
      assertThat(gap(page, "uncoveredUnits").locator("li").first()).isVisible();
      settled(page);
      fits(page);
      page.screenshot(shot("registrar-phone-gaps"));
    }
  }

  private static Locator item(Page page, String key) {
    return page.locator("[role=treeitem][data-key='" + key + "']");
  }

  private static void open(Page page, String key) {
    Locator item = item(page, key);
    assertThat(item).isVisible();
    if ("false".equals(item.getAttribute("aria-expanded"))) {
      item.locator("> .row > .twist").click();
    }
    assertThat(item).hasAttribute("aria-expanded", "true");
  }

  /** One of the branches of the communities; each test changes another. */
  private static JsonNode branch(int index) throws IOException, InterruptedException {
    return REGISTRY
        .get("organizations?type=BRANCH&sector=COMMUNITY&state=ACTIVE&limit=10")
        .body()
        .at("/items/" + index);
  }

  /** All that stand above one, from the top. */
  private static List<JsonNode> above(JsonNode organization)
      throws IOException, InterruptedException {
    List<JsonNode> above = new ArrayList<>();
    String parent = organization.path("parentId").asText(null);
    while (parent != null) {
      JsonNode found = REGISTRY.get("organizations/" + parent).body();
      above.add(0, found);
      parent = found.path("parentId").asText(null);
    }
    return above;
  }

  private static String proposed(String id, String name) throws IOException, InterruptedException {
    Api.Answer made =
        DISTRICT
            .registry("secretary")
            .post(
                "proposals",
                Map.of(
                    "target", "ORGANIZATION",
                    "targetId", id,
                    "command", "rename",
                    "body", Map.of("name", name),
                    "evidence", "会议纪要"));
    assertThat(made.status()).as(String.valueOf(made.body())).isEqualTo(201);
    return made.text("id");
  }

  private static int history(String id) throws IOException, InterruptedException {
    return REGISTRY.get("organizations/" + id + "/history").body().path("items").size();
  }
}
