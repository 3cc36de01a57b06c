package org.jiceng.kit.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.MemberEvent.MemberConfirmed;
import org.jiceng.events.Sector;
import org.jiceng.kit.codes.CodeLists;
import org.jiceng.kit.outbox.EventRow;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.CommonProblems;
import org.jiceng.kit.problem.Problem;

/** A kind of file for tests: stages by COPY, checks set-based, moves to table and outbox. */
@ApplicationScoped
public class ThingImport implements ImportKind {
  private final Outbox outbox;

  ThingImport(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "things";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.required("code", 32),
        Column.required("name", 100).also("名称"),
        Column.optional("openedOn"),
        Column.optional("sector"),
        Column.optional("ethnicity"),
        Column.optional("size"));
  }

  @Override
  public ImportSession open(Connection connection, ImportContext context) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create temp table thing_staged (row_no bigint, like thing) on commit drop""");
    }
    return new Session(connection);
  }

  private final class Session implements ImportSession {
    private final Connection connection;
    private final CopyStream things;
    private final CopyStream events;

    Session(Connection connection) throws SQLException {
      this.connection = connection;
      things =
          CopyStream.into(
              connection,
              "thing_staged",
              "row_no",
              "code",
              "name",
              "opened_on",
              "sector",
              "ethnicity",
              "size");
      events = CopyStream.into(connection, "outbox", EventRow.COLUMNS);
    }

    @Override
    public void row(Row row, RowErrors errors) throws SQLException {
      String code = row.code("code");
      String name = row.text("name");
      LocalDate openedOn = row.date("openedOn");
      Sector sector = row.oneOf(Sector.class, "sector");
      String ethnicity = row.oneOf(CodeLists.ETHNICITY, "ethnicity");
      Integer size = row.integer("size");
      if (errors.any()) {
        return;
      }
      if (name.equals("refused by a rule")) {
        throw new Problem(CommonProblems.CONFLICT);
      }
      things.add(row.number()).add(code).add(name).add(openedOn).add(sector).add(ethnicity);
      things.add(size).endRow();
      if (row.number() <= 100) {
        events.row(
            outbox
                .row(
                    new MemberConfirmed(UUID.randomUUID(), UUID.randomUUID()),
                    LocalDate.of(2009, 12, 31))
                .values());
      }
    }

    @Override
    public void finish(ImportErrors errors) throws SQLException {
      things.flush();
      events.flush();
      try (Statement statement = connection.createStatement();
          ResultSet twice =
              statement.executeQuery(
                  """
                  select row_no from (select row_no, row_number() over (partition by code order by row_no) as n
                                        from thing_staged) s where n > 1""")) {
        while (twice.next()) {
          errors.add(twice.getLong(1), "code", "column-twice", "code");
        }
      }
      if (!errors.any()) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(
              "insert into thing (code, name, opened_on, sector, ethnicity, size)"
                  + " select code, name, opened_on, sector, ethnicity, size from thing_staged");
        }
        outbox.ring();
      }
    }
  }
}
