package org.jiceng.registry.territory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jiceng.events.ActivityEvent.SiteClosed;
import org.jiceng.events.ActivityEvent.SiteHandedOver;
import org.jiceng.events.ActivityEvent.SiteMeasured;
import org.jiceng.events.ActivityEvent.SiteOpened;
import org.jiceng.events.ActivityEvent.SpaceAdded;
import org.jiceng.events.ActivityEvent.SpaceClosed;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.Topic;
import org.jiceng.kit.inbox.EventHandler;

/** Folds the activity service's events into the registry's own copy of the sites. */
@ApplicationScoped
public class SiteCopy implements EventHandler {
  @Override
  public String name() {
    return "site-copy";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.ACTIVITY);
  }

  @Override
  public boolean wants(String type) {
    return type.startsWith("org.jiceng.activity.site-")
        || type.startsWith("org.jiceng.activity.space-");
  }

  @Override
  public void apply(List<RecordedEvent> batch, Connection connection) throws SQLException {
    for (RecordedEvent event : batch) {
      apply(event, event.effectiveOn(), connection);
    }
  }

  private static void apply(RecordedEvent event, LocalDate on, Connection connection)
      throws SQLException {
    if (event.data() instanceof SiteOpened e) {
      change(
          connection,
          """
          insert into site_copy (site_id, kind, origin, area_code, organization_id, floor_area,
                                 measured_on, opened_on)
          values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (site_id) do nothing""",
          e.siteId(),
          e.kind().name(),
          e.origin().name(),
          e.areaCode(),
          e.organizationId(),
          e.floorArea(),
          on,
          on);
    } else if (event.data() instanceof SiteHandedOver e) {
      change(
          connection,
          "update site_copy set organization_id = ? where site_id = ?",
          e.organizationId(),
          e.siteId());
    } else if (event.data() instanceof SiteMeasured e) {
      change(
          connection,
          """
          update site_copy set floor_area = ?, measured_on = ?
           where site_id = ? and measured_on <= ?""",
          e.floorArea(),
          on,
          e.siteId(),
          on);
    } else if (event.data() instanceof SiteClosed e) {
      change(connection, "update site_copy set closed_on = ? where site_id = ?", on, e.siteId());
    } else if (event.data() instanceof SpaceAdded e) {
      change(
          connection,
          """
          insert into site_space_copy (space_id, site_id, capacity, added_on)
          values (?, ?, ?, ?) on conflict (space_id) do nothing""",
          e.spaceId(),
          e.siteId(),
          e.capacity(),
          on);
    } else if (event.data() instanceof SpaceClosed e) {
      change(
          connection,
          "update site_space_copy set closed_on = ? where space_id = ?",
          on,
          e.spaceId());
    }
  }

  private static void change(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
