package org.jiceng.registry.territory;

import java.util.List;
import java.util.UUID;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.Sector;
import org.jiceng.events.SiteKind;
import org.jiceng.events.SiteOrigin;
import org.jiceng.events.UnitKind;
import org.jiceng.registry.territory.Overview.BuildingLine;
import org.jiceng.registry.territory.Overview.OrganizationLine;
import org.jiceng.registry.territory.Overview.SiteLine;
import org.jiceng.registry.territory.Overview.UnitLine;

/** What lies in areas. */
final class Kinds {
  private static final String REGISTERED_THEN =
      " t where t.registered_on <= ? and (t.closed_on is null or t.closed_on > ?)";

  static final Lying<OrganizationLine> ORGANIZATIONS =
      new Lying<>(
          "o.id, o.code, t.name, t.type, o.sector, t.parent_id, t.area_code",
          """
          organization_version t join organization o on o.id = t.organization_id
           where t.valid_from <= ? and (t.valid_to is null or t.valid_to > ?)
             and t.state <> 'DISSOLVED'""",
          2,
          "o.code",
          row ->
              new OrganizationLine(
                  row.getObject(1, UUID.class),
                  row.getString(2),
                  row.getString(3),
                  OrganizationType.valueOf(row.getString(4)),
                  Sector.valueOf(row.getString(5)),
                  row.getObject(6, UUID.class),
                  row.getString(7)),
          OrganizationLine::code);

  static final Lying<UnitLine> UNITS =
      new Lying<>(
          "t.id, t.credit_code, t.name, t.kind, t.area_code, t.staff_count",
          "unit" + REGISTERED_THEN,
          2,
          "t.credit_code",
          row ->
              new UnitLine(
                  row.getObject(1, UUID.class),
                  row.getString(2),
                  row.getString(3),
                  UnitKind.valueOf(row.getString(4)),
                  row.getString(5),
                  row.getInt(6)),
          UnitLine::creditCode);

  static final Lying<BuildingLine> BUILDINGS =
      new Lying<>(
          "t.id, t.code, t.name, t.area_code",
          "building" + REGISTERED_THEN,
          2,
          "t.code",
          row ->
              new BuildingLine(
                  row.getObject(1, UUID.class),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  List.of()),
          BuildingLine::code);

  static final Lying<SiteLine> SITES =
      new Lying<>(
          """
          t.site_id, t.kind, t.origin, t.area_code, t.organization_id, t.floor_area, s.spaces,
          s.capacity""",
          """
          site_copy t
           cross join lateral (
             select count(*) as spaces, coalesce(sum(capacity), 0) as capacity
               from site_space_copy
              where site_id = t.site_id and added_on <= ? and (closed_on is null or closed_on > ?)) s
           where t.opened_on <= ? and (t.closed_on is null or t.closed_on > ?)""",
          4,
          "t.site_id::text",
          row ->
              new SiteLine(
                  row.getObject(1, UUID.class),
                  SiteKind.valueOf(row.getString(2)),
                  SiteOrigin.valueOf(row.getString(3)),
                  row.getString(4),
                  row.getObject(5, UUID.class),
                  row.getBigDecimal(6),
                  row.getInt(7),
                  row.getInt(8)),
          SiteLine::id);

  private Kinds() {}
}
