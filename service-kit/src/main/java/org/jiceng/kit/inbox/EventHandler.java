package org.jiceng.kit.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.Topic;

/**
 * What a service does with its neighbours' events. The inbox calls it exactly once for each event,
 * in order within a partition key; its effects and the position commit together, so it must work on
 * the given connection only and must not commit.
 */
public interface EventHandler {
  /** A stable name: positions are kept under it. */
  String name();

  /** The logs it reads. */
  Set<Topic> topics();

  /** Whether it wants events of a type; those it does not want are passed over unread. */
  default boolean wants(String type) {
    return true;
  }

  /**
   * Takes a batch. An exception rolls the batch back; the inbox then gives the events one by one
   * and parks those that fail again.
   */
  void apply(List<RecordedEvent> batch, Connection connection) throws SQLException;

  /** Told when the effects of a batch can be seen by all; it comes from the inbox's own thread. */
  default void committed() {}
}
