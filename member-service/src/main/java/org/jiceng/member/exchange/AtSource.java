package org.jiceng.member.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import org.jiceng.member.transfer.PeerDepartures;

/** What the destination's words do at the source. */
@ApplicationScoped
class AtSource {
  private final PeerDepartures departures;

  AtSource(PeerDepartures departures) {
    this.departures = departures;
  }

  Answer release(String peer, Word word) {
    return Answer.released(departures.release(peer, word.handover(), word.letter()));
  }

  Answer returned(String peer, Word word) {
    departures.returned(peer, word.handover(), word.letter(), word.reasonCode());
    return Answer.TAKEN;
  }

  Answer refused(String peer, Word word) {
    departures.refused(peer, word.handover(), word.letter(), word.reasonCode());
    return Answer.TAKEN;
  }

  Answer arrived(String peer, Word word) {
    departures.arrived(peer, word.handover());
    return Answer.TAKEN;
  }
}
