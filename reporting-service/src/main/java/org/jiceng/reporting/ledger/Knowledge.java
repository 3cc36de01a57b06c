package org.jiceng.reporting.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jiceng.events.Topic;

/** What is taken to be on record: everything, or only what was so at a moment or at a place. */
public sealed interface Knowledge {
  /** All that was folded. */
  Knowledge EVERYTHING = new Everything();

  /** The SQL condition on a table of the ledger that has topic, sequence and recorded_at. */
  String condition(String alias);

  /** All that was folded. */
  record Everything() implements Knowledge {
    @Override
    public String condition(String alias) {
      return "true";
    }
  }

  /** What was recorded by a moment (UTC). */
  record At(Instant moment) implements Knowledge {
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    @Override
    public String condition(String alias) {
      return column(alias, "recorded_at") + " <= timestamptz '" + literal() + "'";
    }

    private String literal() {
      return moment.isAfter(LAST)
          ? "infinity"
          : moment.isBefore(FIRST) ? "-infinity" : moment.toString();
    }
  }

  /** What stands in each log up to a position (inclusive); a log without one is not read at all. */
  record UpTo(Map<Topic, Long> positions) implements Knowledge {
    public UpTo {
      positions = Map.copyOf(positions);
    }

    @Override
    public String condition(String alias) {
      return new TreeMap<>(positions)
          .entrySet().stream()
              .map(
                  e ->
                      "(%s = '%s' and %s <= %d)"
                          .formatted(
                              column(alias, "topic"),
                              e.getKey().name(),
                              column(alias, "sequence"),
                              e.getValue()))
              .collect(Collectors.joining(" or ", "(false or ", ")"));
    }
  }

  /** By a moment; null for everything. */
  static Knowledge at(Instant moment) {
    return moment == null ? EVERYTHING : new At(moment);
  }

  private static String column(String alias, String name) {
    return alias.isEmpty() ? name : alias + "." + name;
  }
}
