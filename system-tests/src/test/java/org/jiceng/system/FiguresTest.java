package org.jiceng.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private final District district = District.running();

  @Test
  void theSampleDistrictShowsEveryExpectedFigureOnItsDate() {
    District.Output table = district.jiceng("figures");

    assertThat(table.exit()).as(table.text()).isZero();
    assertThat(table.text()).contains("members.community").doesNotContain("✗");
  }

  @Test
  void theEarlierYearEndComesOutOfTheSameLog() throws Exception {
    long earlier = members("2006-12-31");
    long between = members("2008-06-30");
    long later = members("2009-12-31");

    assertThat(earlier).isPositive().isLessThan(between);
    assertThat(between).isLessThan(later);
  }

  @Test
  void whatReportingFoldsIsWhatTheServicesCount() throws Exception {
    for (Api service :
        new Api[] {
          district.registry("system"), district.member("system"), district.activity("system")
        }) {
      assertThat(service.post("tallies", java.util.Map.of()).status()).isEqualTo(200);
    }
    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              JsonNode compared = district.reporting("auditor").get("reconciliation").body();
              assertThat(compared.toString()).contains("member");
              assertThat(compared.get("byArea").findValuesAsText("topic"))
                  .containsExactly("ACTIVITY", "MEMBER", "REGISTRY");
              assertThat(compared.get("byArea").findValuesAsText("agrees"))
                  .as(compared.get("byArea").toString())
                  .containsOnly("true");
              assertThat(compared.get("agrees").asBoolean()).isTrue();
              assertThat(compared.findValuesAsText("difference"))
                  .isNotEmpty()
                  .allMatch(difference -> Double.parseDouble(difference) == 0);
            });
  }

  @Test
  void whoWritesFindsItInTheFiguresAtOnce() throws Exception {
    String branch =
        district
            .registry("system")
            .get("organizations?type=BRANCH&sector=COMMUNITY&limit=10")
            .body()
            .at("/items/7/id")
            .asText();
    String figure = "statistics?indicators=members.affiliated&organization=" + branch;
    Api reporting = district.reporting("system");
    long before = reporting.get(figure).body().at("/values/0/value").asLong();

    for (int n = 1; n <= 5; n++) {
      Api.Answer admitted =
          district.member("system").post("members", NewMembers.of(branch, 780_000 + n));
      assertThat(admitted.status()).as(String.valueOf(admitted.body())).isEqualTo(201);
      assertThat(admitted.position()).startsWith("MEMBER:");
      Api.Answer counted = reporting.get(figure + "&minPosition=" + admitted.position());
      assertThat(counted.status()).as(String.valueOf(counted.body())).isEqualTo(200);
      assertThat(counted.body().at("/values/0/value").asLong()).isEqualTo(before + n);
    }
  }

  @Test
  void theFiguresBuiltAnewFromTheLogAreTheSame() throws Exception {
    Api reporting = district.reporting("system");
    String id = reporting.post("rebuilds", java.util.Map.of()).text("id");
    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(60))
        .until(() -> !reporting.get("rebuilds/" + id).text("state").equals("RUNNING"));

    JsonNode rebuild = reporting.get("rebuilds/" + id).body();
    assertThat(rebuild.get("state").asText()).as(rebuild.toString()).isEqualTo("COMPLETED");
    assertThat(rebuild.get("differences")).isEmpty();
    theSampleDistrictShowsEveryExpectedFigureOnItsDate();
  }

  private long members(String asOf) throws Exception {
    Api.Answer answer =
        district.reporting("reporter").get("statistics?indicators=members.community&asOf=" + asOf);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body().at("/values/0/value").asLong();
  }
}
