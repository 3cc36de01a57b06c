package org.jiceng.registry.register;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.RegistryEvent;
import org.jiceng.events.RegistryEvent.UnitChanged;
import org.jiceng.events.RegistryEvent.UnitClosed;
import org.jiceng.events.RegistryEvent.UnitRegistered;
import org.jiceng.events.UnitKind;
import org.jiceng.kit.codes.CreditCode;
import org.jiceng.kit.imports.Column;
import org.jiceng.kit.imports.Row;
import org.jiceng.kit.imports.RowErrors;
import org.jiceng.kit.outbox.Outbox;

/** The register of an area's units, by credit code. */
@Singleton
public class UnitRegister extends Register {
  private static final List<Reported> REPORTED =
      List.of(
          new Reported("row_no", "row"),
          new Reported("difference", "difference"),
          new Reported("code", "creditCode"),
          new Reported("name_before", "nameBefore"),
          new Reported("name_after", "nameAfter"),
          new Reported("kind_before", "kindBefore"),
          new Reported("kind_after", "kindAfter"),
          new Reported("area_before", "areaBefore"),
          new Reported("area_after", "areaAfter"),
          new Reported("staff_before", "staffBefore"),
          new Reported("staff_after", "staffAfter"));

  UnitRegister(RegisterReports reports, Outbox outbox) {
    super(reports, outbox);
  }

  @Override
  public String name() {
    return "unit-register";
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
  String door() {
    return "/api/v1/units/register-imports";
  }

  @Override
  String key() {
    return "creditCode";
  }

  @Override
  List<Reported> reported() {
    return REPORTED;
  }

  @Override
  String code(Row row) {
    CreditCode code = row.value("creditCode", CreditCode::parse);
    return code == null ? null : code.value();
  }

  @Override
  String kind(Row row) {
    UnitKind kind = row.oneOf(UnitKind.class, "kind");
    return kind == null ? null : kind.name();
  }

  @Override
  Integer staff(Row row, RowErrors errors) {
    Integer staff = row.integer("staffCount");
    if (staff != null && staff < 0) {
      errors.add("staffCount", "positive-or-zero");
    }
    return staff;
  }

  @Override
  String stored() {
    return """
        select id, version, credit_code as code, name, kind, area_code, staff_count, covered_by,
               closed_on,
               greatest(registered_on, covered_on, uncovered_on, changed_on, closed_on)
                 as last_change
          from unit""";
  }

  @Override
  String register() {
    return """
        insert into unit (id, credit_code, name, kind, area_code, staff_count, registered_on)
        select record_id, code, name_after, kind_after, area_after, staff_after, ?
          from register_diff where difference = 'NEW'""";
  }

  @Override
  String change() {
    return """
        update unit u
           set name = d.name_after, kind = d.kind_after, area_code = d.area_after,
               staff_count = d.staff_after, changed_on = ?, version = u.version + 1,
               closed_on = null, closed_reason = null,
               covered_by = case when d.difference = 'CHANGED' then u.covered_by end,
               covered_on = case when d.difference = 'CHANGED' then u.covered_on end
          from register_diff d
         where u.id = d.record_id and u.version = d.version
           and d.difference in ('CHANGED', 'REOPENED')""";
  }

  @Override
  String close() {
    return """
        update unit u
           set closed_on = ?, closed_reason = 'GONE_FROM_REGISTER', version = u.version + 1
          from register_diff d
         where u.id = d.record_id and u.version = d.version and d.difference = 'GONE'""";
  }

  @Override
  RegistryEvent event(Difference difference, ResultSet row) throws SQLException {
    UUID id = row.getObject("record_id", UUID.class);
    if (difference == Difference.GONE) {
      return new UnitClosed(id);
    }
    UnitKind kind = UnitKind.valueOf(row.getString("kind_after"));
    String area = row.getString("area_after");
    int staff = row.getInt("staff_after");
    return difference == Difference.CHANGED
        ? new UnitChanged(id, kind, area, staff)
        : new UnitRegistered(id, kind, area, staff);
  }
}
