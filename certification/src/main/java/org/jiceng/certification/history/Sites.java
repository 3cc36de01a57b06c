package org.jiceng.certification.history;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jiceng.events.ActivityEvent.OpeningHoursSet;
import org.jiceng.events.ActivityEvent.SiteClosed;
import org.jiceng.events.ActivityEvent.SiteHandedOver;
import org.jiceng.events.ActivityEvent.SiteMeasured;
import org.jiceng.events.ActivityEvent.SiteOpened;
import org.jiceng.events.ActivityEvent.SpaceAdded;
import org.jiceng.events.ActivityEvent.SpaceClosed;
import org.jiceng.events.HolidayRule;
import org.jiceng.events.SiteKind;
import org.jiceng.events.SiteOrigin;

/** Activity sites with their spaces and opening hours, which are set for days to come. */
final class Sites {
  private static final int MOST_SPACES = 4;

  private final Chronicle chronicle;
  private final Dice dice;
  private final Line line;
  private final Territory territory;
  private final List<Site> open = new ArrayList<>();

  Sites(Chronicle chronicle, Line line, Territory territory) {
    this.chronicle = chronicle;
    this.dice = chronicle.dice;
    this.line = line;
    this.territory = territory;
  }

  /** Those in use, for whoever books or pays for one. */
  List<Site> open() {
    return open;
  }

  void happen() {
    if (open.isEmpty() || dice.once(4)) {
      open(line.day());
      return;
    }
    Site site = dice.of(open);
    switch (dice.below(9)) {
      case 0, 1 -> measure(site);
      case 2 -> handOver(site);
      case 3, 4 -> addSpace(site, chronicle.daySince(site.changed));
      case 5 -> closeSpace(site);
      case 6, 7 -> setHours(site);
      default -> close(site);
    }
  }

  private void open(LocalDate on) {
    Site site = new Site(dice.id(), territory.anywhere(on), line.any(on), on);
    open.add(site);
    chronicle.tell(
        new SiteOpened(
            site.id,
            dice.once(2) ? SiteKind.SERVICE_CENTRE : dice.of(SiteKind.values()),
            dice.of(SiteOrigin.values()),
            site.area,
            site.organization,
            floorArea()),
        on);
    for (int spaces = dice.below(3); spaces > 0; spaces--) {
      addSpace(site, on);
    }
  }

  private void measure(Site site) {
    site.changed = chronicle.daySince(site.changed);
    chronicle.tell(new SiteMeasured(site.id, floorArea()), site.changed);
  }

  private void handOver(Site site) {
    site.changed = chronicle.daySince(site.changed);
    site.organization = line.any(site.changed);
    chronicle.tell(new SiteHandedOver(site.id, dice.id(), site.organization), site.changed);
  }

  private void addSpace(Site site, LocalDate on) {
    if (site.spaces.size() < MOST_SPACES) {
      UUID space = dice.id();
      site.spaces.put(space, on);
      chronicle.tell(new SpaceAdded(site.id, space, 10 + dice.below(90)), on);
    }
  }

  private void closeSpace(Site site) {
    if (!site.spaces.isEmpty()) {
      UUID space = dice.of(List.copyOf(site.spaces.keySet()));
      LocalDate opened = site.spaces.remove(space);
      LocalDate earliest = opened.isAfter(site.changed) ? opened : site.changed;
      chronicle.tell(new SpaceClosed(site.id, space), chronicle.daySince(earliest));
    }
  }

  private void setHours(Site site) {
    Map<String, Long> minutes = new TreeMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (!dice.once(4)) {
        minutes.put(day.name(), 60L * dice.below(15));
      }
    }
    minutes.put("HOLIDAY", 120L);
    chronicle.tell(
        new OpeningHoursSet(site.id, HolidayRule.AS_USUAL, minutes),
        chronicle.today().plusDays(dice.below(60)));
  }

  private void close(Site site) {
    open.remove(site);
    chronicle.tell(new SiteClosed(site.id, null), chronicle.daySince(site.last()));
  }

  /** Often about 500 m², from where on a service centre is a large one. */
  private BigDecimal floorArea() {
    return dice.once(4)
        ? new BigDecimal("500.00")
        : BigDecimal.valueOf(100L + dice.below(90_000), 2);
  }
}
