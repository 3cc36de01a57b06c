package org.jiceng.member.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;
import org.jiceng.member.exchange.Handovers.Handover;
import org.jiceng.member.transfer.PeerArrivals;

/**
 * What the source's words do at the destination. A letter that has been heard of, or a later one,
 * is never heard of again. While the source can still speak about a letter it has released nobody,
 * so that what this district has asked of it may be taken back.
 */
@ApplicationScoped
class AtDestination {
  private static final String BY_CODE =
      "select organization_id from organization_node where code = ?";

  private final Handovers handovers;
  private final PeerArrivals arrivals;
  private final Messages messages;
  private final Database database;

  AtDestination(Handovers handovers, PeerArrivals arrivals, Messages messages, Database database) {
    this.handovers = handovers;
    this.arrivals = arrivals;
    this.messages = messages;
    this.database = database;
  }

  Answer offered(String peer, Offer offer) {
    Handover before = handovers.hold(peer, offer.handover());
    if (offer.letter() <= before.letter()) {
      return Answer.TOO_LATE;
    }
    UUID transferId = waiting(before) ? renew(before.transferId(), offer) : announce(peer, offer);
    handovers.keep(peer, offer.handover(), new Handover(offer.letter(), transferId));
    return Answer.TAKEN;
  }

  Answer withdrawn(String peer, Word word) {
    Handover before = handovers.hold(peer, word.handover());
    if (word.letter() < before.letter()) {
      return Answer.TOO_LATE;
    }
    if (waiting(before)) {
      messages.forget(before.transferId());
      arrivals.withdraw(before.transferId(), word.reasonCode());
    }
    handovers.keep(peer, word.handover(), new Handover(word.letter(), before.transferId()));
    return Answer.TAKEN;
  }

  private boolean waiting(Handover handover) {
    return handover.transferId() != null && arrivals.isOpen(handover.transferId());
  }

  private UUID renew(UUID transferId, Offer offer) {
    messages.forget(transferId);
    arrivals.renew(transferId, offer.letter(), offer.traveller());
    return transferId;
  }

  private UUID announce(String peer, Offer offer) {
    UUID destination =
        database
            .first(BY_CODE, row -> row.getObject(1, UUID.class), offer.destinationCode())
            .orElseThrow(() -> new Problem(ExchangeProblems.DESTINATION_UNKNOWN));
    return arrivals.announce(peer, offer.letter(), destination, offer.traveller());
  }
}
