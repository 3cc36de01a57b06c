package org.jiceng.registry.reorganization;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiceng.events.ActivityEvent.ActivitiesFollowed;
import org.jiceng.events.MemberEvent.MembersFollowed;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.Topic;
import org.jiceng.kit.inbox.EventHandler;

/** Writes down how far the other services have followed; done when all have. */
@ApplicationScoped
public class ReorganizationSteps implements EventHandler {
  // The two services' last words may come at once: whoever holds the reorganisation sees the other.
  private static final String HOLD = "select 1 from reorganization where id = ? for update";
  private static final String FOLLOWED =
      """
      update reorganization_step s
         set done_at = coalesce(s.done_at, case when ? then now() end),
             counts = (select coalesce(jsonb_object_agg(key, total), '{}')
                         from (select key, sum(value::bigint) as total
                                 from (select * from jsonb_each_text(s.counts)
                                       union all
                                       select * from unnest(?::text[], ?::text[])) each (key, value)
                                group by key) sums)
       where s.reorganization_id = ? and s.service = ?""";
  private static final String DONE =
      """
      update reorganization r set state = 'DONE', done_at = now(), version = version + 1
       where id = ? and state = 'UNDER_WAY'
         and not exists (select 1 from reorganization_step s
                          where s.reorganization_id = r.id and s.done_at is null)""";

  @Override
  public String name() {
    return "reorganization-steps";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.MEMBER, Topic.ACTIVITY);
  }

  @Override
  public boolean wants(String type) {
    return type.endsWith(".reorganization-followed.v1");
  }

  @Override
  public void apply(List<RecordedEvent> batch, Connection connection) throws SQLException {
    for (RecordedEvent event : batch) {
      if (event.data() instanceof MembersFollowed e) {
        step(connection, e.reorganizationId(), "member", e.complete(), e.counts());
      } else if (event.data() instanceof ActivitiesFollowed e) {
        step(connection, e.reorganizationId(), "activity", e.complete(), e.counts());
      }
    }
  }

  private static void step(
      Connection connection, UUID id, String service, boolean complete, Map<String, Long> counts)
      throws SQLException {
    try (PreparedStatement hold = connection.prepareStatement(HOLD)) {
      hold.setObject(1, id);
      hold.executeQuery();
    }
    try (PreparedStatement update = connection.prepareStatement(FOLLOWED)) {
      update.setBoolean(1, complete);
      update.setArray(2, connection.createArrayOf("text", counts.keySet().toArray()));
      update.setArray(
          3,
          connection.createArrayOf(
              "text", counts.values().stream().map(String::valueOf).toArray()));
      update.setObject(4, id);
      update.setString(5, service);
      update.executeUpdate();
    }
    try (PreparedStatement update = connection.prepareStatement(DONE)) {
      update.setObject(1, id);
      update.executeUpdate();
    }
  }
}
