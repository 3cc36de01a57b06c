package org.jiceng.reporting.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Works out where organisations stood in the whole tree from where each stood below its parent. */
final class Lineages {
  private final Map<UUID, Placement> placements;
  private final Map<UUID, List<Interval>> known = new HashMap<>();
  private final Set<UUID> inProgress = new HashSet<>();

  Lineages(Map<UUID, Placement> placements) {
    this.placements = placements;
  }

  /** The intervals of an organisation, in order and without overlap; none while it is unknown. */
  List<Interval> of(UUID organization) {
    List<Interval> found = known.get(organization);
    if (found == null) {
      Placement placement = placements.get(organization);
      found = placement == null ? List.of() : joined(intervals(organization, placement));
      known.put(organization, found);
    }
    return found;
  }

  private List<Interval> intervals(UUID organization, Placement placement) {
    List<Interval> intervals = new ArrayList<>();
    inProgress.add(organization);
    for (Placement.Span span : placement.spans()) {
      LocalDate from = span.from();
      for (Interval above : above(span.parentId())) {
        LocalDate start = later(from, above.from());
        LocalDate end = earlier(span.to(), above.to());
        if (start.isBefore(end)) {
          if (from.isBefore(start)) {
            intervals.add(interval(organization, span, from, start, List.of()));
          }
          intervals.add(interval(organization, span, start, end, above.line()));
          from = end;
        }
      }
      if (from.isBefore(span.to())) {
        intervals.add(interval(organization, span, from, span.to(), List.of()));
      }
    }
    inProgress.remove(organization);
    return intervals;
  }

  /** A parent that is not known yet, or for a moment stands in a circle, counts as none. */
  private List<Interval> above(UUID parent) {
    return parent == null || inProgress.contains(parent) ? List.of() : of(parent);
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
