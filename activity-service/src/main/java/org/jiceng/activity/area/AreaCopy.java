package org.jiceng.activity.area;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.events.RegistryEvent.AreaReassigned;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.RegistryEvent.OrganizationRelocated;
import org.jiceng.events.Topic;
import org.jiceng.kit.inbox.EventHandler;

/**
 * Folds the registry's events into the service's own copy of the areas' hierarchy. Events of
 * different areas come in any order: an area that is named before it is told of lies where its
 * digits say until then. One that is closed stays where it lay last.
 */
@ApplicationScoped
public class AreaCopy implements EventHandler {
  private static final Set<String> WANTED =
      Set.of(
          "org.jiceng.registry.area-defined.v1",
          "org.jiceng.registry.area-reassigned.v1",
          "org.jiceng.registry.organization-established.v1",
          "org.jiceng.registry.organization-relocated.v1");

  @Override
  public String name() {
    return "area-copy";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.REGISTRY);
  }

  @Override
  public boolean wants(String type) {
    return WANTED.contains(type);
  }

  @Override
  public void apply(List<RecordedEvent> batch, Connection connection) throws SQLException {
    AreaTree tree = new AreaTree(connection);
    tree.expect(batch.stream().flatMap(AreaCopy::named).filter(Objects::nonNull).toList());
    if (batch.stream().noneMatch(AreaCopy::moves)) {
      return;
    }
    tree.hold();
    for (RecordedEvent event : batch) {
      if (event.data() instanceof AreaDefined e) {
        tree.begin(e.areaCode(), event.effectiveOn(), e.parentCode());
      } else if (event.data() instanceof AreaReassigned e) {
        tree.hand(e.areaCode(), event.effectiveOn(), e.parentCode());
      }
    }
    tree.lay();
  }

  private static boolean moves(RecordedEvent event) {
    return event.data() instanceof AreaDefined || event.data() instanceof AreaReassigned;
  }

  private static Stream<String> named(RecordedEvent event) {
    if (event.data() instanceof AreaDefined e) {
      return Stream.of(e.areaCode(), e.parentCode());
    } else if (event.data() instanceof AreaReassigned e) {
      return Stream.of(e.areaCode(), e.parentCode());
    } else if (event.data() instanceof OrganizationEstablished e) {
      return Stream.of(e.areaCode());
    } else if (event.data() instanceof OrganizationRelocated e) {
      return Stream.of(e.areaCode());
    }
    return Stream.empty();
  }
}
