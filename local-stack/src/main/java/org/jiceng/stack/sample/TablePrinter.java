package org.jiceng.stack.sample;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.List;

/** Prints the table of figures, aligned, with a mark on each line. */
final class TablePrinter {
  private static final String GREEN = "\u001B[32m";
  private static final String RED = "\u001B[1;31m";
  private static final String PLAIN = "\u001B[0m";
  private static final String ROW = "%-50s %-22s %12s %12s  %-18s %s%n";

  private final PrintStream out;
  private final boolean colour;

  TablePrinter(PrintStream out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  void print(List<FiguresTable.Line> lines) {
    out.printf(ROW, "indicator", "as of", "expected", "answered", "unit", "");
    lines.forEach(this::print);
    out.println(summary(lines));
  }

  private String summary(List<FiguresTable.Line> lines) {
    long wrong = lines.stream().filter(line -> !line.isRight()).count();
    if (wrong > 0) {
      return painted(RED, wrong + " of " + lines.size() + " figures differ.");
    }
    long expected = lines.stream().filter(line -> line.figure().value() != null).count();
    return expected < lines.size()
        ? expected + " of " + lines.size() + " figures have an expected value on this day."
        : painted(GREEN, "All " + expected + " figures are as expected.");
  }

  private void print(FiguresTable.Line line) {
    ExpectedFigure figure = line.figure();
    String asOf =
        figure.since() == null ? "" + figure.asOf() : figure.since() + "/" + figure.asOf();
    out.printf(
        ROW,
        figure.indicator(),
        asOf,
        text(figure, figure.value()),
        text(figure, line.answered()),
        figure.unit(),
        mark(line));
  }

  private String mark(FiguresTable.Line line) {
    if (!line.isRight()) {
      return painted(RED, "✗");
    }
    return line.figure().value() == null ? "" : painted(GREEN, "✓");
  }

  private static String text(ExpectedFigure figure, BigDecimal number) {
    return number == null ? "–" : figure.rounded(number).toPlainString();
  }

  private String painted(String paint, String text) {
    return colour ? paint + text + PLAIN : text;
  }
}
