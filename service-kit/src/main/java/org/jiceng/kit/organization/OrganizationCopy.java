package org.jiceng.kit.organization;

import io.quarkus.arc.lookup.LookupIfProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.OrganizationDissolved;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.RegistryEvent.OrganizationEvent;
import org.jiceng.events.RegistryEvent.OrganizationRelocated;
import org.jiceng.events.RegistryEvent.OrganizationRenamed;
import org.jiceng.events.RegistryEvent.OrganizationReparented;
import org.jiceng.events.RegistryEvent.OrganizationResumed;
import org.jiceng.events.RegistryEvent.OrganizationSuspended;
import org.jiceng.events.RegistryEvent.OrganizationTypeChanged;
import org.jiceng.events.Topic;
import org.jiceng.kit.inbox.EventHandler;

/**
 * Folds the registry's events into the service's own copy of the organisations. Events of different
 * organisations come in any order: a child that comes before its parent gets its path when the
 * parent is there.
 */
@ApplicationScoped
@LookupIfProperty(name = "jiceng.organization-copy.enabled", stringValue = "true")
public class OrganizationCopy implements EventHandler {
  private static final String ESTABLISH =
      """
      insert into organization_node (organization_id, code, name, parent_id, area_code, type,
                                     sector, state, established_on)
      values (?, ?, ?, ?, ?, ?, ?, 'ACTIVE', ?)
      on conflict (organization_id) do nothing""";

  // From the topmost of the changed organisations down to all below them. A cycle can show for a
  // moment, while two moves are seen in another order than they were made; it is left alone until
  // the second arrives.
  private static final String SET_PATHS =
      """
      with recursive placed (organization_id, path) as (
        select n.organization_id,
               case when n.parent_id is null
                    then text2ltree(replace(n.organization_id::text, '-', ''))
                    else p.path || replace(n.organization_id::text, '-', '') end
          from organization_node n left join organization_node p on p.organization_id = n.parent_id
         where n.organization_id = any (?)
           and (n.parent_id is null or (p.path is not null and not n.parent_id = any (?)))
        union all
        select c.organization_id, placed.path || replace(c.organization_id::text, '-', '')
          from organization_node c join placed on c.parent_id = placed.organization_id
      ) cycle organization_id set looped using visited
      update organization_node n set path = placed.path
        from placed
       where n.organization_id = placed.organization_id and not placed.looped
         and n.path is distinct from placed.path""";

  @Override
  public String name() {
    return "organization-copy";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.REGISTRY);
  }

  @Override
  public boolean wants(String type) {
    return type.startsWith("org.jiceng.registry.organization-");
  }

  @Override
  public void apply(List<RecordedEvent> batch, Connection connection) throws SQLException {
    Set<UUID> moved = new LinkedHashSet<>();
    try (PreparedStatement establish = connection.prepareStatement(ESTABLISH)) {
      boolean pending = false;
      for (RecordedEvent event : batch) {
        if (event.data() instanceof OrganizationEstablished established) {
          addEstablished(establish, established, event);
          moved.add(established.organizationId());
          pending = true;
        } else if (event.data() instanceof OrganizationEvent change) {
          if (pending) {
            establish.executeBatch();
            pending = false;
          }
          change(connection, change, event, moved);
        }
      }
      if (pending) {
        establish.executeBatch();
      }
    }
    setPaths(connection, moved);
  }

  private static void addEstablished(
      PreparedStatement insert, OrganizationEstablished established, RecordedEvent event)
      throws SQLException {
    insert.setObject(1, established.organizationId());
    insert.setString(2, established.code());
    insert.setString(3, established.organizationName());
    insert.setObject(4, established.parentId());
    insert.setString(5, established.areaCode());
    insert.setString(6, established.organizationType().name());
    insert.setString(7, established.sector().name());
    insert.setObject(8, event.effectiveOn());
    insert.addBatch();
  }

  private static void change(
      Connection connection, OrganizationEvent change, RecordedEvent event, Set<UUID> moved)
      throws SQLException {
    if (change instanceof OrganizationRenamed to) {
      set(connection, "name = ?", to.organizationName(), to.organizationId());
    } else if (change instanceof OrganizationReparented to) {
      set(connection, "parent_id = ?", to.parentId(), to.organizationId());
      moved.add(to.organizationId());
    } else if (change instanceof OrganizationRelocated to) {
      set(connection, "area_code = ?", to.areaCode(), to.organizationId());
    } else if (change instanceof OrganizationTypeChanged to) {
      set(connection, "type = ?", to.organizationType().name(), to.organizationId());
    } else if (change instanceof OrganizationSuspended to) {
      set(connection, "state = ?", "SUSPENDED", to.organizationId());
    } else if (change instanceof OrganizationResumed to) {
      set(connection, "state = ?", "ACTIVE", to.organizationId());
    } else if (change instanceof OrganizationDissolved to) {
      set(connection, "state = ?", "DISSOLVED", to.organizationId());
      set(connection, "dissolved_on = ?", event.effectiveOn(), to.organizationId());
    }
  }

  private static void set(Connection connection, String assignment, Object value, UUID id)
      throws SQLException {
    String sql = "update organization_node set " + assignment + " where organization_id = ?";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setObject(1, value);
      update.setObject(2, id);
      update.executeUpdate();
    }
  }

  private static void setPaths(Connection connection, Set<UUID> moved) throws SQLException {
    if (moved.isEmpty()) {
      return;
    }
    var ids = connection.createArrayOf("uuid", moved.toArray());
    try (PreparedStatement update = connection.prepareStatement(SET_PATHS)) {
      update.setArray(1, ids);
      update.setArray(2, ids);
      update.executeUpdate();
    }
  }
}
