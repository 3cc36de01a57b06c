package org.jiceng.activity.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.ActivityEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.time.BusinessClock;

/**
 * Tells of a change to a booking: others by event, the audit, and whoever waits for the space. A
 * booking's events are effective on the day it was made or changed; when the space is used, they
 * tell by their times.
 */
@ApplicationScoped
public class BookingNews {
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;
  private final Event<SlotsFreed> freed;

  BookingNews(Outbox outbox, Audit audit, BusinessClock clock, Event<SlotsFreed> freed) {
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
    this.freed = freed;
  }

  /** What happened to one booking. */
  void tell(ActivityEvent event, UUID bookingId, String action) {
    outbox.append(event, clock.today());
    audit.write(action, "booking", bookingId);
  }

  /** Whether a booking was used: effective on the business date on which its use begins. */
  void tellOfUse(ActivityEvent event, Booking booking, String action) {
    outbox.append(event, LocalDate.ofInstant(booking.startsAt, clock.zone()));
    audit.write(action, "booking", booking.id);
  }

  /** What happened to many. */
  void tellAll(List<? extends ActivityEvent> events, List<UUID> bookingIds, String action) {
    if (!events.isEmpty()) {
      outbox.appendAll(events, clock.today());
      audit.writeAll(action, "booking", bookingIds);
    }
  }

  /** To whom it may concern, when the change is written and while the space is held. */
  void freed(SlotsFreed slots) {
    freed.fire(slots);
  }
}
