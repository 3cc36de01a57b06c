package org.jiceng.kit.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jiceng.kit.problem.Problem;

/**
 * What time it is, as a moment (UTC) and as a business date in the district's zone ({@code
 * jiceng.zone}, Asia/Shanghai by default). Everything asks here, so that a test can turn the clock.
 */
@ApplicationScoped
public class BusinessClock {
  private final ZoneId zone;
  private volatile Clock clock = Clock.systemUTC();

  @Inject
  public BusinessClock(
      @ConfigProperty(name = "jiceng.zone", defaultValue = "Asia/Shanghai") String zone) {
    this.zone = ZoneId.of(zone);
  }

  /** Now, to the microsecond that PostgreSQL keeps. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** The business date of now. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /**
   * The date from which a command is true: as given, or today. Refuses a date to come (422, field
   * {@code effectiveOn}).
   */
  public LocalDate pastOrToday(LocalDate effectiveOn) {
    if (effectiveOn != null && effectiveOn.isAfter(today())) {
      throw Problem.violation("effectiveOn", "in-the-future");
    }
    return effectiveOn == null ? today() : effectiveOn;
  }

  /** The zone of business dates. */
  public ZoneId zone() {
    return zone;
  }

  /** Lets a test stand at another moment. */
  public void turnTo(Clock other) {
    this.clock = other;
  }
}
