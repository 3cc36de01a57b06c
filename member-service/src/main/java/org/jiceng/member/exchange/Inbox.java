package org.jiceng.member.exchange;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.function.Supplier;
import org.jiceng.kit.problem.Problem;

/**
 * Takes messages of other districts in: each has its effect once, in the transaction that keeps the
 * answer, and is given that answer as often as it comes. A refusal is an answer like any other.
 */
@ApplicationScoped
class Inbox {
  private final Replies replies;
  private final Messages messages;
  private final PeerRequest request;
  private final Event<MessageWaiting> bell;

  Inbox(Replies replies, Messages messages, PeerRequest request, Event<MessageWaiting> bell) {
    this.replies = replies;
    this.messages = messages;
    this.request = request;
    this.bell = bell;
  }

  /** The answer to the message that is being taken in. */
  Answer once(Supplier<Answer> effect) {
    try {
      return QuarkusTransaction.requiringNew().call(() -> answer(() -> tried(effect)));
    } catch (Refusal refusal) {
      return QuarkusTransaction.requiringNew().call(() -> answer(() -> Answer.to(refusal.why)));
    }
  }

  private Answer answer(Supplier<Answer> effect) {
    return replies
        .first(request)
        .orElseGet(
            () -> {
              Answer answer = effect.get();
              replies.keep(request, answer);
              messages.hurry(request.peer());
              bell.fire(new MessageWaiting());
              return answer;
            });
  }

  /** What a broken rule has half done must not be kept beside the answer that says so. */
  private static Answer tried(Supplier<Answer> effect) {
    try {
      return effect.get();
    } catch (Problem why) {
      throw new Refusal(why);
    }
  }

  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem why;

    Refusal(Problem why) {
      super(why);
      this.why = why;
    }
  }
}
