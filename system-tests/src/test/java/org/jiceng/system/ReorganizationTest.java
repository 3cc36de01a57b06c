package org.jiceng.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Two branches become one while the services that must follow are killed: before they hear of it,
 * while they follow, and where it is written down. Before equals after, for the district and for
 * the line.
 */
class ReorganizationTest {
  private static final int EACH = 60;
  private static final List<String> VICTIMS =
      List.of("member-service", "kafka", "activity-service", "org-registry-service", "postgres");

  private final District district = District.running();

  @Test
  void aMergeIsFollowedToTheEndWhateverIsKilled() throws Exception {
    JsonNode parent =
        district
            .registry("system")
            .get("organizations?type=COMMITTEE&sector=COMMUNITY&limit=1")
            .body()
            .at("/items/0");
    List<String> sources = List.of(branch(parent), branch(parent));
    String heir = branch(parent);
    admitTo(sources.get(0), 200_000);
    admitTo(sources.get(1), 200_000 + EACH);
    String site = site(sources.get(0), parent.get("areaCode").asText());
    awaitFigure(parent.get("id").asText(), sources, 2L * EACH);
    long district = figure("members.affiliated", null);
    long sites = figure("sites.total", null);

    Map<String, Object> merge =
        Map.of("sources", sources, "destination", Map.of("organizationId", heir));
    Api.Answer rehearsed = post("reorganizations/merges?dryRun=true", merge);
    assertThat(rehearsed.status()).as(String.valueOf(rehearsed.body())).isEqualTo(200);
    assertThat(rehearsed.body().at("/totalBefore/members").asLong()).isEqualTo(2L * EACH);
    assertThat(rehearsed.body().at("/totalAfter/members").asLong()).isEqualTo(2L * EACH);
    assertThat(rehearsed.body().at("/members")).hasSize(2 * EACH);

    Api.Answer decided = post("reorganizations/merges", merge);
    assertThat(decided.status()).as(String.valueOf(decided.body())).isEqualTo(201);
    for (String victim : VICTIMS) {
      this.district.kill(victim);
      this.district.awaitReady();
    }

    String id = decided.text("id");
    await()
        .atMost(Duration.ofSeconds(90))
        .ignoreExceptions()
        .until(() -> "DONE".equals(reorganization(id).get("state").asText()));
    JsonNode done = reorganization(id);
    assertThat(step(done, "member").at("/counts/members").asLong()).isEqualTo(2L * EACH);
    assertThat(step(done, "activity").at("/counts/sites").asLong()).isEqualTo(1);
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              assertThat(figure("members.affiliated", heir)).isEqualTo(2L * EACH);
              for (String source : sources) {
                assertThat(figure("members.affiliated", source)).isZero();
              }
              assertThat(figure("members.affiliated", null)).isEqualTo(district);
              assertThat(figure("sites.total", null)).isEqualTo(sites);
            });
    assertThat(
            this.district
                .activity("system")
                .get("sites/" + site)
                .body()
                .get("organizationId")
                .asText())
        .isEqualTo(heir);
    assertThat(
            this.district
                .registry("system")
                .get("organizations/" + heir + "/lineage")
                .body()
                .get("predecessors"))
        .hasSize(2);
  }

  private String branch(JsonNode parent) throws Exception {
    Api.Answer made =
        post(
            "organizations",
            Map.of(
                "code",
                "R" + UUID.randomUUID().toString().substring(0, 12),
                "name",
                "待合并支部",
                "type",
                "BRANCH",
                "sector",
                "COMMUNITY",
                "mode",
                "INDEPENDENT",
                "parentId",
                parent.get("id").asText(),
                "areaCode",
                parent.get("areaCode").asText(),
                "effectiveOn",
                "2025-01-01"));
    assertThat(made.status()).as(String.valueOf(made.body())).isEqualTo(201);
    return made.text("id");
  }

  private void admitTo(String branch, int firstPerson) throws Exception {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      Map<String, Object> member = NewMembers.of(branch, firstPerson + i);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                int status = district.member("system").post("members", member).status();
                statuses.add(status);
                return status == 201;
              });
    }
    assertThat(statuses).contains(201);
  }

  private String site(String organization, String area) throws Exception {
    Map<String, Object> wanted =
        Map.of(
            "code",
            "R" + UUID.randomUUID().toString().substring(0, 12),
            "name",
            "待移交阵地",
            "kind",
            "ACTIVITY_ROOM",
            "origin",
            "COMMUNITY",
            "areaCode",
            area,
            "organizationId",
            organization,
            "floorArea",
            80);
    Api.Answer made = district.activity("system").post("sites", wanted);
    assertThat(made.status()).as(String.valueOf(made.body())).isEqualTo(201);
    return made.text("id");
  }

  private Api.Answer post(String path, Object body) throws Exception {
    return district.registry("system").post(path, body);
  }

  private JsonNode reorganization(String id) throws Exception {
    return district.registry("system").get("reorganizations/" + id).body();
  }

  private static JsonNode step(JsonNode reorganization, String service) {
    for (JsonNode step : reorganization.get("steps")) {
      if (step.get("service").asText().equals(service)) {
        return step;
      }
    }
    throw new IllegalStateException("no step of " + service);
  }

  private void awaitFigure(String parent, List<String> branches, long members) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              long sum = 0;
              for (String branch : branches) {
                sum += figure("members.affiliated", branch);
              }
              assertThat(sum).as(parent).isEqualTo(members);
            });
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                post(
                            "reorganizations/merges?dryRun=true",
                            Map.of(
                                "sources",
                                branches.subList(0, 1),
                                "destination",
                                Map.of("organizationId", branches.get(1))))
                        .body()
                        .at("/totalBefore/members")
                        .asLong()
                    == members);
  }

  private long figure(String indicator, String organization) throws Exception {
    String scope = organization == null ? "" : "&organization=" + organization;
    Api.Answer answer =
        district.reporting("system").get("statistics?indicators=" + indicator + scope);
    assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(200);
    return answer.body().at("/values/0/value").asLong();
  }
}
