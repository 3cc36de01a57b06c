package org.jiceng.registry.reorganization;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jiceng.kit.problem.Problem;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Tables;
import org.jiceng.registry.organization.Holdings;
import org.jiceng.registry.organization.Successions;

/** Whether a split names what the organisation has, and all of it where nobody gets the rest. */
@ApplicationScoped
class Assignments {
  private static final int SHOWN = 20;
  private static final List<String> FOLLOWING =
      List.of("registrations", "sites", "bookings", "brands", "demonstrationPoints");

  private final Successions successions;
  private final Tables tables;

  Assignments(Successions successions, Tables tables) {
    this.successions = successions;
    this.tables = tables;
  }

  /** Refuses what is not the source's to give (422), and what nobody would get (422). */
  void require(Plan plan, UUID source, Holdings held) {
    Map<String, Object> unassigned = new LinkedHashMap<>();
    check(plan, Part::organizations, "organizations", successions.children(source), unassigned);
    check(plan, Part::units, "units", successions.units(source), unassigned);
    check(plan, Part::buildings, "buildings", successions.buildings(source), unassigned);
    check(plan, Part::members, "members", members(source), unassigned);
    for (String kind : FOLLOWING) {
      if (held.counts().get(kind) > 0) {
        unassigned.put(kind, held.counts().get(kind));
      }
    }
    if (plan.namesAll() && !unassigned.isEmpty()) {
      throw new Problem(ReorganizationProblems.UNASSIGNED, String.join(", ", unassigned.keySet()))
          .at("rest")
          .with("unassigned", unassigned);
    }
  }

  private static void check(
      Plan plan,
      Function<Part, List<UUID>> named,
      String kind,
      List<UUID> held,
      Map<String, Object> unassigned) {
    Set<UUID> left = new LinkedHashSet<>(held);
    for (Part part : plan.parts()) {
      List<UUID> ids = named.apply(part);
      for (int i = 0; i < ids.size(); i++) {
        if (!left.remove(ids.get(i))) {
          String field = part.field().replace(".destination", "") + "." + kind + "[" + i + "]";
          throw Problem.violation(field, "not-of-the-source", ids.get(i));
        }
      }
    }
    if (!left.isEmpty()) {
      unassigned.put(kind, new ArrayList<>(left).subList(0, Math.min(SHOWN, left.size())));
    }
  }

  List<UUID> members(UUID organization) {
    return tables.list(
        new Condition(
                """
                select record_id from neighbour_record
                 where kind = 'MEMBER' and organization_id = ?
                   and (ends_at is null or ends_at > now())""")
            .with(organization),
        " order by record_id",
        row -> row.getObject(1, UUID.class));
  }
}
