package org.jiceng.member.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import org.jiceng.member.transfer.PeerDeparture;
import org.jiceng.member.transfer.PeerDepartures;
import org.jiceng.member.transfer.PeerStep;
import org.jiceng.member.transfer.TransferState;

/** What an office does here and another district has to hear, put to the messages by one commit. */
@ApplicationScoped
class Outgoing {
  private final Districts districts;
  private final Handovers handovers;
  private final PeerDepartures departures;
  private final Messages messages;
  private final Event<MessageWaiting> bell;

  Outgoing(
      Districts districts,
      Handovers handovers,
      PeerDepartures departures,
      Messages messages,
      Event<MessageWaiting> bell) {
    this.districts = districts;
    this.handovers = handovers;
    this.departures = departures;
    this.messages = messages;
    this.bell = bell;
  }

  void begin(@Observes PeerDeparture departure) {
    districts.require(departure.peer());
    handovers.addDeparture(departure.transferId(), departure.destinationCode());
  }

  void step(@Observes PeerStep step) {
    switch (step.direction()) {
      case OUT -> fromSource(step);
      case IN -> fromDestination(step);
      case WITHIN -> {}
    }
  }

  /** Each word of the source is the whole truth: what it has not got rid of yet is needless now. */
  private void fromSource(PeerStep step) {
    switch (step.state()) {
      case APPROVED -> {
        messages.forget(step.transferId());
        say(
            MessageKind.OFFER,
            step,
            Offer.of(
                step.transferId(),
                step.issue(),
                handovers.destinationCode(step.transferId()),
                departures.traveller(step.transferId())));
      }
      case CANCELLED, EXPIRED -> withdraw(step);
      default -> {}
    }
  }

  private void withdraw(PeerStep step) {
    if (step.issue() > 0) {
      messages.forget(step.transferId());
      String reason =
          step.state() == TransferState.EXPIRED || step.reasonCode() == null
              ? step.state().name()
              : step.reasonCode();
      say(MessageKind.WITHDRAWAL, step, new Word(step.transferId(), step.issue(), reason));
    }
  }

  private void fromDestination(PeerStep step) {
    switch (step.state()) {
      case APPROVED -> word(MessageKind.RELEASE, step);
      case RETURNED -> word(MessageKind.RETURN, step);
      case REFUSED, CANCELLED -> word(MessageKind.REFUSAL, step);
      default -> {}
    }
  }

  private void word(MessageKind kind, PeerStep step) {
    say(kind, step, new Word(handovers.idOf(step.transferId()), step.issue(), step.reasonCode()));
  }

  private void say(MessageKind kind, PeerStep step, Object body) {
    messages.put(kind, step.transferId(), step.peer(), body);
    bell.fire(new MessageWaiting());
  }
}
