package org.jiceng.reporting.protection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Chooses what is hidden of the innermost level of a table, when it is settled what is hidden of
 * its margins: few and small cells, always the same, until nothing hidden can be worked out.
 */
final class Level {
  private final CountTable table;
  private final Hidden hidden;
  private final long k;
  private final int mask;
  private final List<CountTable.Line> lines;
  private final List<CountTable.Line> lower = new ArrayList<>();
  private final Map<Integer, List<CountTable.Line>> linesOf = new HashMap<>();
  private final Map<Integer, List<Integer>> numbersOf = new HashMap<>();
  private final Boxes boxes;
  private final BitSet chosen = new BitSet();

  Level(CountTable table, int mask, Hidden hidden, long k) {
    this.table = table;
    this.mask = mask;
    this.hidden = hidden;
    this.k = k;
    this.lines = table.lines(mask);
    this.boxes = new Boxes(table, mask);
    for (int below = 0; below < mask; below++) {
      if ((below & mask) == below) {
        lower.addAll(table.lines(below));
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      linesOf.computeIfAbsent(lines.get(i).margin(), cell -> new ArrayList<>()).add(lines.get(i));
      for (int cell : lines.get(i).cells()) {
        linesOf.computeIfAbsent(cell, c -> new ArrayList<>()).add(lines.get(i));
        numbersOf.computeIfAbsent(cell, c -> new ArrayList<>()).add(i);
      }
    }
  }

  void choose() {
    for (int cell = table.first(mask); cell < table.end(mask); cell++) {
      if (table.count(cell) != 0 && table.count(cell) < k) {
        hidden.hide(cell);
      }
    }
    boolean more = true;
    while (more) {
      more =
          hasChosen(this::accompany)
              || hasChosen(this::workOut)
              || hasChosen(this::bound)
              || hasChosen(this::surround);
    }
  }

  /**
   * Beyond two dimensions it is not enough that lines do not tell a cell, as no count is less than
   * zero: few persons are always in a box of hidden cells around which they can change places.
   */
  private void surround() {
    if (Integer.bitCount(mask) > 2) {
      for (int cell = table.first(mask); cell < table.end(mask); cell++) {
        if (hidden.is(cell) && table.count(cell) > 0 && table.count(cell) < k) {
          protect(cell);
        }
      }
    }
  }

  private boolean hasChosen(Runnable choice) {
    chosen.clear();
    choice.run();
    return !chosen.isEmpty();
  }

  /** Hides more where a cell is the only hidden one of its line: what is seen at once. */
  private void accompany() {
    for (CountTable.Line line : lines) {
      int[] unknown = IntStream.of(line.cells()).filter(hidden::is).limit(2).toArray();
      if (unknown.length == 1 && !hidden.is(line.margin())) {
        protect(unknown[0]);
      }
    }
  }

  private boolean isOfLevel(int cell) {
    return cell >= table.first(mask) && cell < table.end(mask);
  }

  private void hide(int cell) {
    if (!hidden.is(cell)) {
      hidden.hide(cell);
      chosen.set(cell);
    }
  }

  /** Hides more where adding and subtracting lines tells what is hidden. */
  private void workOut() {
    try {
      BitSet spare = changingPlaces();
      IntPredicate unknown = cell -> hidden.is(cell) && !spare.get(cell);
      Elimination elimination =
          new Elimination(
              equations(lines, unknown, true), equations(lower, unknown, false), this::isOfLevel);
      for (Equation equation : elimination.aboutMargins()) {
        breakUp(equation, true);
      }
      for (Equation equation : elimination.told()) {
        int cell = equation.hidden().places()[0];
        if (!isAnswered(equation) && !(isOfLevel(cell) && protect(cell))) {
          breakUp(equation, true);
        }
      }
    } catch (ArithmeticException e) {
      hideAll(); // too long a calculation to be sure of anything
    }
  }

  /**
   * Hidden cells that need not be looked at: each is a corner of a box of hidden cells, so that
   * what is known of the others is the same without it.
   */
  private BitSet changingPlaces() {
    BitSet spare = new BitSet();
    BitSet settled = new BitSet();
    for (int cell = table.first(mask); cell < table.end(mask); cell++) {
      if (hidden.is(cell) && !settled.get(cell)) {
        boxes
            .cheapest(cell, (c, odd) -> hidden.is(c) && !spare.get(c) ? 0 : Boxes.NEVER)
            .ifPresent(box -> box.forEach(settled::set));
        spare.set(cell, settled.get(cell));
      }
    }
    return spare;
  }

  private List<Equation> equations(
      List<CountTable.Line> of, IntPredicate unknown, boolean numbered) {
    List<Equation> equations = new ArrayList<>();
    for (int i = 0; i < of.size(); i++) {
      Vector cells = Vector.NONE;
      for (int cell : of.get(i).cells()) {
        if (unknown.test(cell)) {
          cells = cells.combined(1, Vector.one(cell), 1);
        }
      }
      if (unknown.test(of.get(i).margin())) {
        cells = cells.combined(1, Vector.one(of.get(i).margin()), -1);
      }
      if (cells.size() > 0) {
        equations.add(new Equation(cells, numbered ? Vector.one(i) : Vector.NONE));
      }
    }
    return equations;
  }

  /** Hides the smallest box around a cell that is told; answers whether there is one. */
  private boolean protect(int cell) {
    Optional<List<Integer>> box =
        boxes
            .cheapest(cell, (c, odd) -> cost(c, false))
            .or(() -> boxes.cheapest(cell, (c, odd) -> cost(c, odd)))
            .or(() -> boxes.cheapest(cell, (c, odd) -> cost(c, !odd)));
    box.ifPresent(corners -> corners.forEach(this::hide));
    return box.isPresent();
  }

  /**
   * What it costs to hide a cell. Where zeros are no less than others, they are all on one side of
   * a box: else nobody in it could change places, as no count is less than zero.
   */
  private long cost(int cell, boolean zeros) {
    if (table.count(cell) > 0) {
      return hidden.is(cell) ? 0 : table.count(cell);
    }
    return zeros && mayBeHidden(cell) ? (hidden.is(cell) ? 1 : Integer.MAX_VALUE) : Boxes.NEVER;
  }

  /** A zero of which a shown margin tells is no secret. */
  private boolean mayBeHidden(int cell) {
    return table.count(cell) != 0
        || linesOf.get(cell).stream()
            .allMatch(line -> table.count(line.margin()) != 0 || hidden.is(line.margin()));
  }

  /** Hides the smallest cell that the lines of an equation speak of, so that it no longer holds. */
  private void breakUp(Equation equation, boolean alsoZeros) {
    if (isAnswered(equation)) {
      return;
    }
    int best = -1;
    for (int cell : shownIn(equation)) {
      if (table.count(cell) != 0 || alsoZeros) {
        best = best < 0 || comesBefore(cell, best) ? cell : best;
      }
    }
    if (best >= 0) {
      hide(best);
    }
  }

  /** Whether a cell that was just hidden may have broken the equation up already. */
  private boolean isAnswered(Equation equation) {
    return chosen.stream().anyMatch(cell -> weight(equation, cell) != 0);
  }

  private List<Integer> shownIn(Equation equation) {
    List<Integer> shown = new ArrayList<>();
    for (int line : equation.lines().places()) {
      for (int cell : lines.get(line).cells()) {
        if (!hidden.is(cell) && mayBeHidden(cell) && weight(equation, cell) != 0) {
          shown.add(cell);
        }
      }
    }
    return shown;
  }

  /** How often the lines of an equation speak of a cell, taken together. */
  private long weight(Equation equation, int cell) {
    long weight = 0;
    for (int line : numbersOf.getOrDefault(cell, List.of())) {
      weight += equation.lines().at(line);
    }
    return weight;
  }

  /** Small cells before large ones, zeros last; then by their keys. */
  private boolean comesBefore(int a, int b) {
    long mine = table.count(a) == 0 ? Long.MAX_VALUE : table.count(a);
    long theirs = table.count(b) == 0 ? Long.MAX_VALUE : table.count(b);
    return mine != theirs ? mine < theirs : a < b;
  }

  /** Hides more where a line leaves too few counts for what is hidden in it. */
  private void bound() {
    hidden.seeZeros(lines);
    List<CountTable.Line> all = new ArrayList<>(lines);
    all.addAll(lower);
    Bounds bounds = new Bounds(table, hidden, all);
    for (int cell = 0; cell < table.end(mask); cell++) {
      if (linesOf.containsKey(cell) && bounds.isNarrow(cell, k)) {
        widen(bounds, cell);
      }
    }
  }

  private void widen(Bounds bounds, int cell) {
    int best = -1;
    List<CountTable.Line> binding = new ArrayList<>();
    for (CountTable.Line line : linesOf.get(cell)) {
      if (bounds.binds(line, cell)) {
        binding.add(line);
        for (int other : line.cells()) {
          if (chosen.get(other)) {
            return;
          }
          boolean candidate = !hidden.is(other) && table.count(other) != 0;
          best = candidate && (best < 0 || comesBefore(other, best)) ? other : best;
        }
      }
    }
    if (best >= 0) {
      hide(best);
    } else {
      binding.stream().findFirst().ifPresent(this::hideZeros);
    }
  }

  /** Hides as many zeros of a line as there are others, so that nobody knows which they are. */
  private void hideZeros(CountTable.Line line) {
    long missing = IntStream.of(line.cells()).filter(c -> table.count(c) != 0).count();
    for (int cell : line.cells()) {
      if (table.count(cell) == 0 && missing > 0 && mayBeHidden(cell)) {
        hide(cell);
        missing--;
      }
    }
  }

  private void hideAll() {
    for (int cell = table.first(mask); cell < table.end(mask); cell++) {
      if (table.count(cell) != 0) {
        hide(cell);
      }
    }
  }
}
