package org.jiceng.member.imports;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
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

  /** Reports the rows that a query answers, each with a row number, a column and a code. */
  public void report(String query, ImportErrors errors) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        errors.add(rows.getLong(1), rows.getString(2), rows.getString(3));
      }
    }
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
