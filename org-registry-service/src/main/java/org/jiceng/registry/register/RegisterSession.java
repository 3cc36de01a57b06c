package org.jiceng.registry.register;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.kit.imports.CopyStream;
import org.jiceng.kit.imports.ImportContext;
import org.jiceng.kit.imports.ImportErrors;
import org.jiceng.kit.imports.ImportSession;
import org.jiceng.kit.imports.Row;
import org.jiceng.kit.imports.RowErrors;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.registry.Duplicates;
import org.jiceng.registry.References;

/**
 * The taking in of one register file: compared when all of it is staged, and done if all is good.
 */
final class RegisterSession implements ImportSession {
  private final Register register;
  private final Connection connection;
  private final ImportContext context;
  private final RegisterReports reports;
  private final Outbox outbox;
  private final RegisterRequest request;
  private final References references;
  private final Set<String> territory;
  private final CopyStream staged;

  RegisterSession(
      Register register,
      Connection connection,
      ImportContext context,
      RegisterReports reports,
      Outbox outbox)
      throws SQLException {
    this.register = register;
    this.connection = connection;
    this.context = context;
    this.reports = reports;
    this.outbox = outbox;
    request = RegisterRequest.of(context);
    references = References.load(connection, context);
    territory = References.areasWithin(connection, request.area());
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create temp table register_row (row_no bigint, id uuid, code varchar, name varchar,
            kind varchar, area_code varchar, staff_count int) on commit drop""");
    }
    staged =
        CopyStream.into(
            connection,
            "register_row",
            "row_no",
            "id",
            "code",
            "name",
            "kind",
            "area_code",
            "staff_count");
  }

  @Override
  public void row(Row row, RowErrors errors) throws SQLException {
    String code = register.code(row);
    String name = row.text("name");
    String kind = register.kind(row);
    AreaCode area = references.area(row, "areaCode", errors);
    Integer staff = register.staff(row, errors);
    if (area != null && !territory.contains(area.value())) {
      errors.add("areaCode", "outside-register", request.area());
    }
    if (errors.any()) {
      return;
    }
    staged
        .add(row.number())
        .add(UuidCreator.getTimeOrderedEpoch())
        .add(code)
        .add(name)
        .add(kind)
        .add(area.value())
        .add(staff)
        .endRow();
  }

  @Override
  public void finish(ImportErrors errors) throws SQLException {
    staged.flush();
    Duplicates.inFile(connection, "register_row", "code", register.key(), errors);
    if (errors.any() || staged.rows() == 0) {
      return;
    }
    RegisterDifferences differences =
        RegisterDifferences.between(connection, context.importId(), request, register);
    new RegisterRefusals(connection, request, register)
        .report(differences.counts(), context, errors);
    reports.keep(differences);
    if (!errors.any()) {
      new RegisterChanges(connection, request, register)
          .apply(differences.counts(), outbox, errors);
    }
  }
}
