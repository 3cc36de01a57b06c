package org.jiceng.activity.waitlist;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jiceng.activity.booking.Slot;
import org.jiceng.activity.booking.SlotsFreed;
import org.jiceng.activity.booking.WaitedFor;
import org.jiceng.activity.organization.Organizations;
import org.jiceng.activity.site.Place;
import org.jiceng.activity.site.Sites;
import org.jiceng.events.ActivityEvent.WaitlistEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Preconditions;

/** Where organisations wait for a space, and move up in the transaction that frees it. */
@ApplicationScoped
public class WaitlistDesk {
  private final Waitlist waitlist;
  private final WaitedFor waitedFor;
  private final Sites sites;
  private final Organizations organizations;
  private final Scopes scopes;
  private final Preconditions preconditions;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  WaitlistDesk(
      Waitlist waitlist,
      WaitedFor waitedFor,
      Sites sites,
      Organizations organizations,
      Scopes scopes,
      Preconditions preconditions,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.waitlist = waitlist;
    this.waitedFor = waitedFor;
    this.sites = sites;
    this.organizations = organizations;
    this.scopes = scopes;
    this.preconditions = preconditions;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  WaitlistView add(NewWaitlistEntry wanted) {
    Place place = sites.place(wanted.spaceId()).orElseThrow(Problem::notFound);
    UUID organization = wanted.organizationId();
    Slot slot =
        waitedFor.require(
            place, organization, new Slot(wanted.startsAt(), wanted.endsAt()), wanted.attendees());
    if (waitedFor.isFree(place, slot)) {
      throw new Problem(WaitlistProblems.FREE);
    }
    Instant now = clock.now();
    WaitlistEntry entry =
        new WaitlistEntry(
            UuidCreator.getTimeOrderedEpoch(), place, organization, slot, wanted.attendees(), now);
    waitlist.persistAndFlush(entry);
    tell(entry.added(), entry.id, "wait");
    return WaitlistView.of(entry, now);
  }

  WaitlistView withdraw(UUID id) {
    Instant now = clock.now();
    WaitlistEntry entry = waitlist.require(id);
    scopes.requireWithin(entry.organizationId);
    waitedFor.hold(entry.spaceId);
    waitlist.getEntityManager().refresh(entry, LockModeType.PESSIMISTIC_WRITE);
    preconditions.requireVersion(entry.versionAt(now));
    WaitlistEvent event = entry.withdraw(now);
    waitlist.flush();
    tell(event, id, "withdraw");
    return WaitlistView.of(entry, now);
  }

  void lapse(List<UUID> ids) {
    Instant now = clock.now();
    for (UUID id : ids) {
      WaitlistEntry entry = waitlist.findById(id, LockModeType.PESSIMISTIC_WRITE);
      if (entry.state == WaitlistState.WAITING) {
        tell(entry.lapse(now), id, "lapse");
      }
    }
  }

  /** The first that fits has what was freed, then the next of what is left. */
  void moveUp(@Observes SlotsFreed freed) {
    Instant now = clock.now();
    List<WaitlistEntry> waiting = waitlist.waitingFor(freed.spaceId(), now);
    if (waiting.isEmpty()) {
      return;
    }
    Place place = sites.place(freed.spaceId()).orElseThrow(Problem::notFound);
    if (place.closedOn() != null) {
      return;
    }
    for (WaitlistEntry entry : waiting) {
      Slot blocked = entry.slot().blockedAt(place);
      if (freed.blocked().stream().anyMatch(blocked::overlaps)) {
        moveUp(entry, place, now);
      }
    }
  }

  private void moveUp(WaitlistEntry entry, Place place, Instant now) {
    if (!organizations.isActive(entry.organizationId)
        || (entry.attendees != null && entry.attendees > place.capacity())) {
      return;
    }
    waitedFor
        .book(place, entry.organizationId, entry.slot(), entry.attendees)
        .ifPresent(
            booking -> {
              WaitlistEvent event = entry.promote(booking, now);
              waitlist.flush();
              tell(event, entry.id, "promote");
            });
  }

  private void tell(WaitlistEvent event, UUID id, String action) {
    outbox.append(event, clock.today());
    audit.write(action, "waitlist-entry", id);
  }
}
