package org.jiceng.reporting.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What is hidden in a table of persons cannot be worked out, by whatever tables one has of it. */
class SuppressionTest {
  private static final long K = 5;

  /** Counts over some dimensions, by their numbers in the order of the keys. */
  record Made(int[] sizes, List<Integer> counts) {
    CountTable table() {
      CountTable table = new CountTable(sizes);
      int first = table.first(table.innermost());
      for (int i = 0; i < counts.size(); i++) {
        table.add(table.key(table.innermost(), first + i), counts.get(i));
      }
      return table;
    }
  }

  @Property(tries = 400, shrinking = ShrinkingMode.OFF)
  void nobodyKnowsFewPersonsOfATableByAllTablesThatAgreeWithIt(@ForAll("flat") Made made) {
    CountTable table = made.table();
    Hidden hidden = Suppression.of(table, K);

    assertThat(Attacker.knows(table, hidden, K)).isEmpty();
  }

  @Property(tries = 80, shrinking = ShrinkingMode.OFF)
  void aTableOfThreeDimensionsTellsNoMoreThanItsMargins(@ForAll("deep") Made made) {
    CountTable table = made.table();
    Hidden hidden = Suppression.of(table, K);

    Set<Integer> known = Attacker.knows(table, hidden, K);
    if (!known.isEmpty()) {
      assertThat(Attacker.knowsByMargins(table, hidden, K)).containsAll(known);
    }
  }

  /**
   * Where every combination occurs. Cells that are empty anyhow tie hidden sums to each other, so
   * that tables of very few persons together may tell more than each.
   */
  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void allTablesOfFourDimensionsTogetherTellNothing(@ForAll("wide") Made made) {
    Map<List<Integer>, Boolean> isHidden = new TreeMap<>(SuppressionTest::compare);
    CountTable whole = made.table();
    List<Map<List<Integer>, Integer>> equations = new ArrayList<>();
    for (int mask = 0; mask <= whole.innermost(); mask++) {
      if (Integer.bitCount(mask) == 3) {
        publish(whole, mask, isHidden, equations);
      }
    }
    List<List<Integer>> unknown =
        isHidden.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
    Map<List<Integer>, Integer> numbers = new HashMap<>();
    unknown.forEach(key -> numbers.put(key, numbers.size()));
    Solver solver = new Solver(unknown.size());
    for (Map<List<Integer>, Integer> equation : equations) {
      int[] times = new int[unknown.size()];
      equation.forEach(
          (key, count) -> {
            if (numbers.containsKey(key)) {
              times[numbers.get(key)] = count;
            }
          });
      solver.add(times);
    }
    for (int told : solver.told()) {
      int[] key = unknown.get(told).stream().mapToInt(v -> v).toArray();
      fail("told %d at %s", whole.count(key), unknown.get(told));
    }
  }

  /** Publishes the table over three of four dimensions, with all its margins. */
  private static void publish(
      CountTable whole,
      int mask,
      Map<List<Integer>, Boolean> isHidden,
      List<Map<List<Integer>, Integer>> equations) {
    List<Integer> dimensions = new ArrayList<>();
    for (int d = 0; d < whole.dimensions(); d++) {
      if (CountTable.has(mask, d)) {
        dimensions.add(d);
      }
    }
    CountTable part = new CountTable(dimensions.stream().mapToInt(whole::valuesOf).toArray());
    for (int cell = whole.first(mask); cell < whole.end(mask); cell++) {
      int[] key = whole.key(mask, cell);
      part.add(dimensions.stream().mapToInt(d -> key[d]).toArray(), whole.count(key));
    }
    Hidden hidden = Suppression.of(part, K);
    for (int of = 0; of <= part.innermost(); of++) {
      for (int cell = part.first(of); cell < part.end(of); cell++) {
        Boolean before = isHidden.put(key(whole, dimensions, part.key(of, cell)), hidden.is(cell));
        assertThat(before == null || before == hidden.is(cell))
            .as("a cell is hidden or shown whatever table it is asked in")
            .isTrue();
      }
      for (CountTable.Line line : part.lines(of)) {
        Map<List<Integer>, Integer> equation = new HashMap<>();
        for (int cell : line.cells()) {
          equation.put(key(whole, dimensions, part.key(of, cell)), 1);
        }
        int below = maskOf(part, line.margin());
        equation.put(key(whole, dimensions, part.key(below, line.margin())), -1);
        equations.add(equation);
      }
    }
  }

  private static int maskOf(CountTable table, int cell) {
    int mask = 0;
    while (cell >= table.end(mask)) {
      mask++;
    }
    return mask;
  }

  private static List<Integer> key(CountTable whole, List<Integer> dimensions, int[] part) {
    List<Integer> key = new ArrayList<>();
    for (int d = 0; d < whole.dimensions(); d++) {
      int at = dimensions.indexOf(d);
      key.add(at < 0 ? CountTable.ALL : part[at]);
    }
    return key;
  }

  private static int compare(List<Integer> a, List<Integer> b) {
    return a.toString().compareTo(b.toString());
  }

  @Property(tries = 200)
  void fewAreHiddenAndNobodyIsShown(@ForAll("flat") Made made) {
    CountTable table = made.table();
    Hidden hidden = Suppression.of(table, K);

    for (int cell = 0; cell < table.cells(); cell++) {
      if (table.count(cell) > 0 && table.count(cell) < K) {
        assertThat(hidden.is(cell)).isTrue();
      }
    }
  }

  @Example
  void nothingIsHiddenWhereNobodyIsFew() {
    CountTable table = new Made(new int[] {2, 3}, List.of(5, 0, 70, 0, 6, 9)).table();
    Hidden hidden = Suppression.of(table, K);

    for (int cell = 0; cell < table.cells(); cell++) {
      assertThat(hidden.is(cell)).isFalse();
    }
  }

  @Example
  void aSingleSmallCellTakesTheSmallestBoxWithItAndLeavesTheRest() {
    List<Integer> counts = List.of(3, 20, 90, 30, 40, 95, 10, 50, 99);
    CountTable table = new Made(new int[] {3, 3}, counts).table();
    Hidden hidden = Suppression.of(table, K);

    assertThat(hidden.is(new int[] {0, 0})).isTrue();
    assertThat(hidden.is(new int[] {0, 1})).isTrue();
    assertThat(hidden.is(new int[] {2, 0})).isTrue();
    assertThat(hidden.is(new int[] {2, 1})).isTrue();
    assertThat(hidden.is(new int[] {1, 1})).isFalse();
    assertThat(hidden.is(new int[] {0, 2})).isFalse();
    assertThat(hidden.is(new int[] {0, CountTable.ALL})).isFalse();
  }

  @Example
  void zerosAreShownAsLongAsOthersCanBeHidden() {
    List<Integer> counts = List.of(3, 20, 0, 30, 40, 0, 0, 0, 99);
    CountTable table = new Made(new int[] {3, 3}, counts).table();
    Hidden hidden = Suppression.of(table, K);

    assertThat(hidden.is(new int[] {0, 2})).isFalse();
    assertThat(hidden.is(new int[] {2, 0})).isFalse();
    assertThat(hidden.is(new int[] {0, 0})).isTrue();
  }

  @Example
  void twoWhoAreEachOneAreNotToldByTheirSum() {
    CountTable table = new Made(new int[] {4}, List.of(1, 1, 40, 60)).table();
    Hidden hidden = Suppression.of(table, K);

    assertThat(hidden.is(new int[] {2})).isTrue();
    assertThat(hidden.is(new int[] {3})).isFalse();
  }

  @Example
  void aTableThatOpensAHiddenCellDoesNotTellIt() {
    CountTable table = new Made(new int[] {3}, List.of(20, 30, 40)).table();

    Hidden shown = Suppression.within(table, K, key -> false);
    Hidden hidden = Suppression.within(table, K, key -> true);

    assertThat(shown.is(new int[] {0})).isFalse();
    assertThat(hidden.is(new int[] {0})).isTrue();
    assertThat(hidden.is(new int[] {1})).isFalse();
  }

  @Example
  void aTableOfTwentyThousandCellsIsHiddenInTheSameWayEachTime() {
    Random dice = new Random(6);
    CountTable table = new CountTable(43, 57, 8);
    for (int i = 0; i < 20_000; i++) {
      table.add(new int[] {at(dice, 43), at(dice, 57), at(dice, 8)}, 1);
    }
    Hidden once = Suppression.of(table, K);
    Hidden again = Suppression.of(table, K);

    for (int cell = 0; cell < table.cells(); cell++) {
      assertThat(once.is(cell)).isEqualTo(again.is(cell));
    }
  }

  private static int at(Random dice, int values) {
    double where = dice.nextDouble();
    return (int) (values * where * where * where);
  }

  @Provide
  Arbitrary<Made> flat() {
    return withZeros(
        List.of(
            new int[] {4},
            new int[] {2, 2},
            new int[] {2, 3},
            new int[] {3, 3},
            new int[] {3, 4},
            new int[] {1, 4}));
  }

  @Provide
  Arbitrary<Made> deep() {
    return withZeros(
        List.of(
            new int[] {2, 2, 2}, new int[] {2, 3, 2}, new int[] {3, 2, 2}, new int[] {2, 1, 3}));
  }

  @Provide
  Arbitrary<Made> wide() {
    Arbitrary<Integer> some = Arbitraries.of(1, 1, 1, 2, 3, 4, 5, 7, 11);
    return made(
        List.of(new int[] {2, 2, 2, 2}, new int[] {2, 3, 2, 2}, new int[] {3, 2, 2, 3}), some);
  }

  private static Arbitrary<Made> withZeros(List<int[]> shapes) {
    Arbitrary<Integer> many = Arbitraries.of(0, 0, 0, 1, 2, 3, 6, 9);
    Arbitrary<Integer> few = Arbitraries.of(0, 1, 2, 3, 4, 5, 7, 11);
    return Arbitraries.of(true, false).flatMap(zeros -> made(shapes, zeros ? many : few));
  }

  private static Arbitrary<Made> made(List<int[]> shapes, Arbitrary<Integer> counts) {
    return Arbitraries.of(shapes)
        .flatMap(
            sizes -> {
              int cells = Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
              return counts.list().ofSize(cells).map(made -> new Made(sizes, made));
            });
  }
}
