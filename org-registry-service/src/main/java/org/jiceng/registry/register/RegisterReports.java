package org.jiceng.registry.register;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.imports.CopyStream;
import org.jiceng.kit.imports.ImportAccess;
import org.jiceng.kit.problem.Problem;
import org.jiceng.registry.Tables;
import org.jiceng.registry.register.Register.Reported;

/** Keeps how registers differed, beside the transactions that a dry run or a refusal undoes. */
@ApplicationScoped
class RegisterReports {
  static final List<String> COLUMNS =
      List.of(
          "row_no",
          "difference",
          "code",
          "name_before",
          "name_after",
          "kind_before",
          "kind_after",
          "area_before",
          "area_after",
          "staff_before",
          "staff_after");
  private static final int BATCH = 5_000;
  private static final String COUNTS =
      """
      insert into register_comparison (job_id, area_code, effective_on, stored, registered,
                                       reopened, changed, gone, gone_allowed, register)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private interface Work {
    void on(Connection connection) throws SQLException;
  }

  private final AgroalDataSource dataSource;
  private final Tables tables;
  private final ImportAccess access;

  RegisterReports(AgroalDataSource dataSource, Tables tables, ImportAccess access) {
    this.dataSource = dataSource;
    this.tables = tables;
    this.access = access;
  }

  /** In place of what an attempt before this one has left. */
  void keep(RegisterDifferences differences) throws SQLException {
    RegisterComparison counts = differences.counts();
    UUID job = counts.importId();
    aside(connection -> begin(connection, job));
    long after = 0;
    List<String[]> some = differences.rows(after, BATCH);
    while (!some.isEmpty()) {
      List<String[]> batch = some;
      aside(connection -> copy(connection, job, batch));
      after = Long.parseLong(batch.get(batch.size() - 1)[0]);
      some = differences.rows(after, BATCH);
    }
    String register = differences.register().name();
    aside(connection -> count(connection, counts, register));
  }

  /** The comparison of a job that the caller may see (404). */
  RegisterComparison of(Register register, UUID job) {
    access.requireVisible(job);
    return tables
        .one(
            RegisterComparison.SELECT,
            row -> RegisterComparison.of(row, register.door()),
            job,
            register.name())
        .orElseThrow(Problem::notFound);
  }

  /** All differences as CSV, some at a time. */
  void write(Register register, UUID job, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvWriter csv = CsvWriter.builder().build(text);
    List<Reported> reported = register.reported();
    csv.writeRecord(reported.stream().map(Reported::title).toList());
    long after = 0;
    for (List<String[]> some = read(job, after); !some.isEmpty(); some = read(job, after)) {
      for (String[] row : some) {
        csv.writeRecord(
            reported.stream()
                .map(each -> harmless(row[1 + COLUMNS.indexOf(each.column())]))
                .toList());
        after = Long.parseLong(row[0]);
      }
    }
    csv.flush();
  }

  private List<String[]> read(UUID job, long after) {
    String sql =
        "select no, %s from register_difference where job_id = ? and no > ? order by no limit %d"
            .formatted(String.join(", ", COLUMNS), BATCH);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, job);
      select.setLong(2, after);
      try (ResultSet row = select.executeQuery()) {
        return texts(row);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the differences could not be read", e);
    }
  }

  /** The rows of a select of no and {@link #COLUMNS}. */
  static List<String[]> texts(ResultSet row) throws SQLException {
    List<String[]> some = new ArrayList<>();
    while (row.next()) {
      String[] texts = new String[COLUMNS.size() + 1];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = row.getString(i + 1);
      }
      some.add(texts);
    }
    return some;
  }

  /** A spreadsheet would compute a cell that begins as a formula. */
  private static String harmless(String cell) {
    if (cell == null || cell.isEmpty()) {
      return "";
    }
    return "=+-@".indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
  }

  private static void begin(Connection connection, UUID job) throws SQLException {
    for (String table : List.of("register_difference", "register_comparison")) {
      try (PreparedStatement delete =
          connection.prepareStatement("delete from " + table + " where job_id = ?")) {
        delete.setObject(1, job);
        delete.executeUpdate();
      }
    }
  }

  private static void copy(Connection connection, UUID job, List<String[]> rows)
      throws SQLException {
    List<String> columns = new ArrayList<>(List.of("job_id", "no"));
    columns.addAll(COLUMNS);
    try (CopyStream copy = CopyStream.into(connection, "register_difference", columns)) {
      for (String[] row : rows) {
        List<String> values = new ArrayList<>(List.of(job.toString()));
        values.addAll(java.util.Arrays.asList(row));
        copy.row(values);
      }
    }
  }

  private static void count(Connection connection, RegisterComparison counts, String register)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(COUNTS)) {
      insert.setObject(1, counts.importId());
      insert.setString(2, counts.areaCode());
      insert.setObject(3, counts.effectiveOn());
      insert.setLong(4, counts.stored());
      insert.setLong(5, counts.registered());
      insert.setLong(6, counts.reopened());
      insert.setLong(7, counts.changed());
      insert.setLong(8, counts.gone());
      insert.setLong(9, counts.goneAllowed());
      insert.setString(10, register);
      insert.executeUpdate();
    }
  }

  private void aside(Work work) {
    QuarkusTransaction.suspendingExisting()
        .run(
            () -> {
              try (Connection connection = dataSource.getConnection()) {
                work.on(connection);
              } catch (SQLException e) {
                throw new IllegalStateException("the differences could not be kept", e);
              }
            });
  }
}
