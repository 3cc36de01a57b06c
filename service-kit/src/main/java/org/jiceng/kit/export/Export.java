package org.jiceng.kit.export;

import java.util.List;
import org.jiceng.kit.imports.Column;
import org.jiceng.kit.imports.ImportKind;

/**
 * What is exported: the rows of one select, in its order.
 *
 * @param name of the file, and of the import that reads it again
 * @param table the columns of CSV and XLSX; NDJSON has all that are selected, under their labels
 * @param values of the select's parameters
 */
public record Export(String name, List<String> table, String sql, List<Object> values) {

  /** With the columns that an import reads. */
  public static Export readableBy(ImportKind kind, String sql, List<Object> values) {
    return new Export(kind.name(), kind.columns().stream().map(Column::name).toList(), sql, values);
  }
}
