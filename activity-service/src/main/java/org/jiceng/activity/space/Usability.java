package org.jiceng.activity.space;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.activity.opening.OpeningHours;
import org.jiceng.activity.site.Place;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;

/**
 * Whether a space is open and an organisation may use it; whether it is free, the database says
 * when it is booked.
 */
@ApplicationScoped
public class Usability {
  private static final String VERDICT =
      Use.WITH
          + """
          select %s, %s, %s, s.opening_until < u.last_day
            from u, space p join site s on s.site_id = p.site_id where p.space_id = ?"""
              .formatted(Use.NOT_UNDER_CLOSURE, Use.OPEN, Use.ALLOWED);

  private final Database database;
  private final OpeningHours openingHours;
  private final BusinessClock clock;

  private record Verdict(boolean inUse, boolean open, boolean allowed, boolean notWorkedOut) {}

  Usability(Database database, OpeningHours openingHours, BusinessClock clock) {
    this.database = database;
    this.openingHours = openingHours;
    this.clock = clock;
  }

  /**
   * Refuses (409) a use outside the opening hours, under a closure, or by an organisation that the
   * site is not shared with then. Call it once the booking stands in the table: its foreign key
   * holds the space, so that a closure which is being decided is seen here, or sees the booking.
   */
  public void require(Place place, Instant startsAt, Instant endsAt, UUID organizationId) {
    refusal(place, startsAt, endsAt, organizationId)
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }

  /** Why that use is refused, if it is. */
  public Optional<Problem> refusal(
      Place place, Instant startsAt, Instant endsAt, UUID organizationId) {
    Use use = new Use(startsAt, endsAt, organizationId);
    Verdict verdict =
        database
            .first(
                VERDICT,
                row ->
                    new Verdict(
                        row.getBoolean(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4)),
                use.arguments(clock.zone(), place.spaceId()).toArray())
            .orElseThrow(Problem::notFound);
    if (!verdict.inUse) {
      return Optional.of(new Problem(SpaceProblems.UNDER_CLOSURE).at("startsAt"));
    }
    if (!isOpen(verdict, place, use)) {
      return Optional.of(
          new Problem(SpaceProblems.OUTSIDE_OPENING_HOURS)
              .at("startsAt")
              .with("openTimes", openingHours.around(place.siteId(), startsAt, endsAt)));
    }
    return verdict.allowed
        ? Optional.empty()
        : Optional.of(new Problem(SpaceProblems.NOT_SHARED).at("organizationId"));
  }

  /** Beyond the days that are worked out, the rules themselves are asked. */
  private boolean isOpen(Verdict verdict, Place place, Use use) {
    return verdict.open
        || verdict.notWorkedOut && openingHours.cover(place.siteId(), use.startsAt(), use.endsAt());
  }
}
