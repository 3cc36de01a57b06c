package org.jiceng.activity.succession;

import java.util.Set;
import java.util.UUID;
import org.jiceng.events.ActivityEvent;
import org.jiceng.events.ActivityEvent.ActivityHandedOver;
import org.jiceng.events.ActivityEvent.BookingHandedOver;
import org.jiceng.events.ActivityEvent.BookingRequestHandedOver;
import org.jiceng.events.ActivityEvent.BrandHandedOver;
import org.jiceng.events.ActivityEvent.CalendarHandedOver;
import org.jiceng.events.ActivityEvent.DemonstrationPointHandedOver;
import org.jiceng.events.ActivityEvent.SeriesHandedOver;
import org.jiceng.events.ActivityEvent.SiteHandedOver;
import org.jiceng.events.ActivityEvent.WaitlistEntryHandedOver;

/**
 * What an heir takes over: the condition under which it is still there to be taken, and the day of
 * its last fact, before which nobody can take it.
 */
enum Heirloom {
  SITE(
      "sites",
      "site",
      "site",
      "handed_over_on = due.handed_on,",
      "t.closed_on is null",
      "greatest(t.measured_on, t.handed_over_on)") {
    @Override
    ActivityEvent event(Handed it) {
      return new SiteHandedOver(it.id(), it.reorganization(), it.heir());
    }
  },
  BRAND(
      "brands",
      "brand",
      "brand",
      "handed_over_on = due.handed_on,",
      "t.withdrawn_on is null",
      "greatest(t.awarded_on, t.handed_over_on, t.renewed_on)") {
    @Override
    ActivityEvent event(Handed it) {
      return new BrandHandedOver(it.id(), it.reorganization(), it.heir());
    }
  },
  DEMONSTRATION_POINT(
      "demonstrationPoints",
      "demonstration_point",
      "demonstration-point",
      "handed_over_on = due.handed_on,",
      "t.withdrawn_on is null",
      "greatest(t.designated_on, t.handed_over_on, t.renewed_on)") {
    @Override
    ActivityEvent event(Handed it) {
      return new DemonstrationPointHandedOver(it.id(), it.reorganization(), it.heir());
    }
  },
  /** What is over stays with the organisation that held it. */
  BOOKING(
      "bookings",
      "booking",
      "booking",
      "",
      "t.state in ('CONFIRMED', 'CHECKED_IN') and t.ends_at > now()",
      "(t.booked_at at time zone ?2)::date") {
    @Override
    ActivityEvent event(Handed it) {
      return new BookingHandedOver(
          it.id(), it.site(), it.space(), it.reorganization(), it.former(), it.heir());
    }
  },
  /** What took place stays with whoever held it. */
  ACTIVITY("activities", "activity", HandOverPlans.SQL, HandOverPlans.LEFT) {
    @Override
    ActivityEvent event(Handed it) {
      return new ActivityHandedOver(it.id(), it.reorganization(), it.former(), it.heir());
    }
  },
  /** What nobody has decided on. A hold is not handed over: it lapses before anybody could look. */
  BOOKING_REQUEST(
      "bookingRequests",
      "booking",
      "booking",
      "",
      "t.state = 'REQUESTED' and t.starts_at > now()",
      "(t.booked_at at time zone ?2)::date") {
    @Override
    ActivityEvent event(Handed it) {
      return new BookingRequestHandedOver(
          it.id(), it.site(), it.space(), it.reorganization(), it.former(), it.heir());
    }
  },
  BOOKING_SERIES(
      "bookingSeries",
      "booking_series",
      "booking-series",
      "",
      "t.cancelled_at is null",
      "(t.made_at at time zone ?2)::date") {
    @Override
    ActivityEvent event(Handed it) {
      return new SeriesHandedOver(it.id(), it.site(), it.space(), it.reorganization(), it.heir());
    }
  },
  WAITLIST_ENTRY(
      "waitlistEntries",
      "waitlist_entry",
      "waitlist-entry",
      "",
      "t.state = 'WAITING' and t.starts_at > now()",
      "(t.added_at at time zone ?2)::date") {
    @Override
    ActivityEvent event(Handed it) {
      return new WaitlistEntryHandedOver(
          it.id(), it.site(), it.space(), it.reorganization(), it.heir());
    }
  },
  CALENDAR(
      "calendars",
      "calendar",
      "calendar",
      "",
      "t.revoked_at is null",
      "(t.opened_at at time zone ?2)::date") {
    @Override
    ActivityEvent event(Handed it) {
      return new CalendarHandedOver(it.id(), it.reorganization(), it.heir());
    }
  };

  private static final String HAND_OVER =
      """
      with due as (
        select t.%1$s_id as id, t.organization_id as former, s.heir_id,
               greatest(s.effective_on, %4$s) as handed_on
          from succession s join %1$s t on t.organization_id = s.organization_id
         where s.reorganization_id = ?1 and s.heir_id is not null and %3$s
           and ?2 is not null
         order by t.%1$s_id limit ?3
           for no key update of t)
      update %1$s t
         set organization_id = due.heir_id, %2$s version = t.version + 1
        from due where t.%1$s_id = due.id
      returning due.id, due.former, due.heir_id, due.handed_on""";

  /** Under which name it is counted. */
  final String counted;

  /** Under which name it is audited. */
  final String record;

  final String handOver;

  /** Whether any is with an organisation that is no more; the organisation is {@code s}. */
  final String left;

  Heirloom(
      String counted, String table, String record, String set, String present, String lastFact) {
    this.counted = counted;
    this.record = record;
    String sql = HAND_OVER.formatted(table, set, present, lastFact);
    this.handOver = ofASpace(table) ? sql + ", t.site_id, t.space_id" : sql;
    this.left =
        "exists (select 1 from %s t where t.organization_id = s.organization_id and %s)"
            .formatted(table, present);
  }

  Heirloom(String counted, String record, String handOver, String left) {
    this.counted = counted;
    this.record = record;
    this.handOver = handOver;
    this.left = left;
  }

  /** Those that are of a space tell of it. */
  private static boolean ofASpace(String table) {
    return Set.of("booking", "booking_series", "waitlist_entry").contains(table);
  }

  abstract ActivityEvent event(Handed it);

  /** One that has been handed over; site and space of what is of a space only. */
  record Handed(UUID id, UUID reorganization, UUID former, UUID heir, UUID site, UUID space) {}
}
