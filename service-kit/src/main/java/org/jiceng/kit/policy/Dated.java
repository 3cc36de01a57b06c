package org.jiceng.kit.policy;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a regulation sets, and from when on; the day of the fact decides. */
abstract class Dated<T> {
  private final TreeMap<LocalDate, T> from = new TreeMap<>();

  /**
   * Reads {@code 0001-01-01=P3Y,2030-01-01=P5Y}.
   *
   * @throws java.time.DateTimeException when a date is none
   * @throws IllegalArgumentException when a value is none
   */
  Dated(String text, Function<String, T> value) {
    for (String entry : text.split(",", -1)) {
      String[] parts = entry.strip().split("=", 2);
      if (parts.length != 2) {
        throw new IllegalArgumentException("a dated value reads 2000-01-01=…: " + entry);
      }
      from.put(LocalDate.parse(parts[0].strip()), value.apply(parts[1].strip()));
    }
  }

  /** What held on that day. */
  public final T on(LocalDate day) {
    Map.Entry<LocalDate, T> held = from.floorEntry(day);
    if (held == null) {
      throw new IllegalStateException("nothing is set for " + day);
    }
    return held.getValue();
  }

  /** As it is written, in the order of days; for questions to the database. */
  @Override
  public final String toString() {
    return from.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(","));
  }
}
