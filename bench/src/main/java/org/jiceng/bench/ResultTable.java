package org.jiceng.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The results for people, as a table, and for machines, as {@code bench.json}. */
final class ResultTable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ResultTable() {}

  static String asText(List<Result> results) {
    StringBuilder table =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%-18s %14s %14s %-14s %9s %10s  %s%n",
                "row",
                "figure",
                "reference",
                "unit",
                "ratio",
                "target",
                "met"));
    for (Result r : results) {
      table.append(
          String.format(
              Locale.ROOT,
              "%-18s %14s %14s %-14s %9.3f %10s  %s%n",
              r.name(),
              number(r.figure()),
              Double.isNaN(r.reference()) ? "–" : number(r.reference()),
              r.unit(),
              r.ratio(),
              r.targetText(),
              r.met() ? "yes" : "NO"));
    }
    return table.toString();
  }

  static void write(List<Result> results, Path file) throws IOException {
    ObjectNode document = JSON.createObjectNode();
    ArrayNode rows = document.putArray("rows");
    for (Result r : results) {
      ObjectNode row = rows.addObject();
      row.put("name", r.name());
      row.put("figure", r.figure());
      if (Double.isNaN(r.reference())) {
        row.putNull("reference");
      } else {
        row.put("reference", r.reference());
      }
      row.put("unit", r.unit());
      row.put("ratio", r.ratio());
      row.put("target", r.targetText());
      row.put("met", r.met());
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), document);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.3f" : "%,.0f", value);
  }
}
