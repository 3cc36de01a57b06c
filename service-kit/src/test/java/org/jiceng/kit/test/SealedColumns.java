package org.jiceng.kit.test;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiceng.kit.rotation.SealedData;

/** Compares what a service declares as sealed with the columns that its tables have. */
public final class SealedColumns {
  private static final String BYTES =
      """
      select table_name || '.' || column_name from information_schema.columns
       where table_schema = 'public' and data_type = 'bytea'""";

  /** Bytes of the kit that are neither sealed nor a reference, and identify nobody. */
  private static final Set<String> DIGESTS =
      Set.of(
          "audit_link.hash",
          "blind_reference.digest",
          "blind_reference.reference",
          "idempotency_key.fingerprint",
          "import_job.digest",
          "inbox_parked.value");

  private SealedColumns() {}

  /** The columns of bytes that no rotation would reach, though nobody has said that none should. */
  public static Set<String> forgotten(
      AgroalDataSource dataSource, Collection<SealedData> declared, String... digests)
      throws SQLException {
    Set<String> columns = existing(dataSource);
    columns.removeAll(DIGESTS);
    columns.removeAll(Set.of(digests));
    columns.removeAll(names(declared));
    return columns;
  }

  /** What is declared and is not there. */
  public static Set<String> unknown(AgroalDataSource dataSource, Collection<SealedData> declared)
      throws SQLException {
    Set<String> names = names(declared);
    names.removeAll(existing(dataSource));
    return names;
  }

  private static Set<String> names(Collection<SealedData> declared) {
    return declared.stream()
        .flatMap(
            data ->
                Stream.concat(
                    data.tables().stream()
                        .flatMap(t -> t.columns().stream().map(c -> t.name() + "." + c)),
                    data.indexes().stream()
                        .flatMap(
                            i ->
                                Stream.of(
                                    i.table() + "." + i.reference(),
                                    i.table() + "." + i.sealed()))))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> existing(AgroalDataSource dataSource) throws SQLException {
    Set<String> columns = new TreeSet<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(BYTES);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        columns.add(rows.getString(1));
      }
    }
    return columns;
  }
}
