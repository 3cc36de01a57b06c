package org.jiceng.reporting.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.api.Test;

/** While its entity tag holds an answer is worked out once, and never looks fresher than it is. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class KeptAnswersTest {
  private static final LogPositions.LogPosition OLD =
      new LogPositions.LogPosition("jiceng.member.v1", 1, 4711L);

  @Inject KeptAnswers kept;
  @Inject QuestionTag asked;

  private final EntityTag tag = new EntityTag(UUID.randomUUID().toString(), true);
  private final AtomicInteger worked = new AtomicInteger();

  private record Answer(int value, List<LogPositions.LogPosition> freshness)
      implements KeptAnswer<Answer> {
    @Override
    public Answer freshAsOf(List<LogPositions.LogPosition> now) {
      return new Answer(value, now);
    }
  }

  @Test
  void whoAsksTheSameAtTheSameTimeWaitsForTheFirst() {
    CountDownLatch someoneWorks = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<Answer> first =
        CompletableFuture.supplyAsync(
            () ->
                ask(
                    tag,
                    () -> {
                      someoneWorks.countDown();
                      await(goOn);
                      return next();
                    }));
    await(someoneWorks);
    List<CompletableFuture<Answer>> others =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> ask(tag, this::next)))
            .limit(5)
            .toList();
    goOn.countDown();

    assertThat(first.join().value()).isEqualTo(1);
    assertThat(others).allSatisfy(other -> assertThat(other.join().value()).isEqualTo(1));
    assertThat(worked).hasValue(1);
  }

  @Test
  void howManyEventsWaitIsSaidOfNow() {
    assertThat(ask(tag, this::next).freshness()).containsExactly(OLD);
    assertThat(ask(tag, this::next).freshness()).isNotEmpty().doesNotContain(OLD);
    assertThat(worked).hasValue(1);
  }

  @Test
  void anotherTagIsAnotherAnswer() {
    assertThat(ask(tag, this::next).value()).isEqualTo(1);
    assertThat(ask(new EntityTag("other" + tag.getValue(), true), this::next).value()).isEqualTo(2);
  }

  @Test
  void aRefusalIsNotKept() {
    assertThatThrownBy(
            () ->
                ask(
                    tag,
                    () -> {
                      throw new IllegalStateException("once");
                    }))
        .hasMessage("once");
    assertThat(ask(tag, this::next).value()).isEqualTo(1);
  }

  private Answer next() {
    return new Answer(worked.incrementAndGet(), List.of(OLD));
  }

  /** In a request of its own. */
  private Answer ask(EntityTag question, Supplier<Answer> supplier) {
    ManagedContext request = Arc.container().requestContext();
    if (request.isActive()) {
      request.terminate();
    }
    request.activate();
    try {
      asked.is(question);
      return kept.orElse(supplier);
    } finally {
      request.terminate();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
