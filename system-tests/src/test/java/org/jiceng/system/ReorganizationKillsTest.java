package org.jiceng.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * A merge that takes four steps of a thousand members is killed at each of them, in each process it
 * goes through, and goes on where it was. Each time before equals after, for the district and for
 * the line.
 */
class ReorganizationKillsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int TRIES = 3;
  private static final List<Kill> KILLS =
      List.of(
          Kill.frozenFrom("member-service", "decided, before it is heard of", Seen::nobodyMoved),
          Kill.when("org-registry-service", "decided, before it is told", Seen::nobodyMoved),
          Kill.when("member-service", "between two steps", seen -> seen.moved(1_000, 2_999)),
          Kill.when("postgres", "between two steps", seen -> seen.moved(1_000, 2_999)),
          Kill.when("kafka", "between two steps", seen -> seen.moved(1_000, 2_999)),
          Kill.when("member-service", "before the last step", seen -> seen.moved(3_000, 3_499)),
          Kill.frozenFrom(
              "activity-service", "members done, bookings not yet", Seen::onlyMembersDone));

  private final District district = District.running();
  private final List<String> former = new ArrayList<>();
  private int merges;

  /** Who is killed when; what is frozen first cannot run past the moment. */
  private record Kill(String victim, String when, boolean frozen, Predicate<Seen> moment) {
    static Kill when(String victim, String when, Predicate<Seen> moment) {
      return new Kill(victim, when, false, moment);
    }

    static Kill frozenFrom(String victim, String when, Predicate<Seen> moment) {
      return new Kill(victim, when, true, moment);
    }
  }

  /** What can be seen of a reorganisation. */
  private record Seen(JsonNode reorganization) {
    JsonNode step(String service) {
      for (JsonNode step : reorganization.get("steps")) {
        if (step.get("service").asText().equals(service)) {
          return step;
        }
      }
      throw new IllegalStateException("no step of " + service);
    }

    long count(String service, String kind) {
      return step(service).at("/counts/" + kind).asLong();
    }

    boolean done() {
      return reorganization.get("state").asText().equals("DONE");
    }

    boolean moved(long atLeast, long atMost) {
      long members = count("member", "members");
      return members >= atLeast && members <= atMost;
    }

    boolean nobodyMoved() {
      return moved(0, 0);
    }

    boolean onlyMembersDone() {
      return step("member").get("done").asBoolean() && !step("activity").get("done").asBoolean();
    }
  }

  @Test
  void aMergeKilledAtEachStepIsResumedAndLosesNobody() throws Exception {
    LargeBranch branch = new LargeBranch(district);
    for (Kill kill : KILLS) {
      boolean placed = false;
      for (int i = 0; i < TRIES && !placed; i++) {
        placed = mergeAndKill(branch, kill);
      }
      assertThat(placed).as("%s was killed when %s", kill.victim(), kill.when()).isTrue();
    }
    branch.assertEachIsListedOnce(former);
  }

  /** Whether the kill came at its moment; the merge is followed to the end either way. */
  private boolean mergeAndKill(LargeBranch branch, Kill kill) throws Exception {
    long process = district.pid(kill.victim());
    if (kill.frozen()) {
      district.freeze(process);
    }
    Api.Answer decided =
        district.registry("system").post("reorganizations/merges", branch.merge(++merges));
    assertThat(decided.status()).as(String.valueOf(decided.body())).isEqualTo(201);
    String id = decided.text("id");
    boolean placed = awaitMoment(id, kill);
    district.killProcess(process);

    await().atMost(PATIENCE).ignoreExceptions().until(() -> seen(id).done());
    Seen done = seen(id);
    String heir = done.reorganization().at("/destinations/0/organizationId").asText();
    assertThat(done.reorganization().get("steps")).allMatch(step -> step.get("done").asBoolean());
    assertThat(done.count("member", "members")).isEqualTo(LargeBranch.MEMBERS);
    assertThat(done.count("member", "registrations")).isEqualTo(1);
    assertThat(done.count("activity", "sites")).isEqualTo(1);
    assertThat(done.count("activity", "bookings")).isEqualTo(1);
    assertThat(done.reorganization().get("sources")).hasSize(branch.sources().size());
    former.addAll(branch.sources());
    branch.assertAllIsWith(heir);
    return placed;
  }

  /** Looks without a pause until the moment has come, or is past. */
  private boolean awaitMoment(String id, Kill kill) throws Exception {
    Optional<Seen> now = Optional.empty();
    while (now.isEmpty()) {
      Seen seen = seen(id);
      if (kill.moment().test(seen) || seen.done()) {
        now = Optional.of(seen);
      }
    }
    return kill.moment().test(now.get());
  }

  private Seen seen(String id) throws Exception {
    Api.Answer answer = district.registry("system").get("reorganizations/" + id);
    assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(200);
    return new Seen(answer.body());
  }
}
