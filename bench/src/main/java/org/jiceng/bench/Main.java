package org.jiceng.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Measures the rows that are named, or all but those that only come when named, against the running
 * stack of {@code -Djiceng.data}; prints the table and writes {@code target/bench.json}. The exit
 * code says whether it could measure, not whether the targets are met.
 */
public final class Main {
  private Main() {}

  public static void main(String[] names) throws Exception {
    Stack stack = new Stack(Path.of(System.getProperty("jiceng.data", ".jiceng")));
    Set<String> wanted = Set.of(names);
    List<Result> results = new ArrayList<>();
    for (Row row : rows(stack)) {
      if (wanted.isEmpty() ? !row.onRequest() : wanted.contains(row.name())) {
        System.err.println("measuring " + row.name() + ": " + row.description());
        results.addAll(row.results());
      }
    }
    if (results.isEmpty()) {
      System.err.println("no such row; there are: " + rows(stack).stream().map(Row::name).toList());
      System.exit(2);
    }
    System.out.print(ResultTable.asText(results));
    ResultTable.write(results, Path.of("target", "bench.json"));
  }

  private static List<Row> rows(Stack stack) {
    return List.of(
        new IdleMemoryRow(stack),
        new MemberReadRow(stack),
        new TransferRow(stack),
        new BookingRow(stack),
        new SpaceSearchRow(stack),
        new ImportRow(stack),
        new UnitImportRow(stack),
        new GrowingImportRow(stack),
        new SubtreeRow(stack),
        new SearchRow(stack),
        new ReparentRow(stack),
        new VisibleRow(stack),
        new DistrictPageRow(stack),
        new RebuildRow(stack),
        new GrowthRow(stack));
  }
}
