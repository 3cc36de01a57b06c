package org.jiceng.member.policy;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.TreeMap;

/**
 * A period that a regulation sets, and from when on; the day of the fact decides. Written as {@code
 * 0001-01-01=P3M,2030-01-01=P2M}.
 */
public final class DatedPeriod {
  private final TreeMap<LocalDate, Period> from = new TreeMap<>();

  /**
   * Reads the written form.
   *
   * @throws java.time.format.DateTimeParseException when a date or a period is none
   */
  public DatedPeriod(String text) {
    for (String entry : text.split(",", -1)) {
      String[] parts = entry.strip().split("=", 2);
      if (parts.length != 2) {
        throw new IllegalArgumentException("a dated period reads 2000-01-01=P3M: " + entry);
      }
      from.put(LocalDate.parse(parts[0].strip()), Period.parse(parts[1].strip()));
    }
  }

  /** What held on that day. */
  public Period on(LocalDate day) {
    Map.Entry<LocalDate, Period> held = from.floorEntry(day);
    if (held == null) {
      throw new IllegalStateException("no period holds on " + day);
    }
    return held.getValue();
  }
}
