package org.jiceng.activity.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is asked of an index when bookings are looked for. */
class BookingFilterTest {
  @Test
  void aWeekIsNotLookedForAmongAllThatEverWas() {
    BookingFilter filter = new BookingFilter();
    filter.from = OffsetDateTime.parse("2027-01-08T00:00:00Z");
    Map<String, Object> parameters =
        filter.conditions(filter.from.toInstant(), Duration.ofDays(7)).parameters().map();
    assertThat(parameters)
        .containsEntry("earliest", OffsetDateTime.parse("2027-01-01T00:00:00Z").toInstant());
  }
}
