package org.jiceng.registry.register;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.RegistryEvent;
import org.jiceng.events.RegistryEvent.BuildingChanged;
import org.jiceng.events.RegistryEvent.BuildingClosed;
import org.jiceng.events.RegistryEvent.BuildingRegistered;
import org.jiceng.events.RegistryEvent.StationClosed;
import org.jiceng.kit.imports.Column;
import org.jiceng.kit.imports.Row;
import org.jiceng.kit.imports.RowErrors;
import org.jiceng.kit.outbox.Outbox;

/** The register of an area's business buildings, by code. */
@Singleton
public class BuildingRegister extends Register {
  private static final List<Reported> REPORTED =
      List.of(
          new Reported("row_no", "row"),
          new Reported("difference", "difference"),
          new Reported("code", "code"),
          new Reported("name_before", "nameBefore"),
          new Reported("name_after", "nameAfter"),
          new Reported("area_before", "areaBefore"),
          new Reported("area_after", "areaAfter"));

  // No station outlives its building.
  private static final String CLOSE_STATIONS =
      """
      update station s set closed_on = ?, closed_reason = 'GONE_FROM_REGISTER'
        from register_diff d
       where s.building_id = d.record_id and d.difference = 'GONE' and s.closed_on is null
      returning s.building_id, s.id""";

  BuildingRegister(RegisterReports reports, Outbox outbox) {
    super(reports, outbox);
  }

  @Override
  public String name() {
    return "building-register";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.required("code", 32), Column.required("name"), Column.required("areaCode", 12));
  }

  @Override
  String door() {
    return "/api/v1/buildings/register-imports";
  }

  @Override
  String key() {
    return "code";
  }

  @Override
  List<Reported> reported() {
    return REPORTED;
  }

  @Override
  String code(Row row) {
    return row.code("code");
  }

  @Override
  String kind(Row row) {
    return null;
  }

  @Override
  Integer staff(Row row, RowErrors errors) {
    return null;
  }

  @Override
  String stored() {
    return """
        select id, version, code, name, null::varchar as kind, area_code, null::int as staff_count,
               covered_by, closed_on,
               greatest(registered_on, covered_on, uncovered_on, changed_on, closed_on,
                        (select max(greatest(opened_on, station.closed_on)) from station
                          where building_id = building.id)) as last_change
          from building""";
  }

  @Override
  String register() {
    return """
        insert into building (id, code, name, area_code, registered_on)
        select record_id, code, name_after, area_after, ?
          from register_diff where difference = 'NEW'""";
  }

  @Override
  String change() {
    return """
        update building b
           set name = d.name_after, area_code = d.area_after, changed_on = ?,
               version = b.version + 1, closed_on = null, closed_reason = null,
               covered_by = case when d.difference = 'CHANGED' then b.covered_by end,
               covered_on = case when d.difference = 'CHANGED' then b.covered_on end
          from register_diff d
         where b.id = d.record_id and b.version = d.version
           and d.difference in ('CHANGED', 'REOPENED')
           and not exists (
             select 1 from station s
              where s.building_id = b.id and greatest(s.opened_on, s.closed_on) > d.last_change)""";
  }

  @Override
  String close() {
    return """
        update building b
           set closed_on = ?, closed_reason = 'GONE_FROM_REGISTER', version = b.version + 1
          from register_diff d
         where b.id = d.record_id and b.version = d.version and d.difference = 'GONE'
           and not exists (
             select 1 from station s
              where s.building_id = b.id and greatest(s.opened_on, s.closed_on) > d.last_change)""";
  }

  @Override
  void endBeforeClosing(Connection connection, Telling telling) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(CLOSE_STATIONS)) {
      update.setObject(1, telling.on());
      try (ResultSet row = update.executeQuery()) {
        while (row.next()) {
          telling.tell(
              new StationClosed(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
        }
      }
    }
  }

  @Override
  RegistryEvent event(Difference difference, ResultSet row) throws SQLException {
    UUID id = row.getObject("record_id", UUID.class);
    String area = row.getString("area_after");
    return switch (difference) {
      case GONE -> new BuildingClosed(id);
      case CHANGED -> new BuildingChanged(id, area);
      case NEW, REOPENED -> new BuildingRegistered(id, area);
    };
  }
}
