package org.jiceng.activity.space;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiceng.activity.opening.OpeningHours;
import org.jiceng.activity.site.Place;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;
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

  private static final String VERDICTS =
      Use.WITH_MANY
          + """
          select %s, %s, %s, s.opening_until < u.last_day, u.starts_at
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
                VERDICT, Usability::verdict, use.arguments(clock.zone(), place.spaceId()).toArray())
            .orElseThrow(Problem::notFound);
    return why(verdict, place, use).map(type -> refusal(type, place, use));
  }

  /** Which of many uses are refused, by when they begin, and why; by one question. */
  public Map<Instant, ProblemType> refusals(Place place, List<Use> uses) {
    Map<Instant, Use> byStart =
        uses.stream().collect(Collectors.toMap(Use::startsAt, Function.identity()));
    Map<Instant, ProblemType> refused = new HashMap<>();
    database.list(
        VERDICTS,
        row -> {
          Use use = byStart.get(row.getObject(5, OffsetDateTime.class).toInstant());
          why(verdict(row), place, use).ifPresent(type -> refused.put(use.startsAt(), type));
          return use;
        },
        Use.arguments(uses, clock.zone(), place.spaceId()).toArray());
    return refused;
  }

  private static Verdict verdict(ResultSet row) throws SQLException {
    return new Verdict(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4));
  }

  private Optional<ProblemType> why(Verdict verdict, Place place, Use use) {
    if (!verdict.inUse) {
      return Optional.of(SpaceProblems.UNDER_CLOSURE);
    }
    if (!isOpen(verdict, place, use)) {
      return Optional.of(SpaceProblems.OUTSIDE_OPENING_HOURS);
    }
    return verdict.allowed ? Optional.empty() : Optional.of(SpaceProblems.NOT_SHARED);
  }

  private Problem refusal(ProblemType type, Place place, Use use) {
    Problem problem = new Problem(type);
    if (type == SpaceProblems.OUTSIDE_OPENING_HOURS) {
      return problem
          .at("startsAt")
          .with("openTimes", openingHours.around(place.siteId(), use.startsAt(), use.endsAt()));
    }
    return problem.at(type == SpaceProblems.NOT_SHARED ? "organizationId" : "startsAt");
  }

  /** Beyond the days that are worked out, the rules themselves are asked. */
  private boolean isOpen(Verdict verdict, Place place, Use use) {
    return verdict.open
        || verdict.notWorkedOut && openingHours.cover(place.siteId(), use.startsAt(), use.endsAt());
  }
}
