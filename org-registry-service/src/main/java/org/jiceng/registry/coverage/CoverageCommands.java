package org.jiceng.registry.coverage;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiceng.events.RegistryEvent.UnitCovered;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.imports.CopyStream;
import org.jiceng.kit.outbox.EventRow;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.CommonProblems;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Named;
import org.jiceng.registry.Tables;
import org.jiceng.registry.Territory;

/** Puts many units under one organisation's coverage, all or none. */
@ApplicationScoped
class CoverageCommands {
  // What is covered is theirs to change who cover it; what is not, theirs in whose area it lies.
  private static final String HELD =
      """
      select u.id, u.covered_by, u.closed_on is not null,
             greatest(u.registered_on, u.covered_on, u.uncovered_on, u.changed_on)
        from unit u left join organization o on o.id = u.covered_by
       where u.id = any (?::uuid[])
         and (?::ltree is null or case when u.covered_by is null then %s
                                       else o.path <@ ?::ltree end)
       order by u.id for update of u"""
          .formatted(Territory.NOW_WITHIN.formatted("u.area_code"));
  private static final String COVER =
      """
      update unit set covered_by = ?, covered_on = ?, version = version + 1
       where id = any (?::uuid[])""";

  private record Held(UUID id, UUID coveredBy, boolean closed, LocalDate lastChange) {
    static Held of(ResultSet row) throws SQLException {
      return new Held(
          row.getObject(1, UUID.class),
          row.getObject(2, UUID.class),
          row.getBoolean(3),
          row.getObject(4, LocalDate.class));
    }
  }

  private final Tables tables;
  private final AgroalDataSource dataSource;
  private final Named named;
  private final Scopes scopes;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  CoverageCommands(
      Tables tables,
      AgroalDataSource dataSource,
      Named named,
      Scopes scopes,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.tables = tables;
    this.dataSource = dataSource;
    this.named = named;
    this.scopes = scopes;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  JointCoverage.Done cover(UUID organization, JointCoverage wanted) {
    scopes.requireWithin(organization);
    LocalDate on = clock.pastOrToday(wanted.effectiveOn());
    LocalDate established =
        tables
            .one(
                "select established_on from organization where id = ?",
                row -> row.getObject(1, LocalDate.class),
                organization)
            .orElseThrow(Problem::notFound);
    named.requireActiveOrganization("id", organization);
    if (on.isBefore(established)) {
      throw Problem.violation("effectiveOn", "before-established", established);
    }
    Map<UUID, Held> held = held(wanted.unitIds());
    requireEach(wanted.unitIds(), held, on);
    List<UUID> anew =
        held.values().stream()
            .filter(unit -> !organization.equals(unit.coveredBy()))
            .map(Held::id)
            .toList();
    tables.change(COVER, organization, on, literal(anew));
    audit.writeAll("cover", "unit", anew);
    tell(anew, organization, on);
    return new JointCoverage.Done(organization, on, anew.size(), held.size() - anew.size());
  }

  private Map<UUID, Held> held(List<UUID> units) {
    String path = scopes.pathPrefix().orElse(null);
    Condition select =
        new Condition(HELD).with(literal(units)).with(path).with(named.areaOfScope()).with(path);
    Map<UUID, Held> held = new HashMap<>();
    tables.list(select, "", Held::of).forEach(unit -> held.put(unit.id(), unit));
    return held;
  }

  private static void requireEach(List<UUID> units, Map<UUID, Held> held, LocalDate on) {
    Problem refusal = new Problem(CommonProblems.RULE_BROKEN);
    Set<UUID> seen = new HashSet<>();
    boolean refused = false;
    for (int i = 0; i < units.size(); i++) {
      Held unit = held.get(units.get(i));
      String field = "unitIds[" + i + "]";
      if (!seen.add(units.get(i))) {
        refusal.and(field, "unique-elements");
      } else if (unit == null) {
        refusal.and(field, "no-unit", units.get(i));
      } else if (unit.closed()) {
        refusal.and(field, "closed-unit");
      } else if (on.isBefore(unit.lastChange())) {
        refusal.and(field, "before-last-change", unit.lastChange());
      } else {
        continue;
      }
      refused = true;
    }
    if (refused) {
      throw refusal;
    }
  }

  private void tell(List<UUID> units, UUID organization, LocalDate on) {
    try (Connection connection = dataSource.getConnection();
        CopyStream stream = CopyStream.into(connection, "outbox", EventRow.COLUMNS)) {
      for (UUID unit : units) {
        stream.row(outbox.row(new UnitCovered(unit, organization), on).values());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the events could not be appended to the outbox", e);
    }
    outbox.ring();
  }

  private static String literal(List<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
  }
}
