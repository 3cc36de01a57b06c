package org.jiceng.reporting.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The same question about many areas of one level: what each day needs is read once for all, not
 * once for each.
 */
public final class SideBySide implements Question.Neighbours {
  private final Sums sums;
  private final Areas areas;
  private final List<String> codes;
  private final Map<Days, Map<String, Slice>> slices = new HashMap<>();
  private final Map<Reading, Map<String, Slice>> read = new HashMap<>();
  private final Map<Level, Map<String, String>> townships = new HashMap<>();

  private record Days(LocalDate day, LocalDate placedOn) {}

  private record Level(Set<String> levels, LocalDate day) {}

  private record Reading(Level level, String measure) {}

  public SideBySide(View view, Collection<String> codes) {
    this.sums = new Sums(view);
    this.areas = new Areas(view);
    this.codes = List.copyOf(codes);
  }

  /** The question about one of the areas. */
  public Question question(String code, LocalDate asOf, LocalDate since) {
    return new Question(
        this,
        Node.area(code),
        asOf,
        since,
        null,
        null,
        (day, placedOn) -> of(code, new Days(day, placedOn)));
  }

  private Slice of(String code, Days days) {
    return slices
        .computeIfAbsent(days, d -> sums.ofAreas(codes, d.day(), d.placedOn(), List.of()))
        .get(code);
  }

  @Override
  public Map<String, BigDecimal> byArea(
      Set<String> levels,
      String within,
      LocalDate asOf,
      String measure,
      Set<String> sectors,
      Set<String> types) {
    Level level = new Level(levels, asOf);
    Map<String, String> lying = townships(level);
    Map<String, Slice> all =
        read.computeIfAbsent(
            new Reading(level, measure),
            r -> sums.ofAreas(lying.keySet(), asOf, null, List.of(measure)));
    Map<String, BigDecimal> found = new TreeMap<>();
    lying.forEach(
        (code, township) -> {
          Slice slice = all.get(code);
          if (isWithin(code, township, within) && slice.has(measure, sectors, types)) {
            found.put(code, slice.sum(measure, sectors, types));
          }
        });
    return found;
  }

  @Override
  public boolean layInTownship(String code, Set<String> levels, LocalDate asOf) {
    String township = townships(new Level(Areas.GRASSROOTS, asOf)).getOrDefault(code, code);
    return townships(new Level(levels, asOf)).containsKey(township);
  }

  private Map<String, String> townships(Level level) {
    return townships.computeIfAbsent(level, l -> areas.townships(l.levels(), l.day()));
  }

  private static boolean isWithin(String code, String township, String within) {
    return code.equals(within) || township.startsWith(Areas.prefix(within));
  }
}
