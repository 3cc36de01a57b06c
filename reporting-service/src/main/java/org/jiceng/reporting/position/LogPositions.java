package org.jiceng.reporting.position;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiceng.kit.inbox.Freshness;
import org.jiceng.kit.inbox.Freshness.Position;

/**
 * How far each log was folded when a request first asked: what it then reads is at least as fresh.
 * The broker is asked at most once a second.
 */
@RequestScoped
public class LogPositions {
  private final Freshness freshness;
  private List<LogPosition> first;

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

  /** The positions of all logs, as they were when the request first asked. */
  public List<LogPosition> now() {
    if (first == null) {
      first = read();
    }
    return first;
  }

  private List<LogPosition> read() {
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
