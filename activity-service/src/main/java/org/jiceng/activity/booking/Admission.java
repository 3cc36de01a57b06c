package org.jiceng.activity.booking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.activity.organization.Organizations;
import org.jiceng.activity.site.Place;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;

/** Whether an organisation may book anything now, and how much. */
@ApplicationScoped
public class Admission {
  // What is asked for counts: whoever waits already has his share, so that none of it can be had
  // twice while the waitlist moves up without asking again.
  private static final String USED =
      """
      with asked (organization_id, now, zone, month, earliest, missed_since) as (
        values (?::uuid, ?::timestamptz, ?, ?::timestamptz, ?::timestamptz, ?::timestamptz)
      ), mine (starts_at, ends_at, ahead) as (
        select b.starts_at, b.ends_at, b.state <> 'NO_SHOW'
          from asked a
          join booking b on b.organization_id = a.organization_id and b.starts_at >= a.earliest
          join site s on s.site_id = b.site_id and s.organization_id <> a.organization_id
         where b.state in ('REQUESTED', 'CONFIRMED', 'CHECKED_IN', 'NO_SHOW')
            or b.state = 'HELD' and b.held_until > a.now
        union all
        select e.starts_at, e.ends_at, true
          from asked a
          join waitlist_entry e on e.organization_id = a.organization_id
          join site s on s.site_id = e.site_id and s.organization_id <> a.organization_id
         where e.state = 'WAITING' and e.starts_at > a.now
      )
      select 'AHEAD', null,
             extract(epoch from sum(m.ends_at - greatest(m.starts_at, a.now)))::bigint
        from mine m, asked a where m.ahead and m.ends_at > a.now
      union all
      select 'MONTH', to_char(m.starts_at at time zone a.zone, 'YYYY-MM'),
             extract(epoch from sum(m.ends_at - m.starts_at))::bigint
        from mine m, asked a where m.starts_at >= a.month group by 2
      union all
      select 'MISSED', (b.starts_at at time zone a.zone)::date::text, 0
        from asked a
        join booking b on b.organization_id = a.organization_id
         and b.starts_at between a.missed_since and a.now
       where b.state = 'NO_SHOW' or b.state = 'CONFIRMED' and b.release_at <= a.now""";

  private final Organizations organizations;
  private final Database database;
  private final BookingPolicy policy;
  private final BusinessClock clock;

  private record Row(String kind, String when, long seconds) {}

  Admission(
      Organizations organizations, Database database, BookingPolicy policy, BusinessClock clock) {
    this.organizations = organizations;
    this.database = database;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * What the organisation uses already, while none of its other bookings can be made: refuses (404,
   * 409) one out of scope, not at work, or suspended for what it has missed. Come here before the
   * space is held.
   */
  public Usage of(UUID organizationId, Place place) {
    boolean own = place.managingOrganizationId().equals(organizationId);
    if (own) {
      organizations.acting(organizationId);
    } else {
      organizations.actingAlone(organizationId);
    }
    return notSuspended(organizationId, own);
  }

  /**
   * The same for what is booked already, and is changed by whoever may, if need be from outside.
   */
  Usage ofHolder(UUID organizationId, Place place) {
    organizations.alone(organizationId);
    return notSuspended(organizationId, place.managingOrganizationId().equals(organizationId));
  }

  /** Whether it is suspended for what it has missed; holds nothing. */
  boolean isSuspended(UUID organizationId) {
    return suspendedUntil(used(organizationId, clock.now())).isPresent();
  }

  private Usage notSuspended(UUID organizationId, boolean own) {
    List<Row> rows = used(organizationId, clock.now());
    suspendedUntil(rows)
        .ifPresent(
            end -> {
              throw new Problem(BookingProblems.SUSPENDED, end)
                  .at("organizationId")
                  .with("suspendedUntil", end);
            });
    return own ? Usage.unlimited(clock.zone()) : usage(rows);
  }

  private List<Row> used(UUID organizationId, Instant now) {
    LocalDate today = clock.today();
    Instant month = today.withDayOfMonth(1).atStartOfDay(clock.zone()).toInstant();
    Instant missedSince = Penalty.since(today, policy).atStartOfDay(clock.zone()).toInstant();
    // what began before the month and still lasts is no longer than the longest booking
    Instant earliest = earlier(month, now.minus(policy.longest()));
    return database.list(
        USED,
        row -> new Row(row.getString(1), row.getString(2), row.getLong(3)),
        organizationId,
        utc(now),
        clock.zone().getId(),
        utc(month),
        utc(earliest),
        utc(missedSince));
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private Optional<LocalDate> suspendedUntil(List<Row> rows) {
    List<LocalDate> missed =
        rows.stream()
            .filter(row -> row.kind.equals("MISSED"))
            .map(row -> LocalDate.parse(row.when))
            .sorted(Comparator.reverseOrder())
            .toList();
    return Penalty.endsOn(missed, clock.today(), policy);
  }

  private Usage usage(List<Row> rows) {
    Duration ahead = Duration.ZERO;
    Map<YearMonth, Duration> months = new HashMap<>();
    for (Row row : rows) {
      if (row.kind.equals("AHEAD")) {
        ahead = Duration.ofSeconds(row.seconds);
      } else if (row.kind.equals("MONTH")) {
        months.put(YearMonth.parse(row.when), Duration.ofSeconds(row.seconds));
      }
    }
    return new Usage(policy, clock.today(), clock.zone(), ahead, months);
  }
}
