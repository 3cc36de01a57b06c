package org.jiceng.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Two instances of the reporting service share the fold and rebuilds. Each is killed in turn while
 * members are admitted and a rebuild runs; in the end every rebuild has found both projections
 * equal and every member is counted once.
 */
class TwoInstancesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String REPORTING = "reporting-service";

  private final District district = District.running();
  private final AtomicBoolean working = new AtomicBoolean(true);
  private final AtomicInteger people = new AtomicInteger(400_000);
  private final AtomicInteger admitted = new AtomicInteger();

  @Test
  void whicheverIsKilledWhileARebuildRunsEveryMemberIsCountedOnce() throws Exception {
    String branch =
        district
            .registry("system")
            .get("organizations?type=BRANCH&sector=COMMUNITY&limit=1")
            .body()
            .at("/items/0/id")
            .asText();
    long before = district.figure("members.affiliated", branch);
    try (Twin twin = Twin.of(district, REPORTING)) {
      twin.start();
      await().atMost(PATIENCE).until(twin::isReady);
      CompletableFuture<Void> office = CompletableFuture.runAsync(() -> admitInto(branch));
      killWhileARebuildRuns(twin, () -> district.kill(REPORTING), twin);
      killWhileARebuildRuns(twin, twin::kill, null);
      twin.start();
      killWhileARebuildRuns(
          twin,
          () -> {
            district.kill(REPORTING);
            twin.kill();
          },
          null);
      working.set(false);
      office.join();
    }

    district.awaitReady();
    assertThat(admitted.get()).isPositive();
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(IOException.class)
        .untilAsserted(
            () ->
                assertThat(district.figure("members.affiliated", branch))
                    .isEqualTo(before + admitted.get()));
    assertThat(district.reporting("system").get("parked-events").body()).isEmpty();
    completed(begin());
  }

  private interface Blow {
    void strike() throws InterruptedException;
  }

  private void killWhileARebuildRuns(Twin twin, Blow blow, Twin survivor) throws Exception {
    district.awaitReady();
    await().atMost(PATIENCE).until(twin::isReady);
    String id = begin();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> rebuild(id).path("read").asLong() > 0);
    blow.strike();
    if (survivor != null) {
      assertThat(new Api(survivor.url(), district.token("system")).get("freshness").status())
          .isEqualTo(200);
    }
    completed(id);
  }

  private String begin() throws IOException, InterruptedException {
    return district.reporting("system").post("rebuilds", Map.of()).text("id");
  }

  private void completed(String id) {
    JsonNode rebuild =
        await()
            .atMost(PATIENCE)
            .ignoreExceptionsInstanceOf(IOException.class)
            .until(
                () -> rebuild(id), r -> !List.of("RUNNING", "").contains(r.path("state").asText()));
    assertThat(rebuild.path("state").asText()).as(rebuild.toString()).isEqualTo("COMPLETED");
    assertThat(rebuild.path("differences")).isEmpty();
  }

  private JsonNode rebuild(String id) throws IOException, InterruptedException {
    return district.reporting("system").get("rebuilds/" + id).body();
  }

  private void admitInto(String branch) {
    try {
      while (working.get()) {
        Api.Answer member =
            district
                .member("system")
                .post(
                    "members",
                    NewMembers.of(branch, people.incrementAndGet()),
                    "Idempotency-Key",
                    UUID.randomUUID().toString());
        assertThat(member.status()).as("%s", member.body()).isEqualTo(201);
        admitted.incrementAndGet();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
