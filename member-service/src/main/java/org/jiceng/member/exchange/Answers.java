package org.jiceng.member.exchange;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jiceng.kit.problem.Problem;
import org.jiceng.member.transfer.PeerArrivals;
import org.jiceng.member.transfer.PeerDepartures;

/** What another district's answer does here: once, in the transaction that notes it down. */
@ApplicationScoped
class Answers {
  private static final Logger LOG = Logger.getLogger(Answers.class);

  private final Messages messages;
  private final Handovers handovers;
  private final PeerArrivals arrivals;
  private final PeerDepartures departures;
  private final Event<MessageWaiting> bell;

  Answers(
      Messages messages,
      Handovers handovers,
      PeerArrivals arrivals,
      PeerDepartures departures,
      Event<MessageWaiting> bell) {
    this.messages = messages;
    this.handovers = handovers;
    this.arrivals = arrivals;
    this.departures = departures;
    this.bell = bell;
  }

  /** Does what the answer says, unless the message has become needless since. */
  void take(Message message, Word word, Answer answer) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                messages
                    .holdWaiting(message)
                    .ifPresent(
                        waiting -> {
                          act(waiting, word, answer);
                          messages.answered(waiting);
                          messages.hurry(waiting.peer());
                        }));
  }

  private void act(Message message, Word word, Answer answer) {
    switch (message.kind()) {
      case OFFER -> offered(message, word, answer);
      case RELEASE -> released(message, word, answer);
      case ARRIVAL -> arrivals.acknowledge(message.transferId());
      case WITHDRAWAL, RETURN, REFUSAL -> {}
    }
  }

  /** An offer that the other district cannot take is refused, and the member stays. */
  private void offered(Message message, Word word, Answer answer) {
    if (answer.outcome() == Answer.Outcome.REFUSED) {
      try {
        departures.refused(
            message.peer(), message.transferId(), word.letter(), answer.reasonCode());
      } catch (Problem over) {
        LOG.debugf("transfer %s is not refused: %s", message.transferId(), over.reason());
      }
    }
  }

  private void released(Message message, Word word, Answer answer) {
    UUID transferId = message.transferId();
    switch (answer.outcome()) {
      case RELEASED -> {
        arrivals.admit(transferId, answer.effectiveOn());
        messages.put(
            MessageKind.ARRIVAL,
            transferId,
            message.peer(),
            new Word(handovers.idOf(transferId), word.letter(), null));
        bell.fire(new MessageWaiting());
      }
      case SUPERSEDED -> arrivals.awaitNewerLetter(transferId);
      default -> arrivals.withdraw(transferId, answer.reasonCode());
    }
  }
}
