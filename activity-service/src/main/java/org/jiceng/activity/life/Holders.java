package org.jiceng.activity.life;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiceng.activity.organization.Organizations;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;

/** The organisations that hold an activity together; the first of them leads it. */
@ApplicationScoped
class Holders {
  static final int MOST = 50;

  private static final String AT_WORK =
      "select organization_id from organization_node where organization_id = any (?) and state = 'ACTIVE'";

  private final Organizations organizations;
  private final Database database;

  Holders(Organizations organizations, Database database) {
    this.organizations = organizations;
    this.database = database;
  }

  /**
   * The leading one lies in the caller's scope; the others are at work anywhere in the district
   * (422), see the activity, and may leave it while it is planned.
   */
  List<UUID> of(UUID leading, List<UUID> jointlyWith) {
    organizations.acting(leading);
    Set<UUID> others = new LinkedHashSet<>(jointlyWith);
    others.remove(leading);
    if (others.size() > countAtWork(others)) {
      throw Problem.violation("jointlyWith", "not-at-work");
    }
    List<UUID> holders = new ArrayList<>();
    holders.add(leading);
    holders.addAll(others);
    return holders;
  }

  private int countAtWork(Set<UUID> others) {
    return others.isEmpty()
        ? 0
        : database.list(AT_WORK, row -> row.getObject(1, UUID.class), others).size();
  }
}
