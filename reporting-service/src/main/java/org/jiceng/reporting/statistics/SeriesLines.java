package org.jiceng.reporting.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiceng.reporting.indicator.Indicator;

/** Puts the figures of many days together, a line for each indicator. */
final class SeriesLines {
  private final List<Indicator> wanted;
  private final List<List<Statistics.Point>> points = new ArrayList<>();

  SeriesLines(List<Indicator> wanted) {
    this.wanted = wanted;
    wanted.forEach(indicator -> points.add(new ArrayList<>()));
  }

  /** The figures of a day; of a step the day on which the one before it ended, else null. */
  void add(LocalDate day, LocalDate before, List<Values.Value> values) {
    LocalDate from = before == null ? null : before.plusDays(1);
    for (int i = 0; i < values.size(); i++) {
      Values.Value value = values.get(i);
      points.get(i).add(new Statistics.Point(day, value.value(), value.suppressed(), from));
    }
  }

  List<Statistics.Line> lines() {
    List<Statistics.Line> lines = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      Indicator indicator = wanted.get(i);
      lines.add(new Statistics.Line(indicator.indicator(), indicator.unit(), points.get(i)));
    }
    return lines;
  }
}
