package org.jiceng.registry.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.jiceng.kit.problem.Problem;

/**
 * What an organisation has: organisations right below it, filled posts, units and buildings that it
 * covers; and the last day on which any of that, or a vacant post, changed.
 */
record Holdings(long organizations, long posts, long units, long buildings, LocalDate lastChange) {

  /** Takes the organisation as its only, repeated parameter. */
  static final String SELECT =
      """
      select (select count(*) from organization where parent_id = ? and state <> 'DISSOLVED'),
             (select count(*) from post
               where organization_id = ? and abolished_on is null and appointment_id is not null),
             (select count(*) from unit where covered_by = ? and closed_on is null),
             (select count(*) from building where covered_by = ? and closed_on is null),
             greatest(
               (select max(greatest(created_on, filled_on, vacated_on)) from post
                 where organization_id = ? and abolished_on is null),
               (select max(greatest(covered_on, changed_on)) from unit where covered_by = ? and closed_on is null),
               (select max(covered_on) from building where covered_by = ? and closed_on is null))""";

  static final int PARAMETERS = 7;

  static Holdings of(ResultSet row) throws SQLException {
    return new Holdings(
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.getObject(5, LocalDate.class));
  }

  /** Refuses to leave anything behind with nobody, saying what and how many. */
  void requireNothing() {
    if (organizations + posts + units + buildings > 0) {
      throw new Problem(OrganizationProblems.NOT_EMPTY, organizations, posts, units, buildings)
          .with(
              "remaining",
              Map.of(
                  "organizations", organizations,
                  "posts", posts,
                  "units", units,
                  "buildings", buildings));
    }
  }

  /** Refuses a day on which some of it was not yet so. */
  void requireUnchangedSince(LocalDate on) {
    if (lastChange != null && on.isBefore(lastChange)) {
      throw Problem.violation("effectiveOn", "before-last-change", lastChange);
    }
  }
}
