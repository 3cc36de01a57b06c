package org.jiceng.kit.tally;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.time.BusinessClock;

/** Counts everything that is asked for at once in one snapshot. */
@ApplicationScoped
class Counting {
  private final AgroalDataSource dataSource;
  private final Outbox outbox;
  private final TallyConfig config;
  private final BusinessClock clock;

  Counting(AgroalDataSource dataSource, Outbox outbox, TallyConfig config, BusinessClock clock) {
    this.dataSource = dataSource;
    this.outbox = outbox;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Counts outside of any transaction. Empty when too many events were without a position however
   * often it was tried, as after a large import, or while there is no relay.
   */
  Optional<Count> of(Tally tally, Set<Extent> extents) {
    Optional<Count> count = once(tally, extents);
    for (int tried = 1; count.isEmpty() && tried < config.attempts() && pause(); tried++) {
      count = once(tally, extents);
    }
    return count;
  }

  private Optional<Count> once(Tally tally, Set<Extent> extents) {
    try (CountingSnapshot snapshot = new CountingSnapshot(dataSource.getConnection())) {
      Optional<Cut> cut = snapshot.cut(config.mostAlsoCounted());
      if (cut.isEmpty()) {
        return Optional.empty();
      }
      // After the snapshot was taken: nothing in it is of a later day
      LocalDate on = clock.today();
      Map<Extent, Map<String, Long>> counts = new EnumMap<>(Extent.class);
      for (Extent extent : extents) {
        counts.put(extent, extent.count(tally, snapshot.connection(), on));
      }
      return Optional.of(new Count(on, cut.get(), counts));
    } catch (SQLException e) {
      throw new IllegalStateException("the service's own tables cannot be counted", e);
    }
  }

  /** False when interrupted. */
  private boolean pause() {
    outbox.ring();
    try {
      TimeUnit.MILLISECONDS.sleep(config.pause().toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
