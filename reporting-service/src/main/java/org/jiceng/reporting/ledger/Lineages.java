package org.jiceng.reporting.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Works out where organisations stood in the whole tree from where each stood below its parent.
 * Each stretch of days is followed upwards by itself: two organisations may have stood one below
 * the other and, later, the other way round.
 */
final class Lineages {
  private final Map<UUID, Placement> placements;

  Lineages(Map<UUID, Placement> placements) {
    this.placements = placements;
  }

  /** The intervals of an organisation, in order and without overlap; none while it is unknown. */
  List<Interval> of(UUID organization) {
    return joined(within(organization, LocalDate.MIN, Interval.OPEN, List.of()));
  }

  /**
   * The intervals between two days, seen from the organisations below. A parent that is not known
   * yet, or for a moment stands in a circle, counts as none.
   */
  private List<Interval> within(UUID organization, LocalDate from, LocalDate to, List<UUID> below) {
    Placement placement = placements.get(organization);
    if (placement == null || below.contains(organization)) {
      return List.of();
    }
    List<UUID> path = new ArrayList<>(below);
    path.add(organization);
    List<Interval> intervals = new ArrayList<>();
    for (Placement.Span whole : placement.spans()) {
      Placement.Span span = whole.between(later(from, whole.from()), earlier(to, whole.to()));
      if (span.from().isBefore(span.to())) {
        intervals.addAll(standing(organization, span, path));
      }
    }
    return intervals;
  }

  private List<Interval> standing(UUID organization, Placement.Span span, List<UUID> path) {
    List<Interval> above =
        span.parentId() == null ? List.of() : within(span.parentId(), span.from(), span.to(), path);
    List<Interval> intervals = new ArrayList<>();
    LocalDate from = span.from();
    for (Interval up : above) {
      if (from.isBefore(up.from())) {
        intervals.add(interval(organization, span, from, up.from(), List.of()));
      }
      intervals.add(interval(organization, span, up.from(), up.to(), up.line()));
      from = up.to();
    }
    if (from.isBefore(span.to())) {
      intervals.add(interval(organization, span, from, span.to(), List.of()));
    }
    return intervals;
  }

  private static Interval interval(
      UUID organization, Placement.Span span, LocalDate from, LocalDate to, List<UUID> above) {
    List<UUID> line = new ArrayList<>(above.size() + 1);
    line.add(organization);
    line.addAll(above);
    return new Interval(from, to, line, span.areaCode(), span.sector(), span.type());
  }

  private static List<Interval> joined(List<Interval> intervals) {
    List<Interval> joined = new ArrayList<>();
    for (Interval next : intervals) {
      int last = joined.size() - 1;
      if (last >= 0 && next.continues(joined.get(last))) {
        joined.set(last, joined.get(last).upTo(next.to()));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}
