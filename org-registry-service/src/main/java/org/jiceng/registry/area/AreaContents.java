package org.jiceng.registry.area;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;

/** What still lies in an area, and the last day on which something in it changed. */
record AreaContents(
    long areas, long organizations, long units, long buildings, LocalDate lastChange) {

  /** Takes the area as its only parameter. */
  static final String SELECT =
      """
      with inside as materialized (
        select area_code, distance from area_within where within_code = ? and valid_to is null)
      select (select count(*) from area join inside on area_code = code
               where distance > 0 and closed_on is null),
             (select count(*) from organization join inside using (area_code)
               where state <> 'DISSOLVED'),
             (select count(*) from unit join inside using (area_code) where closed_on is null),
             (select count(*) from building join inside using (area_code) where closed_on is null),
             greatest(
               (select max(greatest(defined_on, closed_on)) from area join inside on area_code = code),
               (select max(valid_from) from area_version join inside using (area_code)),
               (select max(effective_on) from area_measurement join inside using (area_code)),
               (select max(coalesce(valid_to, valid_from)) from organization_version
                  join inside using (area_code)),
               (select max(closed_on) from unit join inside using (area_code)),
               (select max(closed_on) from building join inside using (area_code)),
               (select max(w.valid_to) from area_within w join inside on w.within_code = inside.area_code
                 where inside.distance = 0))""";

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
