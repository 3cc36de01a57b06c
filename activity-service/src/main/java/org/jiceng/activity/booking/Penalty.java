package org.jiceng.activity.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What comes of not coming. */
final class Penalty {
  private Penalty() {}

  /**
   * The first day on which the organisation may book again, if that is still to come.
   *
   * @param missed the days of its no-shows, latest first
   */
  static Optional<LocalDate> endsOn(List<LocalDate> missed, LocalDate today, BookingPolicy policy) {
    int many = policy.noShows().on(today);
    if (many == 0) {
      return Optional.empty();
    }
    for (int i = 0; i + many <= missed.size(); i++) {
      LocalDate last = missed.get(i);
      LocalDate first = missed.get(i + many - 1);
      if (!first.plus(policy.noShowsWithin().on(today)).isBefore(last)) {
        LocalDate end = last.plus(policy.noShowPenalty().on(today));
        return end.isAfter(today) ? Optional.of(end) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The earliest no-show that can still matter. */
  static LocalDate since(LocalDate today, BookingPolicy policy) {
    return today
        .minus(policy.noShowPenalty().on(today))
        .minus(policy.noShowsWithin().on(today))
        .minusDays(1);
  }
}
