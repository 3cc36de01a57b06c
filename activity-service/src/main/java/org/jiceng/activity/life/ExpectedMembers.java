package org.jiceng.activity.life;

import jakarta.enterprise.context.ApplicationScoped;
import org.jiceng.kit.database.Database;

/**
 * How many members may be expected at an activity: those who were affiliated on its day to an
 * organisation that holds it, or to one below. Whoever is hosted comes in addition.
 */
@ApplicationScoped
class ExpectedMembers {
  private static final String COUNT =
      """
      select count(distinct s.member_id)
        from organization_node h
        join organization_node o on o.path <@ h.path
        join member_stay s on s.organization_id = o.organization_id
       where h.organization_id = any (?) and s.valid_from <= ?
         and (s.valid_to is null or s.valid_to > ?)""";

  private final Database database;

  ExpectedMembers(Database database) {
    this.database = database;
  }

  int of(Activity activity) {
    return database
        .first(COUNT, row -> row.getInt(1), activity.holders(), activity.day, activity.day)
        .orElse(0);
  }
}
