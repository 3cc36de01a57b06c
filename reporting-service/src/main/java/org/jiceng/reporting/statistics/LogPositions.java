package org.jiceng.reporting.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiceng.kit.inbox.Freshness;
import org.jiceng.kit.inbox.Freshness.Position;

/** How far each log is folded; asked of the broker at most once a second. */
@ApplicationScoped
public class LogPositions {
  private final Freshness freshness;

  LogPositions(Freshness freshness) {
    this.freshness = freshness;
  }

  /**
   * One log.
   *
   * @param position the position of the last event folded
   * @param lag how many events wait; null when the broker does not say
   */
  public record LogPosition(String topic, long position, Long lag) {}

  /** The positions of all logs, as they are now. */
  public List<LogPosition> now() {
    Map<String, LogPosition> byTopic = new TreeMap<>();
    for (Position p : freshness.positions()) {
      if (p.handler().equals("ledger")) {
        byTopic.merge(
            p.topic(), new LogPosition(p.topic(), p.position(), p.lag()), LogPositions::together);
      }
    }
    return List.copyOf(byTopic.values());
  }

  private static LogPosition together(LogPosition a, LogPosition b) {
    Long lag = a.lag == null || b.lag == null ? null : Long.valueOf(a.lag + b.lag);
    return new LogPosition(a.topic, Math.max(a.position, b.position), lag);
  }
}
