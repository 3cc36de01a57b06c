package org.jiceng.certification.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.ActivityEvent.BookingCheckedIn;
import org.jiceng.events.ActivityEvent.BookingConfirmed;
import org.jiceng.events.ActivityEvent.BookingMissed;

/** Bookings of spaces that are used, or missed, on the day on which their use begins. */
final class Bookings {
  private final Chronicle chronicle;
  private final Dice dice;
  private final Line line;
  private final Sites sites;

  Bookings(Chronicle chronicle, Line line, Sites sites) {
    this.chronicle = chronicle;
    this.dice = chronicle.dice;
    this.line = line;
    this.sites = sites;
  }

  void happen() {
    List<Site> withSpaces = sites.open().stream().filter(s -> !s.spaces.isEmpty()).toList();
    if (withSpaces.isEmpty()) {
      return;
    }
    Site site = dice.of(withSpaces);
    UUID space = dice.of(List.copyOf(site.spaces.keySet()));
    LocalDate on = chronicle.daySince(site.last());
    UUID booking = dice.id();
    UUID who = line.any(on);
    int minutes = 30 * (1 + dice.below(8));
    Instant from = on.atTime(2, 0).toInstant(ZoneOffset.UTC);
    chronicle.tell(
        new BookingConfirmed(booking, site.id, space, who, from, from.plusSeconds(60L * minutes)),
        on);
    switch (dice.below(4)) {
      case 0 ->
          chronicle.tell(
              new BookingMissed(
                  booking, site.id, space, who, site.organization, site.area, minutes),
              on);
      case 1, 2 ->
          chronicle.tell(
              new BookingCheckedIn(
                  booking, site.id, space, who, site.organization, site.area, minutes),
              on);
      default -> {
        // Nobody has said yet whether they came.
      }
    }
  }
}
