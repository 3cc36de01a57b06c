package org.jiceng.certification.plain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.MemberEvent.AffiliationEntered;
import org.jiceng.events.MemberEvent.AffiliationRevoked;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MemberEvent.MemberReassigned;
import org.jiceng.events.MemberEvent.MembershipEnded;
import org.jiceng.events.MemberEvent.MembershipRestored;
import org.jiceng.events.MemberEvent.TransferCompleted;
import org.jiceng.events.RecordedEvent;

/** Where each member was from when to when, by all that is on record, in the order of recording. */
final class Stays {
  private final Map<UUID, List<Stay>> byMember = new HashMap<>();

  private record Stay(UUID organization, LocalDate from, LocalDate to) {
    boolean lasted(LocalDate day) {
      return !from.isAfter(day) && (to == null || to.isAfter(day));
    }
  }

  Stays(List<RecordedEvent> recorded) {
    for (RecordedEvent event : recorded) {
      LocalDate on = event.effectiveOn();
      if (event.data() instanceof MemberAdmitted e) {
        begin(e.memberId(), e.organizationId(), on);
      } else if (event.data() instanceof MembershipRestored e) {
        begin(e.memberId(), e.organizationId(), on);
      } else if (event.data() instanceof TransferCompleted e) {
        end(e.memberId(), e.sourceId(), on);
        begin(e.memberId(), e.destinationId(), on);
      } else if (event.data() instanceof MemberReassigned e) {
        end(e.memberId(), e.sourceId(), on);
        begin(e.memberId(), e.destinationId(), on);
      } else if (event.data() instanceof MembershipEnded e) {
        end(e.memberId(), e.organizationId(), on);
      } else if (event.data() instanceof AffiliationRevoked e) {
        if (!of(e.memberId()).remove(new Stay(e.organizationId(), e.from(), e.to()))) {
          throw new IllegalStateException("no such stay was recorded: " + e);
        }
      } else if (event.data() instanceof AffiliationEntered e) {
        of(e.memberId()).add(new Stay(e.organizationId(), e.from(), e.to()));
      }
    }
  }

  /** One thing for each member who was somewhere on the day. */
  List<Thing> on(LocalDate day) {
    return byMember.values().stream()
        .flatMap(List::stream)
        .filter(stay -> stay.lasted(day))
        .map(stay -> Thing.one("member", stay.organization, null))
        .toList();
  }

  private List<Stay> of(UUID member) {
    return byMember.computeIfAbsent(member, id -> new ArrayList<>());
  }

  private void begin(UUID member, UUID organization, LocalDate on) {
    of(member).add(new Stay(organization, on, null));
  }

  private void end(UUID member, UUID organization, LocalDate on) {
    List<Stay> stays = of(member);
    Stay open =
        stays.stream()
            .filter(stay -> stay.to == null && stay.organization.equals(organization))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no stay that could end: " + member));
    stays.remove(open);
    stays.add(new Stay(organization, open.from, on));
  }
}
