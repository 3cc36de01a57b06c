package org.jiceng.reporting.protection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What somebody works out from the lines of a table by adding and subtracting them: exact, over
 * whole numbers.
 */
final class Elimination {
  private final List<Solved> solved = new ArrayList<>();
  private final List<Equation> aboutMargins = new ArrayList<>();

  /** An equation by which a hidden cell is replaced in all others. */
  private record Solved(int cell, Equation equation) {
    Solved without(Solved other) {
      return new Solved(cell, equation.without(other.cell, other.equation));
    }
  }

  /**
   * Solves the lines of a level for its hidden cells.
   *
   * @param lines the lines of the level
   * @param lower those of its margins, which everybody knows already
   * @param ofLevel which hidden cells are the level's own
   */
  Elimination(List<Equation> lines, List<Equation> lower, IntPredicate ofLevel) {
    List<Equation> left = solve(lines, solved, ofLevel);
    List<Solved> margins = new ArrayList<>();
    solve(lower, margins, cell -> true);
    for (Equation equation : left) {
      Equation reduced = reduced(equation, margins);
      if (reduced.hidden().size() > 0) {
        aboutMargins.add(reduced);
        solve(List.of(reduced), margins, cell -> true);
      }
    }
    solved.replaceAll(s -> new Solved(s.cell(), reduced(s.equation(), margins)));
    solved.addAll(margins);
  }

  /** What the level tells about its hidden margins that they do not tell by themselves. */
  List<Equation> aboutMargins() {
    return aboutMargins;
  }

  /** The hidden cells that are told, the level's own and its margins'. */
  List<Equation> told() {
    return solved.stream().map(Solved::equation).filter(Equation::tells).toList();
  }

  /** Solves for what may be solved for, shortest first; answers what is left without any of it. */
  private static List<Equation> solve(
      List<Equation> equations, List<Solved> solved, IntPredicate wanted) {
    List<Equation> open = new ArrayList<>(equations);
    List<Equation> left = new ArrayList<>();
    while (!open.isEmpty()) {
      Equation next = takeShortest(open);
      int cell = rarest(next, open, wanted);
      if (cell < 0) {
        left.add(next);
      } else {
        Solved found = new Solved(cell, next);
        open.replaceAll(equation -> equation.without(cell, next));
        solved.replaceAll(before -> before.without(found));
        solved.add(found);
      }
    }
    return left;
  }

  private static Equation takeShortest(List<Equation> open) {
    int shortest = 0;
    for (int i = 1; i < open.size(); i++) {
      if (open.get(i).hidden().size() < open.get(shortest).hidden().size()) {
        shortest = i;
      }
    }
    return open.remove(shortest);
  }

  /** The wanted cell that the fewest other equations speak of: solving for it disturbs least. */
  private static int rarest(Equation next, List<Equation> others, IntPredicate wanted) {
    int best = -1;
    long fewest = Long.MAX_VALUE;
    for (int cell : next.hidden().places()) {
      if (wanted.test(cell)) {
        long mentions = others.stream().filter(e -> e.hidden().at(cell) != 0).count();
        if (mentions < fewest) {
          best = cell;
          fewest = mentions;
        }
        if (mentions <= 1) {
          break;
        }
      }
    }
    return best;
  }

  private static Equation reduced(Equation equation, List<Solved> by) {
    Equation reduced = equation;
    for (Solved known : by) {
      reduced = reduced.without(known.cell(), known.equation());
    }
    return reduced;
  }
}
