package org.jiceng.reporting.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiceng.reporting.indicator.Indicator;
import org.jiceng.reporting.position.LogPositions;
import org.jiceng.reporting.sheet.Heading;
import org.jiceng.reporting.sheet.Sheet;

/** What the figures of a spreadsheet are of, in the order in which it is told. */
public final class SheetNotes {
  private static final Heading PLACE = new Heading("范围", "Place");
  private static final Heading AS_OF = new Heading("截至日期", "As of");
  private static final Heading COMPARED = new Heading("对比日期", "Compared with");
  private static final Heading KNOWN_AT = new Heading("数据时点", "Known at");
  private static final Heading LOGS = new Heading("日志位置", "Log positions");

  private final List<Sheet.Note> notes = new ArrayList<>();

  /** Of a place, by all that is known of what it is called. */
  public SheetNotes of(Object... place) {
    return add(
        PLACE,
        Stream.of(place)
            .filter(one -> one != null)
            .map(Object::toString)
            .collect(Collectors.joining(" ")));
  }

  /** As of the end of a day. */
  public SheetNotes asOf(LocalDate day) {
    return add(AS_OF, day.toString());
  }

  /** Beside those of another day, if there is one. */
  SheetNotes comparedWith(LocalDate day) {
    return day == null ? this : add(COMPARED, day.toString());
  }

  /** By what was known when. */
  public SheetNotes knownAt(Instant moment, List<LogPositions.LogPosition> logs) {
    add(KNOWN_AT, moment.toString());
    return add(
        LOGS,
        logs.stream()
            .map(log -> log.topic() + " " + log.position())
            .collect(Collectors.joining(", ")));
  }

  /** What each figure means. */
  public List<Sheet.Note> defining(List<Indicator> indicators) {
    indicators.forEach(i -> add(new Heading(i.name(), i.nameEn()), i.formula()));
    return List.copyOf(notes);
  }

  /** Any other fact, if there is something to say. */
  public SheetNotes add(Heading about, String text) {
    if (!text.isEmpty()) {
      notes.add(new Sheet.Note(about, text));
    }
    return this;
  }
}
