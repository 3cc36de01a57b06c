package org.jiceng.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The secretary's page as its tests open it, and the branches and members they need. */
final class SecretaryPage {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final String PAGE = District.running().url("member") + "/secretary/";

  private static final District DISTRICT = District.running();
  private static final Api REGISTRY = DISTRICT.registry("registrar");
  private static final Api MEMBERS = DISTRICT.member("registrar");
  private static final AtomicInteger PEOPLE = new AtomicInteger(800_000);

  private SecretaryPage() {}

  /** The page of the secretary of one organisation. */
  static Page signedIn(BrowserContext context, String organizationId, List<String> faults) {
    return OfficePage.signedIn(
        context, PAGE, page -> IssuerPage.signIn(page, "secretary", organizationId), faults);
  }

  static void show(Page page, String address) {
    page.navigate(PAGE + address);
    OfficePage.settled(page);
  }

  static Locator transfer(Page page, String side) {
    return page.locator("[data-side='" + side + "'] [data-transfer]");
  }

  /** Presses what a row offers. */
  static void press(Locator row, String action) {
    row.locator("[data-action='" + action + "']").click();
  }

  static void confirm(Page page) {
    page.locator("dialog .button").click();
  }

  static void pick(Page page, String field, String words, String id) {
    page.locator("dialog [data-field='" + field + "'] input[type=search]").fill(words);
    page.locator("dialog [data-pick='" + id + "']").click();
    assertThat(page.locator("dialog [data-field='" + field + "'] .chosen li")).hasCount(1);
  }

  static LocalDate today() {
    return LocalDate.now(ZONE);
  }

  /** A new branch, once the member service knows it. */
  static String branch(String name) throws IOException, InterruptedException {
    JsonNode parent =
        REGISTRY
            .get("organizations?type=COMMITTEE&sector=COMMUNITY&state=ACTIVE&limit=1")
            .body()
            .at("/items/0");
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("code", "S" + UUID.randomUUID().toString().substring(0, 12).toUpperCase());
    wanted.put("name", name);
    wanted.put("type", "BRANCH");
    wanted.put("sector", "COMMUNITY");
    wanted.put("mode", "INDEPENDENT");
    wanted.put("parentId", parent.path("id").asText());
    wanted.put("areaCode", parent.path("areaCode").asText());
    wanted.put("effectiveOn", "2020-01-01");
    String id = made(REGISTRY.post("organizations", wanted)).text("id");
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> MEMBERS.get("organizations?id=" + id).body().path("items").size() == 1);
    return id;
  }

  static String member(String organizationId, String name)
      throws IOException, InterruptedException {
    return member(organizationId, name, Map.of());
  }

  static String member(String organizationId, String name, Map<String, Object> otherwise)
      throws IOException, InterruptedException {
    Map<String, Object> wanted = NewMembers.of(organizationId, PEOPLE.incrementAndGet());
    wanted.put("name", name);
    wanted.put("phone", "13900001111");
    wanted.putAll(otherwise);
    return made(MEMBERS.post("members", wanted)).text("id");
  }

  /** Whoever joined on that day, on probation. */
  static String probationary(String organizationId, String name, LocalDate joined)
      throws IOException, InterruptedException {
    return member(
        organizationId,
        name,
        Map.of(
            "status", "PROBATIONARY",
            "joinedOn", joined.toString(),
            "affiliatedOn", joined.toString()));
  }

  static String transferred(String memberId, String destinationId)
      throws IOException, InterruptedException {
    return made(MEMBERS.post(
            "transfers", Map.of("memberId", memberId, "destinationId", destinationId)))
        .text("id");
  }

  static String away(String memberId, LocalDate since) throws IOException, InterruptedException {
    return made(MEMBERS.post(
            "absences",
            Map.of(
                "memberId",
                memberId,
                "since",
                since.toString(),
                "reasonCode",
                "WORK",
                "whereabouts",
                "外省某市")))
        .text("id");
  }

  static Api.Answer made(Api.Answer answer) {
    if (answer.status() >= 300) {
      throw new IllegalStateException(answer.status() + " " + answer.body());
    }
    return answer;
  }
}
