package org.jiceng.registry.register;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.jiceng.events.UnitKind;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.kit.codes.CreditCode;
import org.jiceng.kit.imports.Column;
import org.jiceng.kit.imports.CopyStream;
import org.jiceng.kit.imports.ImportContext;
import org.jiceng.kit.imports.ImportErrors;
import org.jiceng.kit.imports.ImportKind;
import org.jiceng.kit.imports.ImportSession;
import org.jiceng.kit.imports.Row;
import org.jiceng.kit.imports.RowErrors;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.registry.Duplicates;
import org.jiceng.registry.References;

/** Takes in the register of a whole area: compares it, and does only what differs. */
@ApplicationScoped
public class RegisterImport implements ImportKind {
  static final String NAME = "unit-register";

  private final RegisterReports reports;
  private final Outbox outbox;

  RegisterImport(RegisterReports reports, Outbox outbox) {
    this.reports = reports;
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.required("creditCode", 18),
        Column.required("name"),
        Column.required("kind"),
        Column.required("areaCode", 12),
        Column.optional("staffCount"));
  }

  @Override
  public ImportSession open(Connection connection, ImportContext context) throws SQLException {
    return new Session(connection, context);
  }

  private final class Session implements ImportSession {
    private final Connection connection;
    private final ImportContext context;
    private final RegisterRequest request;
    private final References references;
    private final Set<String> territory;
    private final CopyStream staged;

    Session(Connection connection, ImportContext context) throws SQLException {
      this.connection = connection;
      this.context = context;
      request = RegisterRequest.of(context);
      references = References.load(connection, context);
      territory = References.areasWithin(connection, request.area());
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            """
            create temp table register_row (row_no bigint, id uuid, credit_code varchar,
              name varchar, kind varchar, area_code varchar, staff_count int) on commit drop""");
      }
      staged =
          CopyStream.into(
              connection,
              "register_row",
              "row_no",
              "id",
              "credit_code",
              "name",
              "kind",
              "area_code",
              "staff_count");
    }

    @Override
    public void row(Row row, RowErrors errors) throws SQLException {
      CreditCode creditCode = row.value("creditCode", CreditCode::parse);
      String name = row.text("name");
      UnitKind kind = row.oneOf(UnitKind.class, "kind");
      AreaCode area = references.area(row, "areaCode", errors);
      Integer staff = row.integer("staffCount");
      if (staff != null && staff < 0) {
        errors.add("staffCount", "positive-or-zero");
      }
      if (area != null && !territory.contains(area.value())) {
        errors.add("areaCode", "outside-register", request.area());
      }
      if (errors.any()) {
        return;
      }
      staged
          .add(row.number())
          .add(UuidCreator.getTimeOrderedEpoch())
          .add(creditCode.value())
          .add(name)
          .add(kind)
          .add(area.value())
          .add(staff)
          .endRow();
    }

    @Override
    public void finish(ImportErrors errors) throws SQLException {
      staged.flush();
      Duplicates.inFile(connection, "register_row", "credit_code", "creditCode", errors);
      if (errors.any() || staged.rows() == 0) {
        return;
      }
      RegisterDifferences differences =
          RegisterDifferences.between(connection, context.importId(), request);
      differences.refuse(context, errors);
      reports.keep(differences);
      if (!errors.any()) {
        differences.apply(outbox, errors);
      }
    }
  }
}
