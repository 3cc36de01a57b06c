package org.jiceng.registry.area;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;

/** What still lies in an area, and the last day on which something in it changed. */
record AreaContents(
    long areas, long organizations, long units, long buildings, LocalDate lastChange) {

  /** Takes the digits that the area's own share as its only, repeated parameter. */
  static final String SELECT =
      """
      select (select count(*) from area
               where parent_code like ? || '%' and closed_on is null),
             (select count(*) from organization
               where area_code like ? || '%' and state <> 'DISSOLVED'),
             (select count(*) from unit where area_code like ? || '%' and closed_on is null),
             (select count(*) from building where area_code like ? || '%' and closed_on is null),
             greatest(
               (select max(greatest(defined_on, closed_on)) from area where code like ? || '%'),
               (select max(effective_on) from area_measurement where area_code like ? || '%'),
               (select max(coalesce(valid_to, valid_from)) from organization_version
                 where area_code like ? || '%'),
               (select max(closed_on) from unit where area_code like ? || '%'),
               (select max(closed_on) from building where area_code like ? || '%'))""";

  static final int PARAMETERS = 9;

  static AreaContents of(ResultSet row) throws SQLException {
    return new AreaContents(
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.getObject(5, LocalDate.class));
  }

  boolean isEmpty() {
    return areas + organizations + units + buildings == 0;
  }

  Map<String, Long> remaining() {
    return Map.of(
        "areas", areas, "organizations", organizations, "units", units, "buildings", buildings);
  }
}
