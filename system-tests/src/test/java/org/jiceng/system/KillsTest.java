package org.jiceng.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * While offices go on working, every process of the stack is killed in turn with SIGKILL and comes
 * back. Afterwards each accepted command is in the figures exactly once.
 */
class KillsTest {
  private static final List<String> VICTIMS =
      List.of(
          "org-registry-service",
          "member-service",
          "activity-service",
          "reporting-service",
          "kafka",
          "postgres");
  private static final int OFFICES = 4;

  private final District district = District.running();
  private final AtomicBoolean working = new AtomicBoolean(true);
  private final AtomicInteger people = new AtomicInteger(100_000);
  private final AtomicInteger admitted = new AtomicInteger();
  private final AtomicInteger moved = new AtomicInteger();

  @Test
  void whateverIsKilledEveryAcceptedCommandIsCountedExactlyOnce() throws Exception {
    JsonNode branches =
        district
            .registry("system")
            .get("organizations?type=BRANCH&sector=COMMUNITY&limit=10")
            .body()
            .get("items");
    String from = branches.get(3).get("id").asText();
    String to = branches.get(4).get("id").asText();
    long affiliatedBefore = district.figure("members.affiliated", null);
    long fromBefore = district.figure("members.affiliated", from);
    long toBefore = district.figure("members.affiliated", to);

    ExecutorService offices = Executors.newFixedThreadPool(OFFICES);
    List<Future<?>> work = new ArrayList<>();
    for (int i = 0; i < OFFICES; i++) {
      work.add(offices.submit(() -> workOn(from, to)));
    }
    for (String victim : VICTIMS) {
      int before = admitted.get();
      district.kill(victim);
      district.awaitReady();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> allAtWork(work) && admitted.get() > before + OFFICES);
    }
    working.set(false);
    for (Future<?> one : work) {
      one.get();
    }
    offices.shutdown();

    assertThat(admitted.get()).isGreaterThan(VICTIMS.size() * OFFICES);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertThat(district.figure("members.affiliated", null))
                  .isEqualTo(affiliatedBefore + admitted.get());
              assertThat(district.figure("members.affiliated", from))
                  .isEqualTo(fromBefore + admitted.get() - moved.get());
              assertThat(district.figure("members.affiliated", to))
                  .isEqualTo(toBefore + moved.get());
            });
    assertThat(moved.get()).isPositive();
    assertNothingIsParked();
  }

  /** An office that has given up says why. */
  private static boolean allAtWork(List<Future<?>> work) throws Exception {
    for (Future<?> one : work) {
      if (one.isDone()) {
        one.get();
      }
    }
    return true;
  }

  /** Admits a person and moves every second one; each command is repeated until it is answered. */
  private void workOn(String from, String to) {
    while (working.get()) {
      int n = people.incrementAndGet();
      Api.Answer member = insist("members", NewMembers.of(from, n), null);
      admitted.incrementAndGet();
      if (n % 2 == 0) {
        Map<String, Object> request = Map.of("memberId", member.text("id"), "destinationId", to);
        Api.Answer transfer = insist("transfers", request, null);
        String path = "transfers/" + transfer.text("id");
        Api.Answer approved = insist(path + "/approval", Map.of(), transfer.etag());
        insist(path + "/receipt", Map.of(), approved.etag());
        moved.incrementAndGet();
      }
    }
  }

  private Api.Answer insist(String path, Map<String, Object> body, String etag) {
    String key = UUID.randomUUID().toString();
    long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    String last = "";
    while (System.nanoTime() < deadline) {
      try {
        Api.Answer answer =
            etag == null
                ? district.member("system").post(path, body, "Idempotency-Key", key)
                : district
                    .member("system")
                    .post(path, body, "Idempotency-Key", key, "If-Match", etag);
        if (answer.status() < 300) {
          return answer;
        }
        last = answer.status() + " " + answer.body();
        if (answer.status() < 500 && answer.status() != 409) {
          break;
        }
        pause();
      } catch (IOException e) {
        last = e.toString();
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException(path + " was never accepted: " + last);
  }

  private static void pause() {
    java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
  }

  private void assertNothingIsParked() throws Exception {
    for (String service : List.of("member", "activity", "reporting")) {
      assertThat(district.api(service, district.token("system")).get("parked-events").body())
          .isEmpty();
    }
  }
}
