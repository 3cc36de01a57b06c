package org.jiceng.kit.changes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.MemberEvent.MemberConfirmed;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ChangesTest {
  private static final LocalDate DAY = LocalDate.of(2009, 12, 31);

  @Inject Outbox outbox;

  @Test
  void aReaderThatRemembersOnlyNextAfterSeesEveryEventOnceInOrder() {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      UUID member = UUID.randomUUID();
      members.add(member.toString());
      QuarkusTransaction.requiringNew()
          .run(() -> outbox.append(new MemberConfirmed(member, UUID.randomUUID()), DAY));
    }
    List<String> seen = new ArrayList<>();
    List<String> sequences = new ArrayList<>();
    long[] after = {0};
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              JsonPath page = page(after[0], 3);
              seen.addAll(page.getList("items.subject", String.class));
              sequences.addAll(page.getList("items.sequence", String.class));
              after[0] = page.getLong("nextAfter");
              return seen.containsAll(members);
            });
    assertThat(seen).containsSubsequence(members);
    assertThat(sequences).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void anItemIsACloudEventInStructuredJson() {
    UUID member = UUID.randomUUID();
    UUID organization = UUID.randomUUID();
    QuarkusTransaction.requiringNew()
        .run(() -> outbox.append(new MemberConfirmed(member, organization), DAY));
    String mine = "items.find { it.subject == '%s' }".formatted(member);
    await().atMost(Duration.ofSeconds(20)).until(() -> page(0, 1000).get(mine) != null);
    JsonPath page = page(0, 1000);
    assertThat(page.getString(mine + ".specversion")).isEqualTo("1.0");
    assertThat(page.getString(mine + ".type")).isEqualTo("org.jiceng.member.member-confirmed.v1");
    assertThat(page.getString(mine + ".source")).isEqualTo("/member-service");
    assertThat(page.getString(mine + ".datacontenttype")).isEqualTo("application/json");
    assertThat(page.getString(mine + ".effectivedate")).isEqualTo("2009-12-31");
    assertThat(page.getString(mine + ".sequence")).matches("\\d{20}");
    assertThat(page.getString(mine + ".partitionkey")).isEqualTo(member.toString());
    assertThat(page.getString(mine + ".time")).isEqualTo(page.getString(mine + ".recordedtime"));
    assertThat(page.getString(mine + ".data.organizationId")).isEqualTo(organization.toString());
  }

  @Test
  void theFeedIsForThoseWhoMaySeeAllAndRefusesNonsense() {
    given().get("/api/v1/changes").then().statusCode(401);
    given()
        .auth()
        .oauth2(Tokens.of("secretary").wholeDistrict().sign())
        .get("/api/v1/changes")
        .then()
        .statusCode(403);
    for (String query : List.of("after=-1", "after=x", "limit=0", "limit=1001")) {
      given()
          .auth()
          .oauth2(Tokens.of("system").wholeDistrict().sign())
          .get("/api/v1/changes?" + query)
          .then()
          .statusCode(400)
          .body("violations[0].code", equalTo("between"));
    }
  }

  private static JsonPath page(long after, int limit) {
    return given()
        .auth()
        .oauth2(Tokens.of("system").wholeDistrict().sign())
        .get("/api/v1/changes?after=%d&limit=%d".formatted(after, limit))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
