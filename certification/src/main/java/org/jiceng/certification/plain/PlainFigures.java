package org.jiceng.certification.plain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.Topic;

/**
 * Every figure of a place on a day, by walking through all events that are known, one after the
 * other: slow, and so plain that one can see that it is right. No sums are kept and nothing is
 * taken back; what is asked of a day is looked up in what there was on that day.
 *
 * <p>A figure is null where there is nothing to say: a place that nobody has told of by that day, a
 * share of nothing, a comparison of none.
 */
public final class PlainFigures {
  private final List<RecordedEvent> byDay;
  private final Stays stays;
  private final Map<LocalDate, Day> days = new HashMap<>();

  /** What all figures are asked of: the events that are known, in any order. */
  public PlainFigures(Collection<RecordedEvent> known) {
    Comparator<RecordedEvent> recorded =
        Comparator.comparing((RecordedEvent event) -> Topic.of(event.data()))
            .thenComparing(RecordedEvent::sequence);
    stays = new Stays(known.stream().sorted(recorded).toList());
    byDay =
        known.stream()
            .sorted(Comparator.comparing(RecordedEvent::effectiveOn).thenComparing(recorded))
            .toList();
  }

  /** Every figure of a place on a day, compared with three years before where it is a change. */
  public Map<String, BigDecimal> of(Place place, LocalDate asOf) {
    return of(place, asOf, asOf.minusYears(3));
  }

  /** Every figure of a place on a day, those that are changes since another; by indicator. */
  public Map<String, BigDecimal> of(Place place, LocalDate asOf, LocalDate since) {
    Asked asked = new Asked(place, day(asOf), day(since));
    Map<String, BigDecimal> figures = new LinkedHashMap<>();
    new TerritoryFigures(asked, figures).tell();
    new OrganizationFigures(asked, figures).tell();
    new MemberFigures(asked, figures).tell();
    new SiteFigures(asked, figures).tell();
    new LifeFigures(asked, figures).tell();
    if (!asked.now().knows(place)) {
      figures.replaceAll((indicator, value) -> null);
    }
    return figures;
  }

  private Day day(LocalDate day) {
    return days.computeIfAbsent(
        day,
        d ->
            new Day(d, stays, byDay.stream().takeWhile(e -> !e.effectiveOn().isAfter(d)).toList()));
  }
}
