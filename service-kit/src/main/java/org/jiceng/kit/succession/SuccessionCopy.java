package org.jiceng.kit.succession;

import io.quarkus.arc.lookup.LookupIfProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.ReorganizationDecided;
import org.jiceng.events.Topic;
import org.jiceng.kit.inbox.EventHandler;

/** Keeps what the registry decided, for {@link Following} to carry out. */
@ApplicationScoped
@LookupIfProperty(name = "jiceng.succession.enabled", stringValue = "true")
public class SuccessionCopy implements EventHandler {
  private static final String REORGANIZATION =
      """
      insert into reorganization (reorganization_id, effective_on) values (?, ?)
      on conflict do nothing""";
  private static final String SUCCESSION =
      """
      insert into succession (organization_id, reorganization_id, heir_id, effective_on)
      values (?, ?, ?, ?) on conflict do nothing""";

  private final Instance<Follower> followers;

  SuccessionCopy(@Any Instance<Follower> followers) {
    this.followers = followers;
  }

  @Override
  public String name() {
    return "succession-copy";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.REGISTRY);
  }

  @Override
  public boolean wants(String type) {
    return type.equals("org.jiceng.registry.reorganization-decided.v1");
  }

  @Override
  public void apply(List<RecordedEvent> batch, Connection connection) throws SQLException {
    for (RecordedEvent event : batch) {
      if (event.data() instanceof ReorganizationDecided decision) {
        keep(decision, event.effectiveOn(), connection);
        for (Follower follower : followers) {
          follower.decided(decision, connection);
        }
      }
    }
  }

  private static void keep(ReorganizationDecided decision, LocalDate on, Connection connection)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(REORGANIZATION)) {
      insert.setObject(1, decision.reorganizationId());
      insert.setObject(2, on);
      insert.executeUpdate();
    }
    try (PreparedStatement insert = connection.prepareStatement(SUCCESSION)) {
      for (UUID organization : decision.organizationIds()) {
        insert.setObject(1, organization);
        insert.setObject(2, decision.reorganizationId());
        insert.setObject(3, decision.heirs().get(organization));
        insert.setObject(4, on);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
