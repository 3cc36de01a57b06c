package org.jiceng.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jiceng.system.Chromium.shot;
import static org.jiceng.system.OfficePage.desk;
import static org.jiceng.system.OfficePage.settled;
import static org.jiceng.system.SecretaryPage.branch;
import static org.jiceng.system.SecretaryPage.confirm;
import static org.jiceng.system.SecretaryPage.made;
import static org.jiceng.system.SecretaryPage.member;
import static org.jiceng.system.SecretaryPage.pick;
import static org.jiceng.system.SecretaryPage.press;
import static org.jiceng.system.SecretaryPage.show;
import static org.jiceng.system.SecretaryPage.signedIn;
import static org.jiceng.system.SecretaryPage.transfer;
import static org.jiceng.system.SecretaryPage.transferred;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A transfer from one office to another, each at its own page. */
class SecretaryTransfersTest {
  private static final Api MEMBERS = District.running().member("registrar");
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
  void aMemberMovesFromOneOfficeToTheOtherAndTheReceiptIsAcknowledged() throws Exception {
    String name = "转接" + UUID.randomUUID().toString().substring(0, 4);
    String source = branch("转出支部" + name);
    String destination = branch("转入支部" + name);
    String mover = member(source, name);
    try (BrowserContext one = desk(chromium);
        BrowserContext other = desk(chromium)) {
      Page from = signedIn(one, source, faults);
      show(from, "#/transfers");
      from.locator(".heading [data-action=askTransfer]").click();
      pick(from, "memberId", name, mover);
      pick(from, "destinationId", "转入支部" + name, destination);
      from.fill("dialog [name=reason]", "工作调动");
      Axe.findsNothingSerious(from);
      from.screenshot(shot("secretary-ask-transfer"));
      confirm(from);

      Locator leaving = transfer(from, "out");
      assertThat(leaving).containsText(name);
      assertThat(leaving).containsText("7 天后到期");
      Page to = signedIn(other, destination, faults);
      show(to, "#/transfers");
      assertThat(transfer(to, "in")).containsText("姓名待对方批准后可见");
      assertThat(transfer(to, "in").locator("[data-action=approval]")).hasCount(0);

      press(leaving, "approval");
      confirm(from);
      assertThat(leaving).hasAttribute("data-state", "APPROVED");
      assertThat(leaving).isFocused();
      assertThat(leaving.locator("[data-action=letter]")).isVisible();
      settled(from);
      Axe.findsNothingSerious(from);
      from.screenshot(shot("secretary-transfers-out"));

      show(to, "#/");
      assertThat(to.locator("[data-todo=waiting] b")).hasText("1");
      to.locator("[data-todo=waiting]").click();
      Locator coming = transfer(to, "in");
      assertThat(coming).containsText(name);
      to.screenshot(shot("secretary-transfers-in"));
      press(coming, "receipt");
      Axe.findsNothingSerious(to);
      to.screenshot(shot("secretary-receive"));
      confirm(to);
      assertThat(coming).hasAttribute("data-state", "COMPLETED");
      assertThat(MEMBERS.get("members/" + mover).text("organizationId")).isEqualTo(destination);

      show(from, "#/");
      from.locator("[data-todo=receipts]").click();
      press(transfer(from, "out"), "acknowledgement");
      confirm(from);
      assertThat(transfer(from, "out")).hasAttribute("data-state", "ACKNOWLEDGED");
      show(from, "#/");
      assertThat(from.locator("#today")).containsText("今天没有待办事项");
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void anApprovalPressedTwiceIssuesOneLetter() throws Exception {
    String source = branch("双击支部");
    String id = transferred(member(source, "双击甲"), branch("双击转入支部"));
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, source, faults);
      show(page, "#/transfers");
      press(transfer(page, "out"), "approval");
      page.locator("dialog .button").dblclick();

      assertThat(transfer(page, "out")).hasAttribute("data-state", "APPROVED");
      JsonNode approved = MEMBERS.get("transfers/" + id).body();
      assertThat(approved.path("version").asLong()).isEqualTo(1);
    }
  }

  @Test
  void whatIsRefusedIsToldByItsFieldAndNothingThatWasTypedIsLost() throws Exception {
    String source = branch("更正支部");
    transferred(member(source, "更正甲"), branch("更正转入支部"));
    String number = "JC-" + UUID.randomUUID().toString().substring(0, 8);
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, source, faults);
      show(page, "#/transfers");
      press(transfer(page, "out"), "approval");
      page.fill("dialog [name=letterNumber]", number);
      page.fill("dialog [name=effectiveOn]", "2020-01-01");
      confirm(page);

      Locator field = page.locator("dialog [name=effectiveOn]");
      assertThat(field).hasAttribute("aria-invalid", "true");
      assertThat(field).isFocused();
      assertThat(page.locator("dialog .by-field")).containsText("不能早于");
      assertThat(page.locator("dialog [name=letterNumber]")).hasValue(number);
      Axe.findsNothingSerious(page);
      page.screenshot(shot("secretary-refused"));

      field.fill(SecretaryPage.today().toString());
      confirm(page);
      assertThat(transfer(page, "out")).containsText(number);
    }
  }

  @Test
  void whoeverWasSlowerIsToldAndSeesTheRowAsItIsNow() throws Exception {
    String source = branch("迟到支部");
    String id = transferred(member(source, "迟到甲"), branch("迟到转入支部"));
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, source, faults);
      show(page, "#/transfers");
      press(transfer(page, "out"), "approval");
      page.fill("dialog [name=letterNumber]", "JC-9");
      made(MEMBERS.post("transfers/" + id + "/cancellation", Map.of(), "If-Match", "\"0\""));
      confirm(page);

      assertThat(page.locator("dialog [role=alert]")).not().isEmpty();
      assertThat(page.locator("dialog [name=letterNumber]")).hasValue("JC-9");
      assertThat(transfer(page, "out")).hasAttribute("data-state", "CANCELLED");
      page.screenshot(shot("secretary-overtaken"));
      page.locator("dialog [data-action=reload]").click();
      assertThat(page.locator("dialog")).hasCount(0);
      assertThat(transfer(page, "out").locator("[data-action]")).hasCount(0);
    }
  }

  @Test
  void aLetterIsSentBackIssuedAnewPrintedAndWithdrawn() throws Exception {
    String source = branch("退信支部");
    String destination = branch("退信转入支部");
    String id = transferred(member(source, "退信甲"), destination);
    made(MEMBERS.post("transfers/" + id + "/approval", Map.of(), "If-Match", "\"0\""));
    try (BrowserContext one = desk(chromium);
        BrowserContext other = desk(chromium)) {
      Page to = signedIn(other, destination, faults);
      show(to, "#/transfers");
      press(transfer(to, "in"), "return");
      to.selectOption("dialog [name=reasonCode]", "LETTER_WRONG");
      confirm(to);
      assertThat(transfer(to, "in")).containsText("已退回");
      assertThat(transfer(to, "in")).containsText("介绍信内容有误");

      Page from = signedIn(one, source, faults);
      show(from, "#/transfers?list=turn");
      press(transfer(from, "out"), "reissue");
      confirm(from);
      assertThat(transfer(from, "out")).hasAttribute("data-state", "APPROVED");
      APIResponse letter =
          one.request()
              .get(
                  District.running()
                      .url("member")
                      .resolve(
                          transfer(from, "out")
                              .locator("[data-action=letter]")
                              .getAttribute("href"))
                      .toString());
      assertThat(letter.status()).isEqualTo(200);
      assertThat(new String(letter.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");

      press(transfer(from, "out"), "cancellation");
      confirm(from);
      assertThat(transfer(from, "out")).hasAttribute("data-state", "CANCELLED");
    }
  }

  @Test
  void aLetterFromOutsideIsEnteredAndItsBearerReceived() throws Exception {
    String destination = branch("区外转入支部");
    Map<String, Object> bearer = NewMembers.of(destination, 790_001);
    try (BrowserContext context = desk(chromium)) {
      Page page = signedIn(context, destination, faults);
      show(page, "#/transfers");
      page.locator(".heading [data-action=announce]").click();
      page.fill("dialog [name=name]", "区外来人");
      page.fill("dialog [name=idNumber]", bearer.get("idNumber").toString());
      page.selectOption("dialog [name=status]", "FULL");
      page.fill("dialog [name=joinedOn]", "2001-07-01");
      page.fill("dialog [name=elsewhere]", "上海市某街道党工委");
      page.fill("dialog [name=letterNumber]", "SH-2026-1");
      page.fill("dialog [name=issuedOn]", SecretaryPage.today().minusDays(3).toString());
      page.fill("dialog [name=validUntil]", SecretaryPage.today().plusDays(60).toString());
      assertThat(page.locator("dialog [data-field=destinationId] .chosen")).containsText("区外转入支部");
      Axe.findsNothingSerious(page);
      page.screenshot(shot("secretary-announce"));
      confirm(page);

      assertThat(transfer(page, "in")).containsText("区外来人");
      assertThat(transfer(page, "in")).containsText("上海市某街道党工委");
      press(transfer(page, "in"), "receipt");
      confirm(page);
      assertThat(transfer(page, "in")).hasAttribute("data-state", "COMPLETED");
      show(page, "#/roster");
      assertThat(page.locator("[data-list=roster]")).containsText("区外来人");
    }
  }
}
