package org.jiceng.registry.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Tables;

/**
 * The characters and pairs that more than a fiftieth of all names have, by the statistics that
 * PostgreSQL keeps of the indexes: to ask an index for 公司 would take longer than to read on.
 */
@ApplicationScoped
class CommonGrams {
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final String SELECT =
      """
      select s.tablename, e.gram
        from pg_stats s
       cross join lateral unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs)
             e (gram, frequency)
       where s.schemaname = current_schema() and s.tablename in ('organization_grams', 'unit_grams')
         and e.gram is not null and e.frequency > 0.02""";

  private record Known(Map<String, Set<String>> byIndex, Instant until) {}

  private record Gram(String index, String text) {}

  private final Tables tables;
  private final BusinessClock clock;
  private volatile Known known = new Known(Map.of(), Instant.EPOCH);

  CommonGrams(Tables tables, BusinessClock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  /** Whether the text is made of common pairs (or is one common character) only. */
  boolean allOf(Source source, String text) {
    Set<String> common = current().byIndex().getOrDefault(source.table() + "_grams", Set.of());
    int[] characters = text.toLowerCase(Locale.ROOT).codePoints().toArray();
    if (characters.length == 1) {
      return common.contains(new String(characters, 0, 1));
    }
    return IntStream.range(1, characters.length)
        .mapToObj(i -> new String(characters, i - 1, 2))
        .allMatch(common::contains);
  }

  private Known current() {
    Known now = known;
    if (clock.now().isAfter(now.until())) {
      now =
          new Known(
              tables
                  .list(
                      new Condition(SELECT),
                      "",
                      row -> new Gram(row.getString(1), row.getString(2)))
                  .stream()
                  .collect(
                      Collectors.groupingBy(
                          Gram::index, Collectors.mapping(Gram::text, Collectors.toSet()))),
              clock.now().plus(FRESH));
      known = now;
    }
    return now;
  }
}
