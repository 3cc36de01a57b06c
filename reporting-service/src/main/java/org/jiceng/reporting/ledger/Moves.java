package org.jiceng.reporting.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.RegistryEvent.OrganizationRelocated;
import org.jiceng.events.RegistryEvent.OrganizationReparented;
import org.jiceng.events.RegistryEvent.OrganizationTypeChanged;

/**
 * What it means for the figures that organisations appear or move: what was posted on them, and on
 * all below them, is taken from where they stood and added where they stand, day by day. For an
 * organisation that was unknown this adds what came before it.
 */
final class Moves {
  private static final String FAMILY =
      """
      with recursive below (id) as (
        select unnest(?::uuid[]) union
        select p.organization_id from %1$s.placement p join below on p.parent_id = below.id),
      above (id) as (
        select id from below union
        select p.parent_id from %1$s.placement p join above on p.organization_id = above.id
         where p.parent_id is not null)
      select a.id, exists (select 1 from below b where b.id = a.id) from above a""";

  private final String schema;
  private final Connection connection;
  private final PlacementTable table;

  Moves(String schema, Connection connection) {
    this.schema = schema;
    this.connection = connection;
    this.table = new PlacementTable(schema, connection);
  }

  /** Takes the moves of a batch into the sums. */
  void take(List<RecordedEvent> batch) throws SQLException {
    Set<UUID> changed = place(batch);
    if (!changed.isEmpty()) {
      stand(changed, new BalanceTable(schema, connection));
    }
  }

  private void stand(Set<UUID> changed, BalanceTable balances) throws SQLException {
    Set<UUID> affected = new LinkedHashSet<>();
    Set<UUID> family = new LinkedHashSet<>();
    family(changed, affected, family);
    Lineages lineages = new Lineages(table.read(family));
    LineageTable standing = new LineageTable(schema, connection);
    Map<UUID, List<Interval>> before = standing.read(affected);
    Map<UUID, List<Interval>> after = new HashMap<>();
    for (UUID organization : affected) {
      List<Interval> now = lineages.of(organization);
      if (!now.equals(before.getOrDefault(organization, List.of()))) {
        after.put(organization, now);
      }
    }
    balances.takeAway(after.keySet());
    standing.replace(after);
    balances.addAgain(after.keySet());
  }

  /**
   * Works out where every organisation stood, for a projection that has placements and no sums yet.
   */
  void standAll() throws SQLException {
    Map<UUID, Placement> placements = table.readAll();
    Lineages lineages = new Lineages(placements);
    Map<UUID, List<Interval>> standing = new HashMap<>();
    placements.keySet().forEach(id -> standing.put(id, lineages.of(id)));
    new LineageTable(schema, connection).replace(standing);
  }

  /** Writes down what the organisations of a batch themselves became; returns which. */
  Set<UUID> place(List<RecordedEvent> batch) throws SQLException {
    Set<UUID> changed = new LinkedHashSet<>();
    for (RecordedEvent event : batch) {
      if (event.data() instanceof OrganizationEstablished e) {
        changed.add(e.organizationId());
      } else if (event.data() instanceof OrganizationReparented e) {
        changed.add(e.organizationId());
      } else if (event.data() instanceof OrganizationRelocated e) {
        changed.add(e.organizationId());
      } else if (event.data() instanceof OrganizationTypeChanged e) {
        changed.add(e.organizationId());
      }
    }
    Map<UUID, Placement> placements = table.read(changed);
    for (RecordedEvent event : batch) {
      apply(event, placements);
    }
    table.replace(placements);
    return changed;
  }

  private static void apply(RecordedEvent event, Map<UUID, Placement> placements) {
    LocalDate on = event.effectiveOn();
    if (event.data() instanceof OrganizationEstablished e) {
      Placement placement = new Placement();
      placement.add(
          new Placement.Span(
              on,
              Interval.OPEN,
              e.parentId(),
              e.areaCode(),
              e.sector().name(),
              e.organizationType().name()));
      placements.put(e.organizationId(), placement);
    } else if (event.data() instanceof OrganizationReparented e) {
      placements.get(e.organizationId()).change(on, span -> span.below(e.parentId()));
    } else if (event.data() instanceof OrganizationRelocated e) {
      placements.get(e.organizationId()).change(on, span -> span.in(e.areaCode()));
    } else if (event.data() instanceof OrganizationTypeChanged e) {
      placements.get(e.organizationId()).change(on, span -> span.as(e.organizationType().name()));
    }
  }

  private void family(Set<UUID> changed, Set<UUID> affected, Set<UUID> family) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FAMILY.formatted(schema))) {
      select.setArray(1, connection.createArrayOf("uuid", changed.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          UUID id = rows.getObject(1, UUID.class);
          family.add(id);
          if (rows.getBoolean(2)) {
            affected.add(id);
          }
        }
      }
    }
  }
}
