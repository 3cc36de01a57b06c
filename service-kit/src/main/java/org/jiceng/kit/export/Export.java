package org.jiceng.kit.export;

import java.util.List;
import java.util.Map;
import org.jiceng.kit.imports.Column;
import org.jiceng.kit.imports.ImportKind;

/**
 * What is exported: the rows of one select, in its order.
 *
 * @param name of the file, and of the import that reads it again
 * @param table the columns of CSV and XLSX; NDJSON has all that are selected, under their labels
 * @param values of the select's parameters
 * @param readings of the columns that do not go out as they stand
 * @param persons whose personal data is in it; null where there is none
 */
public record Export(
    String name,
    List<String> table,
    String sql,
    List<Object> values,
    Map<String, Reading> readings,
    Persons persons) {
  /** How a column is read that does not go out as it stands, such as a sealed one. */
  public interface Reading {
    /** The value to write; null if there is nothing. */
    Object of(byte[] stored);
  }

  /**
   * Whose personal data is in the file, each of whom gets an audit record of it.
   *
   * @param recordType as the audit knows it
   * @param ids a select of their ids as texts, with the values of the export's own select
   */
  public record Persons(String recordType, String ids) {}

  public Export(String name, List<String> table, String sql, List<Object> values) {
    this(name, table, sql, values, Map.of(), null);
  }

  /** The same, with some columns read otherwise, by their labels. */
  public Export reading(Map<String, Reading> how) {
    return new Export(name, table, sql, values, how, persons);
  }

  /** The same, with the personal data of those. */
  public Export of(Persons whose) {
    return new Export(name, table, sql, values, readings, whose);
  }

  /** With the columns that an import reads. */
  public static Export readableBy(ImportKind kind, String sql, List<Object> values) {
    return new Export(kind.name(), kind.columns().stream().map(Column::name).toList(), sql, values);
  }
}
