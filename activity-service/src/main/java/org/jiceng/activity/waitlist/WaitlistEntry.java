package org.jiceng.activity.waitlist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jiceng.activity.booking.Slot;
import org.jiceng.activity.site.Place;
import org.jiceng.events.ActivityEvent.WaitlistEntryAdded;
import org.jiceng.events.ActivityEvent.WaitlistEntryLapsed;
import org.jiceng.events.ActivityEvent.WaitlistEntryPromoted;
import org.jiceng.events.ActivityEvent.WaitlistEntryWithdrawn;
import org.jiceng.kit.problem.Problem;

/** An organisation that waits for a time of a space; it lapses when that time begins. */
@Entity
@Table(name = "waitlist_entry")
public class WaitlistEntry {
  @Id
  @Column(name = "waitlist_entry_id")
  UUID id;

  @Column(name = "site_id")
  UUID siteId;

  @Column(name = "space_id")
  UUID spaceId;

  @Column(name = "organization_id")
  UUID organizationId;

  @Column(name = "starts_at")
  Instant startsAt;

  @Column(name = "ends_at")
  Instant endsAt;

  Integer attendees;

  @Enumerated(EnumType.STRING)
  WaitlistState state;

  @Column(name = "added_at")
  Instant addedAt;

  @Column(name = "ended_at")
  Instant endedAt;

  @Column(name = "booking_id")
  UUID bookingId;

  @Version long version;

  protected WaitlistEntry() {}

  WaitlistEntry(
      UUID id, Place place, UUID organizationId, Slot slot, Integer attendees, Instant now) {
    this.id = id;
    this.siteId = place.siteId();
    this.spaceId = place.spaceId();
    this.organizationId = organizationId;
    this.startsAt = slot.startsAt();
    this.endsAt = slot.endsAt();
    this.attendees = attendees;
    this.state = WaitlistState.WAITING;
    this.addedAt = now;
  }

  WaitlistEntryAdded added() {
    return new WaitlistEntryAdded(id, siteId, spaceId, organizationId, startsAt, endsAt);
  }

  WaitlistEntryWithdrawn withdraw(Instant now) {
    if (stateAt(now) != WaitlistState.WAITING) {
      throw new Problem(WaitlistProblems.ENDED, stateAt(now).name());
    }
    end(WaitlistState.WITHDRAWN, now);
    return new WaitlistEntryWithdrawn(id, siteId, spaceId, organizationId);
  }

  WaitlistEntryPromoted promote(UUID booking, Instant now) {
    end(WaitlistState.PROMOTED, now);
    bookingId = booking;
    return new WaitlistEntryPromoted(id, siteId, spaceId, organizationId, booking);
  }

  WaitlistEntryLapsed lapse(Instant now) {
    end(WaitlistState.LAPSED, now);
    return new WaitlistEntryLapsed(id, siteId, spaceId, organizationId);
  }

  private void end(WaitlistState how, Instant now) {
    state = how;
    endedAt = now;
  }

  /** What the clock has made of it, whether the sweep has seen it or not. */
  WaitlistState stateAt(Instant now) {
    return state == WaitlistState.WAITING && !startsAt.isAfter(now) ? WaitlistState.LAPSED : state;
  }

  /** The version that shows {@link #stateAt}: the sweep writes the next. */
  long versionAt(Instant now) {
    return stateAt(now) == state ? version : version + 1;
  }

  Slot slot() {
    return new Slot(startsAt, endsAt);
  }
}
