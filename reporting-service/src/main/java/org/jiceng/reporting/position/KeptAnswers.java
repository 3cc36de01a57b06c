package org.jiceng.reporting.position;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Answers that still hold. With each change of the figures all who look at a dashboard ask anew,
 * and most ask the same: the first has it worked out, the others wait for that. What an entity tag
 * names (the question, the asker's scope and roles, the day, all that was folded) decides the
 * answer, so none is ever older than what would be worked out. Memory that runs short is given
 * back.
 */
@ApplicationScoped
public class KeptAnswers {
  private static final int MOST = 200;
  private static final Duration UNUSED = Duration.ofMinutes(1);

  private final QuestionTag asked;
  private final LogPositions positions;
  private final Cache<EntityTag, CompletableFuture<Object>> kept =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterAccess(UNUSED)
          .scheduler(Scheduler.systemScheduler())
          .softValues()
          .build();

  KeptAnswers(QuestionTag asked, LogPositions positions) {
    this.asked = asked;
    this.positions = positions;
  }

  /** The answer to the request being served: the one that is kept, or else that of the supplier. */
  @SuppressWarnings("unchecked")
  public <A extends KeptAnswer<A>> A orElse(Supplier<A> worked) {
    EntityTag tag = asked.tag().orElse(null);
    if (tag == null) {
      return worked.get();
    }
    CompletableFuture<Object> mine = new CompletableFuture<>();
    CompletableFuture<Object> first = kept.asMap().putIfAbsent(tag, mine);
    return first == null
        ? keep(tag, mine, worked)
        : ((A) await(first, worked)).freshAsOf(positions.now());
  }

  private <A> A keep(EntityTag tag, CompletableFuture<Object> mine, Supplier<A> worked) {
    try {
      A answer = worked.get();
      mine.complete(answer);
      return answer;
    } catch (RuntimeException e) {
      kept.asMap().remove(tag, mine);
      mine.completeExceptionally(e);
      throw e;
    }
  }

  /** What went wrong for the first need not for the next. */
  private static Object await(CompletableFuture<Object> first, Supplier<?> worked) {
    try {
      return first.join();
    } catch (CompletionException e) {
      return worked.get();
    }
  }
}
