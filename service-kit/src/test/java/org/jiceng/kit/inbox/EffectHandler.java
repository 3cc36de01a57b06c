package org.jiceng.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.Topic;
import org.jiceng.kit.ops.Correlation;

/** Writes a row for each event, and refuses the keys it is told to refuse. */
@ApplicationScoped
public class EffectHandler implements EventHandler {
  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  private final Map<String, String> carried = new ConcurrentHashMap<>();

  /** The id that was carried on while the last event of a key was taken. */
  String carriedWith(String key) {
    return carried.get(key);
  }

  public void refuse(String key) {
    refused.add(key);
  }

  public void acceptAgain(String key) {
    refused.remove(key);
  }

  @Override
  public String name() {
    return "effect";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.MEMBER, Topic.ACTIVITY);
  }

  @Override
  public void apply(List<RecordedEvent> batch, Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into effect (event_id, key, sequence) values (?, ?, ?)")) {
      for (RecordedEvent event : batch) {
        if (Correlation.current() != null) {
          carried.put(event.data().partitionKey(), Correlation.current());
        }
        if (refused.contains(event.data().partitionKey())) {
          throw new IllegalArgumentException("refused by the test");
        }
        insert.setObject(1, event.id());
        insert.setString(2, event.data().partitionKey());
        insert.setLong(3, event.sequence());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
