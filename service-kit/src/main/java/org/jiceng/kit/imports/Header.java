package org.jiceng.kit.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiceng.kit.codes.Halfwidth;

/** Which column of the kind stands where in the file. */
final class Header {
  static final long ROW = 1;

  /** What stands over our own remarks in a file that was sent back: no column of the sender's. */
  private static final Set<String> MARKS = Set.of("错误说明", "Errors");

  private final Map<String, Column> columns = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final int width;

  /** Reads the header; what is missing, unknown or there twice is an error of the file. */
  Header(List<Column> spec, Cells cells, ImportErrors errors) {
    Map<String, String> names = new HashMap<>();
    for (Column column : spec) {
      columns.put(column.name(), column);
      names.put(column.name(), column.name());
      column.aliases().forEach(alias -> names.put(alias, column.name()));
    }
    width = place(cells, names, errors);
    for (Column column : spec) {
      if (column.required() && !places.containsKey(column.name())) {
        errors.add(ROW, column.name(), "column-missing", column.name());
      }
    }
  }

  private int place(Cells cells, Map<String, String> names, ImportErrors errors) {
    List<Integer> filled = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String title = Halfwidth.of(cells.text(i));
      if (title == null || title.isEmpty()) {
        continue;
      }
      if (MARKS.contains(title)) {
        continue;
      }
      filled.add(i);
      String name = names.get(title);
      if (name == null) {
        // Without a header line this would be a person's name or number
        errors.add(ROW, "#" + (i + 1), "column-unknown", i + 1);
      } else if (places.putIfAbsent(name, i) != null) {
        errors.add(ROW, name, "column-twice", name);
      }
    }
    return filled.isEmpty() ? 0 : filled.get(filled.size() - 1) + 1;
  }

  /** How many cells a row may have. */
  int width() {
    return width;
  }

  Column column(String name) {
    Column column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException("the kind has no column " + name);
    }
    return column;
  }

  /** Where the column stands, -1 when the file does not have it. */
  int indexOf(String name) {
    return places.getOrDefault(name, -1);
  }
}
