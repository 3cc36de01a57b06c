package org.jiceng.registry.register;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jiceng.events.RegistryEvent;
import org.jiceng.kit.imports.ImportContext;
import org.jiceng.kit.imports.ImportKind;
import org.jiceng.kit.imports.ImportSession;
import org.jiceng.kit.imports.Row;
import org.jiceng.kit.imports.RowErrors;
import org.jiceng.kit.outbox.Outbox;

/**
 * A register that a file holds whole for an area: it is compared with what is stored, and only what
 * differs is done. Each kind says how its records are stored, changed and told of.
 */
abstract class Register implements ImportKind {
  private final RegisterReports reports;
  private final Outbox outbox;

  Register(RegisterReports reports, Outbox outbox) {
    this.reports = reports;
    this.outbox = outbox;
  }

  @Override
  public ImportSession open(Connection connection, ImportContext context) throws SQLException {
    return new RegisterSession(this, connection, context, reports, outbox);
  }

  /** Where the comparisons of this register are found. */
  abstract String door();

  /** The column of the file that says which record a row is about. */
  abstract String key();

  /** The titles of a report of differences, by the columns of the differences. */
  abstract List<Reported> reported();

  /** A column of a report. */
  record Reported(String column, String title) {}

  /** What a row is about. */
  abstract String code(Row row);

  /** Its kind, where there are kinds. */
  abstract String kind(Row row);

  /** Its staff, where that is told. */
  abstract Integer staff(Row row, RowErrors errors);

  /**
   * What is stored: id, version, code, name, kind, area_code, staff_count, covered_by, closed_on
   * and last_change, before which nothing later may be dated.
   */
  abstract String stored();

  /** Registers what is new on a day, out of register_diff. */
  abstract String register();

  /** Changes what differs and opens again what was closed, where it is still what was compared. */
  abstract String change();

  /** Closes what is gone, where it is still what was compared. */
  abstract String close();

  /** Ends what does not outlive what is gone, and tells of it, before that is closed. */
  void endBeforeClosing(Connection connection, Telling telling) throws SQLException {}

  /** What is told of a difference: of a row of record_id, kind_after, area_after, staff_after. */
  abstract RegistryEvent event(Difference difference, ResultSet row) throws SQLException;

  /** How a record differs. */
  enum Difference {
    NEW,
    REOPENED,
    CHANGED,
    GONE
  }
}
