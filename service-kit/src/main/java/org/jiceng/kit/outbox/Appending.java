package org.jiceng.kit.outbox;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jiceng.events.Topic;

/** The last event that one transaction appends to each log, told of once it has committed. */
final class Appending implements Synchronization {
  private final Map<Topic, UUID> last = new EnumMap<>(Topic.class);
  private final Consumer<Map<Topic, UUID>> committed;

  Appending(Consumer<Map<Topic, UUID>> committed) {
    this.committed = committed;
  }

  void append(Topic topic, UUID event) {
    last.put(topic, event);
  }

  Map<Topic, UUID> last() {
    return last;
  }

  @Override
  public void beforeCompletion() {}

  @Override
  public void afterCompletion(int status) {
    if (status == Status.STATUS_COMMITTED) {
      committed.accept(last);
    }
  }
}
