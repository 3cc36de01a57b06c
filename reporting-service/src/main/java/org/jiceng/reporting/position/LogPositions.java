package org.jiceng.reporting.position;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiceng.kit.inbox.Freshness;
import org.jiceng.kit.inbox.Freshness.Position;

/** How far each log is folded; asked of the broker at most once a second. */
@ApplicationScoped
public class LogPositions {
  private static final long NANOS_FRESH = 1_000_000_000L;

  private final Freshness freshness;
  private List<LogPosition> last = List.of();
  private long readAt = System.nanoTime() - 2 * NANOS_FRESH;

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

  /** All logs, in the order of their names. */
  public synchronized List<LogPosition> now() {
    if (System.nanoTime() - readAt > NANOS_FRESH) {
      last = read();
      readAt = System.nanoTime();
    }
    return last;
  }

  /** Lets what was read before be forgotten: something is known to have been folded since. */
  synchronized void forget() {
    readAt = System.nanoTime() - 2 * NANOS_FRESH;
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
