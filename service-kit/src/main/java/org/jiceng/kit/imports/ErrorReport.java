package org.jiceng.kit.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.MissingResourceException;
import java.util.UUID;
import org.jiceng.kit.problem.Messages;

/** The errors of a file as a file, to be put beside it. */
@ApplicationScoped
class ErrorReport {
  private static final String SELECT =
      "select row_no, column_name, code, args from import_error where job_id = ? order by row_no, no";

  private final AgroalDataSource dataSource;

  ErrorReport(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  String of(UUID jobId, Messages messages) {
    StringWriter report = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(report);
        Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      csv.writeRecord("row", "column", "code", "message");
      select.setObject(1, jobId);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          String code = rows.getString(3);
          Object[] args = (Object[]) rows.getArray(4).getArray();
          csv.writeRecord(
              rows.getString(1), harmless(rows.getString(2)), code, text(messages, code, args));
        }
      }
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("the errors could not be read", e);
    }
    return report.toString();
  }

  static String text(Messages messages, String code, Object[] args) {
    for (String key : List.of("violation." + code, code + ".detail")) {
      try {
        return messages.text(key, List.of(args));
      } catch (MissingResourceException e) {
        // A rule of the service may have only its problem's detail.
      }
    }
    return code;
  }

  /** A spreadsheet would compute a header that begins as a formula. */
  private static String harmless(String column) {
    return column == null ? "" : Formulas.guard(column);
  }
}
