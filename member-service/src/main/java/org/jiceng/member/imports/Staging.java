package org.jiceng.member.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jiceng.kit.codes.IdNumber;
import org.jiceng.kit.imports.ImportContext;
import org.jiceng.kit.imports.ImportErrors;
import org.jiceng.kit.imports.OrganizationsByCode;
import org.jiceng.kit.imports.OrganizationsByCode.Organization;
import org.jiceng.kit.imports.Row;
import org.jiceng.kit.imports.RowErrors;
import org.jiceng.member.person.Person;
import org.jiceng.member.person.PersonForm;

/** Where a file's rows wait until all of them are known to be good. The SQL is never input. */
public final class Staging {
  /** The code for a person of whom something is recorded beyond the sender's scope. */
  private static final String ASK_THE_DISTRICT = "ask-the-district";

  private final Connection connection;

  /** Makes the temporary table by the given statement. */
  public Staging(Connection connection, String create) throws SQLException {
    this.connection = connection;
    run(create);
  }

  /** The person of the columns idNumber, name and phone; with errors where they are wrong. */
  public static Person person(Row row, LocalDate today, RowErrors errors) {
    IdNumber idNumber = row.value("idNumber", IdNumber::parse);
    String name = row.text("name");
    String phone = row.code("phone");
    if (idNumber != null && idNumber.birthDate().isAfter(today)) {
      errors.add("idNumber", "born-in-the-future");
    }
    if (phone != null && !PersonForm.isPhone(phone)) {
      errors.add("phone", "phone-form");
    }
    return new Person(idNumber, name, phone);
  }

  /** The organisation that a cell names, at work and the sender's to act for. */
  public static Organization active(
      OrganizationsByCode organizations, Row row, String column, RowErrors errors) {
    Organization found = organizations.in(row, column, errors);
    if (found != null && !found.state().equals("ACTIVE")) {
      errors.add(column, "organization-suspended");
    }
    return found;
  }

  /** A business date of a row, which must not be still to come. */
  public static LocalDate pastOrToday(
      Row row, String column, ImportContext context, RowErrors errors) {
    LocalDate date = row.date(column);
    if (date != null && date.isAfter(context.today())) {
      errors.add(column, "in-the-future");
    }
    return date;
  }

  /**
   * Reports the rows that a query answers, each with a row number, a column and a code; and the id
   * of a record where it lies beyond the sender's scope, who is told then to ask the district.
   *
   * @param query its first parameter is the root of the sender's scope, an ltree path
   * @return the records beyond the scope that the file has met
   */
  public Set<UUID> report(String query, ImportContext context, ImportErrors errors)
      throws SQLException {
    Set<UUID> beyond = new LinkedHashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, context.scopePath().orElse(null));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          UUID met = rows.getObject(4, UUID.class);
          if (met == null) {
            errors.add(rows.getLong(1), rows.getString(2), rows.getString(3));
          } else {
            beyond.add(met);
            errors.add(rows.getLong(1), "idNumber", ASK_THE_DISTRICT);
          }
        }
      }
    }
    return beyond;
  }

  /** Runs the statements that move what was staged to where it belongs. */
  public void run(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
