package org.jiceng.registry.unit;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.RegistryEvent.UnitCovered;
import org.jiceng.events.RegistryEvent.UnitRegistered;
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
import org.jiceng.kit.outbox.EventRow;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.registry.Duplicates;
import org.jiceng.registry.References;

/** Registers units by file, with their coverage. */
@ApplicationScoped
public class UnitImport implements ImportKind {
  private final Outbox outbox;

  UnitImport(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "units";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.required("creditCode", 18),
        Column.required("name"),
        Column.required("kind"),
        Column.required("areaCode", 12),
        Column.optional("staffCount"),
        Column.required("registeredOn"),
        Column.optional("coveredByCode", 32),
        Column.optional("coveredOn"));
  }

  @Override
  public ImportSession open(Connection connection, ImportContext context) throws SQLException {
    return new Session(connection, context);
  }

  private final class Session implements ImportSession {
    private final Connection connection;
    private final ImportContext context;
    private final References references;
    private final CopyStream staged;
    private final CopyStream events;

    Session(Connection connection, ImportContext context) throws SQLException {
      this.connection = connection;
      this.context = context;
      references = References.load(connection, context);
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            """
            create temp table staged_unit (row_no bigint, id uuid, credit_code varchar, name varchar,
              kind varchar, area_code varchar, staff_count int, registered_on date,
              covered_by uuid, covered_on date) on commit drop""");
      }
      staged =
          CopyStream.into(
              connection,
              "staged_unit",
              "row_no",
              "id",
              "credit_code",
              "name",
              "kind",
              "area_code",
              "staff_count",
              "registered_on",
              "covered_by",
              "covered_on");
      events = CopyStream.into(connection, "outbox", EventRow.COLUMNS);
    }

    @Override
    public void row(Row row, RowErrors errors) throws SQLException {
      CreditCode creditCode = row.value("creditCode", CreditCode::parse);
      String unitName = row.text("name");
      UnitKind kind = row.oneOf(UnitKind.class, "kind");
      AreaCode area = references.area(row, "areaCode", errors);
      Integer staff = row.integer("staffCount");
      LocalDate on = References.past(row, "registeredOn", context, errors);
      UUID coveredBy = references.organization(row, "coveredByCode", context, errors);
      LocalDate coveredOn = References.past(row, "coveredOn", context, errors);
      if (staff != null && staff < 0) {
        errors.add("staffCount", "positive-or-zero");
      }
      if (errors.any()) {
        return;
      }
      LocalDate covered = coveredBy == null ? null : coveredOn == null ? on : coveredOn;
      if (covered != null && covered.isBefore(on)) {
        errors.add("coveredOn", "before-last-change", on);
        return;
      }
      int count = staff == null ? 0 : staff;
      UUID id = UuidCreator.getTimeOrderedEpoch();
      staged
          .add(row.number())
          .add(id)
          .add(creditCode.value())
          .add(unitName)
          .add(kind)
          .add(area.value())
          .add(count)
          .add(on)
          .add(coveredBy)
          .add(covered)
          .endRow();
      events.row(outbox.row(new UnitRegistered(id, kind, area.value(), count), on).values());
      if (coveredBy != null) {
        events.row(outbox.row(new UnitCovered(id, coveredBy), covered).values());
      }
    }

    @Override
    public void finish(ImportErrors errors) throws SQLException {
      staged.flush();
      References.holdOrganizations(
          connection, "staged_unit", "covered_by", "coveredByCode", errors);
      Duplicates.report(connection, "staged_unit", "unit", "credit_code", "creditCode", errors);
      if (errors.any()) {
        return;
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            """
            insert into unit (id, credit_code, name, kind, area_code, staff_count, registered_on,
                              covered_by, covered_on)
            select id, credit_code, name, kind, area_code, staff_count, registered_on, covered_by,
                   covered_on from staged_unit""");
      }
      events.flush();
      outbox.ring();
    }
  }
}
