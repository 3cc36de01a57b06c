package org.jiceng.kit.imports;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What was asked for beside the file, kept with its job as names and values by turns. */
record Parameters(Map<String, String> values) {
  static final Parameters NONE = new Parameters(Map.of());

  Parameters {
    values = Map.copyOf(values);
  }

  static Parameters of(Array stored) throws SQLException {
    String[] parts = (String[]) stored.getArray();
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < parts.length; i += 2) {
      values.put(parts[i], parts[i + 1]);
    }
    return new Parameters(values);
  }

  Array in(Connection connection) throws SQLException {
    Object[] parts =
        new TreeMap<>(values)
            .entrySet().stream()
                .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                .toArray();
    return connection.createArrayOf("text", parts);
  }
}
