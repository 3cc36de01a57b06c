package org.jiceng.activity.space;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.jiceng.events.Approval;
import org.jiceng.events.SiteKind;

/** A space that was found, and by what it has its place in the list. */
record Ranked(FoundSpace space, int place, double straight) {
  /** What a query selects, before the straight line to the point asked for and the place. */
  static final String COLUMNS =
      """
      p.space_id, p.name, p.capacity, p.equipment, p.approval, s.site_id, s.name as site_name,
      s.kind, s.area_code, s.latitude, s.longitude""";

  static Ranked of(ResultSet row) throws SQLException {
    double straight = row.getDouble(12);
    Long metres = row.wasNull() ? null : Point.metres(straight);
    FoundSpace space =
        new FoundSpace(
            row.getObject(1, UUID.class),
            row.getString(2),
            row.getInt(3),
            Arrays.asList((String[]) row.getArray(4).getArray()),
            Approval.valueOf(row.getString(5)),
            row.getObject(6, UUID.class),
            row.getString(7),
            SiteKind.valueOf(row.getString(8)),
            row.getString(9),
            row.getBigDecimal(10),
            row.getBigDecimal(11),
            metres);
    return new Ranked(space, row.getInt(13), straight);
  }
}
