package org.jiceng.activity.booking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.ActivityEvent.BookingReminderDue;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.time.BusinessClock;

/**
 * Tells once of each booking whose time is near, so that a receiver of events can remind people.
 * What was booked when it was near already needs no reminder.
 */
@ApplicationScoped
class BookingReminders {
  private static final int STEP = 500;

  private static final String DUE =
      """
      select booking_id from booking
       where state = 'CONFIRMED' and reminded_at is null and starts_at > ?::timestamptz
         and starts_at <= ?::timestamptz and booked_at < starts_at - ?::interval
         and booking_id > ?::uuid
       order by booking_id limit %d"""
          .formatted(STEP);

  private static final String REMIND =
      """
      update booking set reminded_at = ?::timestamptz
       where booking_id = any (?) and state = 'CONFIRMED' and reminded_at is null
      returning booking_id, site_id, space_id, organization_id, starts_at, ends_at""";

  private final Database database;
  private final BookingNews news;
  private final BookingPolicy policy;
  private final BusinessClock clock;

  BookingReminders(Database database, BookingNews news, BookingPolicy policy, BusinessClock clock) {
    this.database = database;
    this.news = news;
    this.policy = policy;
    this.clock = clock;
  }

  /** Up to some hundred that are due, by id. */
  List<UUID> after(UUID last) {
    Instant now = clock.now();
    return database.list(
        DUE,
        row -> row.getObject(1, UUID.class),
        now.atOffset(ZoneOffset.UTC),
        now.plus(policy.remindBefore()).atOffset(ZoneOffset.UTC),
        policy.remindBefore().toString(),
        last);
  }

  void tell(List<UUID> ids) {
    List<BookingReminderDue> due =
        database.list(
            REMIND,
            row ->
                new BookingReminderDue(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getObject(3, UUID.class),
                    row.getObject(4, UUID.class),
                    row.getObject(5, OffsetDateTime.class).toInstant(),
                    row.getObject(6, OffsetDateTime.class).toInstant()),
            clock.now().atOffset(ZoneOffset.UTC),
            ids);
    news.tellAll(due, due.stream().map(BookingReminderDue::bookingId).toList(), "remind");
  }
}
