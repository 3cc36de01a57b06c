package org.jiceng.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What careless, curious and hostile callers get, over the whole running stack. */
class UnhappyCallersTest {
  private final District district = District.running();

  @Test
  void nobodyGetsInWithoutATokenOrWithOneOfSomeoneElse() throws Exception {
    String good = district.token("system");
    String forged = good.substring(0, good.lastIndexOf('.') + 1) + "c2lnbmVkLWJ5LXNvbWVvbmUtZWxzZQ";

    assertProblem(district.api("member", null).get("members"), 401);
    assertProblem(district.api("member", forged).get("members"), 401);
    assertProblem(district.api("reporting", forged).get("statistics"), 401);
  }

  @Test
  void aReporterMayNotSeePersons() throws Exception {
    assertProblem(district.member("reporter").get("members"), 403);
  }

  @Test
  void aWrongIdNumberIsRefusedInWordsAndLeavesNoTrace() throws Exception {
    Api api = district.member("system");
    Map<String, Object> wrong = NewMembers.of(someBranch(), 1);
    wrong.put("idNumber", "110105194912310021");

    Api.Answer answer = api.post("members", wrong);

    assertThat(answer.status()).isIn(400, 422);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.body().at("/violations/0/field").asText()).contains("idNumber");
    assertThat(answer.body().toString()).doesNotContain("110105194912310021");
  }

  @Test
  void aHugeBodyIsRefused() throws Exception {
    String huge = "{\"name\":\"" + "x".repeat(3_000_000) + "\"}";

    assertProblem(district.member("system").postRaw("members", "application/json", huge), 413);
  }

  @Test
  void aRepeatedKeyAdmitsOnce() throws Exception {
    Api api = district.member("system");
    Map<String, Object> member = NewMembers.of(someBranch(), 2);
    String key = UUID.randomUUID().toString();

    Api.Answer first = api.post("members", member, "Idempotency-Key", key);
    Api.Answer again = api.post("members", member, "Idempotency-Key", key);
    member.put("ethnicity", "02");
    Api.Answer other = api.post("members", member, "Idempotency-Key", key);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text("id")).isEqualTo(first.text("id"));
    assertProblem(other, 422);
  }

  @Test
  void aChangeOfAStaleVersionIsRefused() throws Exception {
    Api api = district.registry("system");
    JsonNode branch = branches().get(0);
    String path = "organizations/" + branch.get("id").asText();
    Api.Answer read = api.get(path);
    Map<String, Object> rename = Map.of("name", "改名一次", "effectiveOn", "2026-01-01");

    assertProblem(api.post(path + "/rename", rename), 428);
    assertThat(api.post(path + "/rename", rename, "If-Match", read.etag()).status()).isEqualTo(200);
    assertProblem(api.post(path + "/rename", rename, "If-Match", read.etag()), 412);
  }

  @Test
  void anotherOrganisationsTokenSeesNothingOfAMember() throws Exception {
    JsonNode branches = branches();
    String mine = branches.get(1).get("id").asText();
    Api.Answer admitted = district.member("system").post("members", NewMembers.of(mine, 3));
    assertThat(admitted.status()).isEqualTo(201);
    String path = "members/" + admitted.text("id");

    String own = district.token("secretary", branches.get(1).get("code").asText());
    String foreign = district.token("secretary", branches.get(2).get("code").asText());

    assertThat(district.api("member", own).get(path).status()).isEqualTo(200);
    assertProblem(district.api("member", foreign).get(path), 404);
  }

  private JsonNode branches() throws Exception {
    return district
        .registry("system")
        .get("organizations?type=BRANCH&sector=COMMUNITY&limit=10")
        .body()
        .get("items");
  }

  private String someBranch() throws Exception {
    return branches().get(0).get("id").asText();
  }

  private static void assertProblem(Api.Answer answer, int status) {
    assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.text("title")).isNotBlank();
  }
}
