package org.jiceng.registry.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jiceng.kit.problem.Problem;

/**
 * What an organisation has: by name, how many organisations right below it, filled posts, units and
 * buildings that it covers, and what the neighbours keep with it; and the last day on which any of
 * what the registry keeps, or a vacant post, changed.
 */
public record Holdings(Map<String, Long> counts, LocalDate lastChange) {

  /** Takes the organisation as its only, repeated parameter. */
  static final String SELECT =
      """
      select (select count(*) from organization where parent_id = ? and state <> 'DISSOLVED')
               as "organizations",
             (select count(*) from post
               where organization_id = ? and abolished_on is null and appointment_id is not null)
               as "posts",
             (select count(*) from unit where covered_by = ? and closed_on is null) as "units",
             (select count(*) from building where covered_by = ? and closed_on is null)
               as "buildings",
             kept.*,
             greatest(
               (select max(greatest(created_on, filled_on, vacated_on)) from post
                 where organization_id = ? and abolished_on is null),
               (select max(greatest(covered_on, changed_on)) from unit
                 where covered_by = ? and closed_on is null),
               (select max(covered_on) from building where covered_by = ? and closed_on is null))
               as last_change
        from (select count(*) filter (where kind = 'MEMBER' and (ends_at is null or ends_at > now()))
                       as "members",
                     count(*) filter (where kind = 'REGISTRATION') as "registrations",
                     count(*) filter (where kind = 'SITE') as "sites",
                     count(*) filter (where kind = 'BOOKING' and ends_at > now()) as "bookings",
                     count(*) filter (where kind = 'BRAND') as "brands",
                     count(*) filter (where kind = 'DEMONSTRATION_POINT')
                       as "demonstrationPoints",
                     count(*) filter (where kind = 'TRANSFER') + (
                       select count(*) from neighbour_record where destination_id = ?)
                       as "transfers"
                from neighbour_record where organization_id = ?) kept""";

  static final int PARAMETERS = 9;
  private static final int LAST_CHANGE = 12;

  static Holdings of(ResultSet row) throws SQLException {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (int column = 1; column < LAST_CHANGE; column++) {
      counts.put(row.getMetaData().getColumnLabel(column), row.getLong(column));
    }
    return new Holdings(counts, row.getObject(LAST_CHANGE, LocalDate.class));
  }

  /** Refuses to leave anything behind with nobody, saying what and how many. */
  void requireNothing() {
    Map<String, Long> remaining = new LinkedHashMap<>(counts);
    remaining.values().removeIf(count -> count == 0);
    if (!remaining.isEmpty()) {
      throw new Problem(
              OrganizationProblems.NOT_EMPTY,
              counts.get("organizations"),
              counts.get("posts"),
              counts.get("units"),
              counts.get("buildings"),
              counts.get("members"),
              counts.get("registrations"),
              counts.get("sites"),
              counts.get("bookings"))
          .with("remaining", remaining);
    }
  }

  /** Refuses a day on which some of it was not yet so. */
  void requireUnchangedSince(LocalDate on) {
    if (lastChange != null && on.isBefore(lastChange)) {
      throw Problem.violation("effectiveOn", "before-last-change", lastChange);
    }
  }
}
