package org.jiceng.certification.plain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiceng.events.ActivityEvent.OpeningHoursSet;
import org.jiceng.events.ActivityEvent.SiteClosed;
import org.jiceng.events.ActivityEvent.SiteHandedOver;
import org.jiceng.events.ActivityEvent.SiteOpened;
import org.jiceng.events.ActivityEvent.SpaceAdded;
import org.jiceng.events.ActivityEvent.SpaceClosed;
import org.jiceng.events.RecordedEvent;

/**
 * For how many minutes the spaces of a site were open, day after day, up to and with one day. A
 * day's minutes are a seventh of the week's, to the hundredth, for all open spaces together; a site
 * of which nobody has told the hours is open around the clock.
 */
final class OpenTime {
  private static final BigDecimal AROUND_THE_CLOCK = BigDecimal.valueOf(7L * 24 * 60);

  private final Set<UUID> spaces = new HashSet<>();
  private final Map<UUID, BigDecimal> byHolder = new LinkedHashMap<>();
  private UUID holder;
  private String area;
  private BigDecimal week = AROUND_THE_CLOCK;
  private boolean closed;

  /** The minutes of a site's holders, from what became true of it until the end of the day. */
  static List<Thing> of(List<RecordedEvent> site, LocalDate day) {
    OpenTime time = new OpenTime();
    LocalDate at = site.get(0).effectiveOn();
    int next = 0;
    while (!at.isAfter(day)) {
      while (next < site.size() && !site.get(next).effectiveOn().isAfter(at)) {
        time.happened(site.get(next++));
      }
      time.open();
      at = at.plusDays(1);
    }
    List<Thing> things = new ArrayList<>();
    time.byHolder.forEach(
        (holder, minutes) -> things.add(new Thing("minutes open", holder, time.area, minutes)));
    return things;
  }

  private void happened(RecordedEvent event) {
    if (event.data() instanceof SiteOpened e) {
      holder = e.organizationId();
      area = e.areaCode();
    } else if (event.data() instanceof SiteHandedOver e) {
      holder = e.organizationId();
    } else if (event.data() instanceof SpaceAdded e) {
      spaces.add(e.spaceId());
    } else if (event.data() instanceof SpaceClosed e) {
      spaces.remove(e.spaceId());
    } else if (event.data() instanceof OpeningHoursSet e) {
      week =
          BigDecimal.valueOf(
              Stream.of(DayOfWeek.values())
                  .mapToLong(day -> e.openMinutes().getOrDefault(day.name(), 0L))
                  .sum());
    } else if (event.data() instanceof SiteClosed) {
      closed = true;
    }
  }

  private void open() {
    if (!closed) {
      BigDecimal minutes =
          week.multiply(BigDecimal.valueOf(spaces.size()))
              .divide(BigDecimal.valueOf(7), 2, RoundingMode.HALF_UP);
      byHolder.merge(holder, minutes, BigDecimal::add);
    }
  }
}
