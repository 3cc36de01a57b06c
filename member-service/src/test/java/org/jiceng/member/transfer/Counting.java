package org.jiceng.member.transfer;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jiceng.events.MemberEvent;
import org.jiceng.events.MemberEvent.AffiliationEntered;
import org.jiceng.events.MemberEvent.AffiliationRevoked;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MemberEvent.MembershipEnded;
import org.jiceng.events.MemberEvent.MembershipRestored;
import org.jiceng.events.MemberEvent.TransferCompleted;

/**
 * Members of each organisation on each day, by nothing but events, as the reporting fold has it.
 */
public final class Counting {
  private final Map<UUID, TreeMap<LocalDate, Integer>> postings = new HashMap<>();

  public void fold(MemberEvent event, LocalDate on) {
    if (event instanceof MemberAdmitted e) {
      post(e.organizationId(), on, 1);
    } else if (event instanceof TransferCompleted e) {
      post(e.sourceId(), on, -1);
      post(e.destinationId(), on, 1);
    } else if (event instanceof MembershipEnded e) {
      post(e.organizationId(), on, -1);
    } else if (event instanceof MembershipRestored e) {
      post(e.organizationId(), on, 1);
    } else if (event instanceof AffiliationRevoked e) {
      stay(e.organizationId(), e.from(), e.to(), -1);
    } else if (event instanceof AffiliationEntered e) {
      stay(e.organizationId(), e.from(), e.to(), 1);
    }
  }

  /** How many the organisation had that day. */
  public int on(UUID organization, LocalDate day) {
    return postings.getOrDefault(organization, new TreeMap<>()).headMap(day, true).values().stream()
        .mapToInt(Integer::intValue)
        .sum();
  }

  private void stay(UUID organization, LocalDate from, LocalDate to, int amount) {
    post(organization, from, amount);
    if (to != null) {
      post(organization, to, -amount);
    }
  }

  private void post(UUID organization, LocalDate day, int amount) {
    postings.computeIfAbsent(organization, o -> new TreeMap<>()).merge(day, amount, Integer::sum);
  }
}
