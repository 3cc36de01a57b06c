package org.jiceng.registry.building;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.RegistryEvent.StationOpened;
import org.jiceng.events.StationKind;
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

/** Opens stations in buildings by file. */
@ApplicationScoped
public class StationImport implements ImportKind {
  private final Outbox outbox;

  StationImport(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "stations";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.required("code", 32),
        Column.required("name"),
        Column.required("kind"),
        Column.required("buildingCode", 32),
        Column.required("openedOn"));
  }

  @Override
  public ImportSession open(Connection connection, ImportContext context) throws SQLException {
    return new Session(connection, context);
  }

  private record Known(UUID id, LocalDate registeredOn) {}

  private final class Session implements ImportSession {
    private final Connection connection;
    private final ImportContext context;
    private final Map<String, Known> buildings = new HashMap<>();
    private final CopyStream staged;
    private final CopyStream events;

    Session(Connection connection, ImportContext context) throws SQLException {
      this.connection = connection;
      this.context = context;
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            """
            create temp table staged_station (row_no bigint, id uuid, building_id uuid,
              code varchar, name varchar, kind varchar, opened_on date) on commit drop""");
      }
      staged =
          CopyStream.into(
              connection,
              "staged_station",
              "row_no",
              "id",
              "building_id",
              "code",
              "name",
              "kind",
              "opened_on");
      events = CopyStream.into(connection, "outbox", EventRow.COLUMNS);
      loadBuildings();
    }

    /** Out of the sender's scope a building is not there. */
    private void loadBuildings() throws SQLException {
      String within = References.areaOfScope(connection, context);
      try (PreparedStatement select =
          connection.prepareStatement(
              """
              select code, id, registered_on from building
               where closed_on is null
                 and (?::varchar is null or area_code in (
                   select area_code from area_within where within_code = ? and valid_to is null))""")) {
        select.setString(1, within);
        select.setString(2, within);
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            buildings.put(
                rows.getString(1),
                new Known(rows.getObject(2, UUID.class), rows.getObject(3, LocalDate.class)));
          }
        }
      }
    }

    @Override
    public void row(Row row, RowErrors errors) throws SQLException {
      String code = row.code("code");
      String stationName = row.text("name");
      StationKind kind = row.oneOf(StationKind.class, "kind");
      String buildingCode = row.code("buildingCode");
      LocalDate on = References.past(row, "openedOn", context, errors);
      if (errors.any()) {
        return;
      }
      Known building = buildings.get(buildingCode);
      if (building == null) {
        errors.add("buildingCode", "no-building", buildingCode);
        return;
      }
      if (on.isBefore(building.registeredOn())) {
        errors.add("openedOn", "before-last-change", building.registeredOn());
        return;
      }
      UUID id = UuidCreator.getTimeOrderedEpoch();
      staged
          .add(row.number())
          .add(id)
          .add(building.id())
          .add(code)
          .add(stationName)
          .add(kind)
          .add(on)
          .endRow();
      events.row(outbox.row(new StationOpened(building.id(), id, kind), on).values());
    }

    @Override
    public void finish(ImportErrors errors) throws SQLException {
      staged.flush();
      Duplicates.report(connection, "staged_station", "station", "code", "code", errors);
      if (errors.any()) {
        return;
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            """
            insert into station (id, building_id, code, name, kind, opened_on)
            select id, building_id, code, name, kind, opened_on from staged_station""");
      }
      events.flush();
      outbox.ring();
    }
  }
}
