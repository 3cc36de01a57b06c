package org.jiceng.registry.building;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.RegistryEvent.BuildingCovered;
import org.jiceng.events.RegistryEvent.BuildingRegistered;
import org.jiceng.kit.codes.AreaCode;
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

/** Registers buildings by file, with their coverage. */
@ApplicationScoped
public class BuildingImport implements ImportKind {
  private final Outbox outbox;

  BuildingImport(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "buildings";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.required("code", 32),
        Column.required("name"),
        Column.required("areaCode", 12),
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
            create temp table staged_building (row_no bigint, id uuid, code varchar, name varchar,
              area_code varchar, registered_on date,
              covered_by uuid, covered_on date) on commit drop""");
      }
      staged =
          CopyStream.into(
              connection,
              "staged_building",
              "row_no",
              "id",
              "code",
              "name",
              "area_code",
              "registered_on",
              "covered_by",
              "covered_on");
      events = CopyStream.into(connection, "outbox", EventRow.COLUMNS);
    }

    @Override
    public void row(Row row, RowErrors errors) throws SQLException {
      String code = row.code("code");
      String buildingName = row.text("name");
      AreaCode area = references.area(row, "areaCode", errors);
      LocalDate on = References.past(row, "registeredOn", context, errors);
      UUID coveredBy = references.organization(row, "coveredByCode", context, errors);
      LocalDate coveredOn = References.past(row, "coveredOn", context, errors);
      if (errors.any()) {
        return;
      }
      LocalDate covered = coveredBy == null ? null : coveredOn == null ? on : coveredOn;
      if (covered != null && covered.isBefore(on)) {
        errors.add("coveredOn", "before-last-change", on);
        return;
      }
      UUID id = UuidCreator.getTimeOrderedEpoch();
      staged
          .add(row.number())
          .add(id)
          .add(code)
          .add(buildingName)
          .add(area.value())
          .add(on)
          .add(coveredBy)
          .add(covered)
          .endRow();
      events.row(outbox.row(new BuildingRegistered(id, area.value()), on).values());
      if (coveredBy != null) {
        events.row(outbox.row(new BuildingCovered(id, coveredBy), covered).values());
      }
    }

    @Override
    public void finish(ImportErrors errors) throws SQLException {
      staged.flush();
      References.holdOrganizations(
          connection, "staged_building", "covered_by", "coveredByCode", errors);
      Duplicates.report(connection, "staged_building", "building", "code", "code", errors);
      if (errors.any()) {
        return;
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            """
            insert into building (id, code, name, area_code, registered_on,
                              covered_by, covered_on)
            select id, code, name, area_code, registered_on, covered_by,
                   covered_on from staged_building""");
      }
      events.flush();
      outbox.ring();
    }
  }
}
