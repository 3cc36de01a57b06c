package org.jiceng.activity.booking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;

/** How bookings of one space come into the table: however many, by one statement. */
@ApplicationScoped
class BookingTable {
  // The constraint decides who comes first; "on conflict do nothing" waits for whoever is before us
  // and, unlike a plain insert, leaves the transaction alive. Whoever finds a time free holds the
  // space before he writes: so he waits for a closing with nothing in hand for which it could wait
  // in turn, and then sees the space as it has left it. One who finds none free holds nothing.
  private static final String ADD =
      """
      with w as materialized (
        select *
          from unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
                      ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::int[])
                 as w (booking_id, starts_at, ends_at, blocked_from, blocked_until, held_until,
                       release_at, attendees)
      ), p as materialized (
        select s.space_id, s.site_id, s.closed_on
          from space s
         where s.space_id = ?::uuid
           and exists (select from w
                        where not exists (select from booking b
                                           where b.space_id = s.space_id and b.state in %s
                                             and b.blocked
                                                 && tstzrange(w.blocked_from, w.blocked_until)))
           for key share of s
      ), made as (
        insert into booking (booking_id, site_id, space_id, organization_id, series_id, starts_at,
                             ends_at, blocked_from, blocked_until, held_until, release_at,
                             attendees, state, booked_at, version)
        select w.booking_id, p.site_id, p.space_id, ?::uuid, ?::uuid, w.starts_at, w.ends_at,
               w.blocked_from, w.blocked_until, w.held_until, w.release_at, w.attendees, ?,
               ?::timestamptz, 0
          from p, w
         where p.closed_on is null
        on conflict do nothing
        returning booking_id)
      select m.booking_id, p.closed_on from p left join made m on true"""
          .formatted(BookingState.EXCLUDING);

  private static final String OVERLAPPING =
      """
      select w.number
        from unnest(?::timestamptz[], ?::timestamptz[]) with ordinality
               as w (blocked_from, blocked_until, number)
       where exists (select 1 from booking b
                      where b.space_id = ?::uuid and b.state in %s
                        and b.blocked && tstzrange(w.blocked_from, w.blocked_until))"""
          .formatted(BookingState.EXCLUDING);

  private static final String OVERDUE =
      """
      select booking_id from booking b
       where b.space_id = ?::uuid and b.state in %s
         and b.blocked && tstzrange(?::timestamptz, ?::timestamptz)
         and (b.state = 'HELD' and b.held_until <= ?::timestamptz
              or b.state = 'CONFIRMED' and b.release_at <= ?::timestamptz)"""
          .formatted(BookingState.EXCLUDING);

  private final Database database;

  private record Made(UUID id, boolean closed) {}

  BookingTable(Database database) {
    this.database = database;
  }

  /**
   * Adds bookings of one organisation, space and state; answers those for which the space was free.
   */
  Set<UUID> add(List<Booking> wishes) {
    Booking first = wishes.get(0);
    List<Made> made =
        database.list(
            ADD,
            row -> new Made(row.getObject(1, UUID.class), row.getObject(2) != null),
            array(wishes, w -> w.id),
            array(wishes, w -> w.startsAt),
            array(wishes, w -> w.endsAt),
            array(wishes, w -> w.blockedFrom),
            array(wishes, w -> w.blockedUntil),
            array(wishes, w -> w.heldUntil),
            array(wishes, w -> w.releaseAt),
            array(wishes, w -> w.attendees),
            first.spaceId,
            first.organizationId,
            first.seriesId,
            first.state.name(),
            first.bookedAt.atOffset(ZoneOffset.UTC));
    if (made.stream().anyMatch(Made::closed)) {
      throw new Problem(BookingProblems.SPACE_NOT_OPEN).at("spaceId");
    }
    return made.stream().map(Made::id).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  /** Which of the times, counted from 0, are taken; each with what it takes before and after. */
  Set<Integer> taken(UUID spaceId, List<Slot> blocked) {
    return new HashSet<>(
        database.list(
            OVERLAPPING,
            row -> row.getInt(1) - 1,
            array(blocked, Slot::startsAt),
            array(blocked, Slot::endsAt),
            spaceId));
  }

  /** What still stands in the way of a time though its clock has run out. */
  List<UUID> overdue(UUID spaceId, Slot blocked, Instant now) {
    return database.list(
        OVERDUE,
        row -> row.getObject(1, UUID.class),
        spaceId,
        blocked.startsAt().atOffset(ZoneOffset.UTC),
        blocked.endsAt().atOffset(ZoneOffset.UTC),
        now.atOffset(ZoneOffset.UTC),
        now.atOffset(ZoneOffset.UTC));
  }

  private static <T> String array(List<T> rows, Function<T, Object> column) {
    return rows.stream()
        .map(column)
        .map(value -> value == null ? "NULL" : value.toString())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
