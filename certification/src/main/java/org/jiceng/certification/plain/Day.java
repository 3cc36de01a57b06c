package org.jiceng.certification.plain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jiceng.events.ActivityEvent.SiteEvent;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.RecordedEvent;

/** What there was, and where, at the end of one day. */
final class Day {
  final Land land;
  final Tree tree;
  private final Map<String, List<Thing>> things = new HashMap<>();

  /**
   * @param stays where members were, by all that is known
   * @param until what became true until the end of the day, in the order of the days
   */
  Day(LocalDate day, Stays stays, List<RecordedEvent> until) {
    land = new Land(until);
    tree = new Tree(until);
    add(stays.on(day));
    for (Things kind :
        List.of(
            new Residents(),
            new Register(),
            new People(),
            new Premises(),
            new Grounds(),
            new Life())) {
      add(kind.walk(until));
    }
    sites(until).values().forEach(site -> add(OpenTime.of(site, day)));
  }

  /** Whether there was such a place. */
  boolean knows(Place place) {
    return place instanceof Place.Area area
        ? land.knows(area.code())
        : tree.knows(((Place.Organization) place).id());
  }

  /** How much of something there was in a place. */
  BigDecimal sum(String what, Place place) {
    return sum(what, place, thing -> true);
  }

  /** The same of those things only that are meant. */
  BigDecimal sum(String what, Place place, Predicate<Thing> meant) {
    return things.getOrDefault(what, List.of()).stream()
        .filter(thing -> isIn(thing, place))
        .filter(meant)
        .map(Thing::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** How much there was of what is in a place on another day. */
  BigDecimal sumWhereItIs(String what, Place place, Day later) {
    return things.getOrDefault(what, List.of()).stream()
        .filter(thing -> later.isIn(thing, place))
        .map(Thing::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Whether there was any of something in a place, be it none. */
  boolean has(String what, Place place) {
    return things.getOrDefault(what, List.of()).stream().anyMatch(thing -> isIn(thing, place));
  }

  /** The open areas of a level in an area; none of an organisation. */
  List<String> areas(AreaLevel level, Place place) {
    return place instanceof Place.Area area ? land.of(level, area.code()) : List.of();
  }

  /** What is known of an area itself; null where nothing is. */
  BigDecimal at(String area, String what) {
    return things.getOrDefault(what, List.of()).stream()
        .filter(thing -> area.equals(thing.area()))
        .map(Thing::amount)
        .findFirst()
        .orElse(null);
  }

  String areaOf(Thing thing) {
    return thing.area() == null ? tree.area(thing.organization()) : thing.area();
  }

  private boolean isIn(Thing thing, Place place) {
    if (place instanceof Place.Organization organization) {
      UUID whose = thing.organization();
      return whose != null && tree.knows(whose) && tree.isWithin(whose, organization.id());
    }
    return land.lay(areaOf(thing), ((Place.Area) place).code());
  }

  private void add(Collection<Thing> more) {
    more.forEach(thing -> things.computeIfAbsent(thing.what(), w -> new ArrayList<>()).add(thing));
  }

  private static Map<String, List<RecordedEvent>> sites(List<RecordedEvent> until) {
    Map<String, List<RecordedEvent>> sites = new LinkedHashMap<>();
    for (RecordedEvent event : until) {
      if (event.data() instanceof SiteEvent site) {
        sites.computeIfAbsent(site.aggregateId(), id -> new ArrayList<>()).add(event);
      }
    }
    return sites;
  }
}
