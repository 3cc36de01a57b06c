package org.jiceng.activity.opening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiceng.kit.problem.Problem;

/**
 * The stretches of one day in which a site is open: in order, apart from each other, none empty.
 * Its text is that of PostgreSQL's int4multirange.
 */
record DayHours(List<Stretch> stretches) {
  static final DayHours SHUT = new DayHours(List.of());
  static final DayHours ALL_DAY = new DayHours(List.of(new Stretch(0, 24 * 60)));
  private static final Pattern RANGE = Pattern.compile("\\[(\\d+),(\\d+)\\)");

  DayHours {
    stretches = joined(stretches);
  }

  /** What somebody asks for in a field; null is none. Refuses (422) what ends early or overlaps. */
  static DayHours asked(String field, List<Hours> hours) {
    if (hours == null) {
      return SHUT;
    }
    List<Stretch> asked =
        hours.stream()
            .map(h -> new Stretch(h.opensAt(), h.closesAt()))
            .sorted(Comparator.comparing(Stretch::from))
            .toList();
    for (int i = 0; i < asked.size(); i++) {
      if (asked.get(i).isEmpty()) {
        throw Problem.violation(field, "end-after-start");
      }
      if (i > 0 && asked.get(i).from() < asked.get(i - 1).until()) {
        throw Problem.violation(field, "hours-overlap");
      }
    }
    return new DayHours(asked);
  }

  static DayHours parse(String multirange) {
    List<Stretch> stretches = new ArrayList<>();
    for (Matcher each = RANGE.matcher(multirange); each.find(); ) {
      stretches.add(new Stretch(Integer.parseInt(each.group(1)), Integer.parseInt(each.group(2))));
    }
    return new DayHours(stretches);
  }

  List<Hours> hours() {
    return stretches.stream().map(s -> Hours.of(s.from(), s.until())).toList();
  }

  int minutes() {
    return stretches.stream().mapToInt(Stretch::minutes).sum();
  }

  @Override
  public String toString() {
    return stretches.stream()
        .map(s -> "[" + s.from() + "," + s.until() + ")")
        .collect(java.util.stream.Collectors.joining(",", "{", "}"));
  }

  private static List<Stretch> joined(List<Stretch> stretches) {
    List<Stretch> joined = new ArrayList<>();
    for (Stretch next : stretches.stream().sorted(Comparator.comparing(Stretch::from)).toList()) {
      Stretch last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && next.from() <= last.until()) {
        joined.set(
            joined.size() - 1, new Stretch(last.from(), Math.max(last.until(), next.until())));
      } else if (!next.isEmpty()) {
        joined.add(next);
      }
    }
    return List.copyOf(joined);
  }
}
