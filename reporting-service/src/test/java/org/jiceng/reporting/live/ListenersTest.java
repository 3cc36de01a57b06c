package org.jiceng.reporting.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.junit.jupiter.api.Test;

/** Who is told what and when, and how many may listen; without a service around it. */
class ListenersTest {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Instant NOON = Instant.parse("2009-12-31T04:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(3600);

  private record Config(int listeners, Duration every, Duration heartbeat)
      implements StreamConfig {}

  @Test
  void aListenerHearsWhatIsNewAndTheSameAgainOnlyAfterAWhile() {
    AtomicReference<Listener> listener = new AtomicReference<>();
    AssertSubscriber<FoldPosition> heard = hearing(listener, LATER, Long.MAX_VALUE);

    listener.get().hear(at(1), NOON, HEARTBEAT);
    listener.get().hear(at(1), NOON.plusSeconds(14), HEARTBEAT);
    heard.assertItems(at(1));

    listener.get().hear(at(2), NOON.plusSeconds(14), HEARTBEAT);
    listener.get().hear(at(2), NOON.plusSeconds(29), HEARTBEAT);
    heard.assertItems(at(1), at(2), at(2));
  }

  @Test
  void whoIsSlowHearsTheLatest() {
    AtomicReference<Listener> listener = new AtomicReference<>();
    AssertSubscriber<FoldPosition> heard = hearing(listener, LATER, 1);

    for (int position = 1; position <= 4; position++) {
      listener.get().hear(at(position), NOON, HEARTBEAT);
    }
    heard.assertItems(at(1));
    heard.request(1).assertItems(at(1), at(4));
  }

  @Test
  void itEndsWithTheToken() {
    AtomicReference<Listener> listener = new AtomicReference<>();
    AssertSubscriber<FoldPosition> heard = hearing(listener, LATER, Long.MAX_VALUE);

    listener.get().hear(at(1), LATER.minusMillis(1), HEARTBEAT);
    heard.assertNotTerminated();
    listener.get().hear(at(2), LATER, HEARTBEAT);
    heard.assertItems(at(1)).assertCompleted();
  }

  @Test
  void onlySoManyMayListenAndWhoLeavesMakesRoom() {
    Listeners listeners = two();
    AssertSubscriber<FoldPosition> first = subscribed(listeners);
    subscribed(listeners);

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> listeners.listen(LATER))
          .isInstanceOfSatisfying(
              Problem.class, problem -> assertThat(problem.type().status()).isEqualTo(503));
    }
    first.cancel();
    subscribed(listeners).assertNotTerminated();
    assertThatThrownBy(() -> listeners.listen(LATER)).isInstanceOf(Problem.class);
  }

  @Test
  void allAreLetGoWhenTheServiceStops() {
    Listeners listeners = two();
    AssertSubscriber<FoldPosition> first = subscribed(listeners);

    listeners.end(null);
    first.assertCompleted();
  }

  /** For two at most; nobody looks at positions here. */
  private static Listeners two() {
    return new Listeners(
        null,
        new Config(2, Duration.ofSeconds(1), HEARTBEAT),
        new BusinessClock("UTC"),
        new SimpleMeterRegistry());
  }

  private static AssertSubscriber<FoldPosition> subscribed(Listeners listeners) {
    return listeners.listen(LATER).subscribe().withSubscriber(AssertSubscriber.create(10));
  }

  private static AssertSubscriber<FoldPosition> hearing(
      AtomicReference<Listener> listener, Instant until, long wanted) {
    return Multi.createFrom()
        .<FoldPosition>emitter(
            to -> listener.set(new Listener(to, until)), BackPressureStrategy.LATEST)
        .subscribe()
        .withSubscriber(AssertSubscriber.create(wanted));
  }

  private static FoldPosition at(long position) {
    return new FoldPosition(List.of(new FoldPosition.Log("jiceng.member.v1", position, position)));
  }
}
