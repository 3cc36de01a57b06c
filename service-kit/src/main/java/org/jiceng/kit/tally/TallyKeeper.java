package org.jiceng.kit.tally;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;

/**
 * Publishes what the service counts when it has changed. How far the log was counted changes with
 * every event and is no such change.
 */
@ApplicationScoped
public class TallyKeeper {
  private static final Logger LOG = Logger.getLogger(TallyKeeper.class);

  /** So much was written that the relay has not yet given it positions (503). */
  private static final ProblemType TOO_SOON = new ProblemType(503, "tally-too-soon");

  private final List<Tally> tallies;
  private final Counting counting;
  private final LastTally last;
  private final Outbox outbox;
  private final TallyConfig config;

  TallyKeeper(
      @All List<Tally> tallies,
      Counting counting,
      LastTally last,
      Outbox outbox,
      TallyConfig config) {
    this.tallies = tallies;
    this.counting = counting;
    this.last = last;
    this.outbox = outbox;
    this.config = config;
  }

  @Scheduled(
      every = "${jiceng.tally.every:60s}",
      delayed = "${jiceng.tally.every:60s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void keep() {
    keep(EnumSet.of(Extent.DISTRICT));
  }

  // Hundreds of counts, kept in the log for ever: seldom
  @Scheduled(
      every = "${jiceng.tally.by-area-every:1h}",
      delayed = "${jiceng.tally.by-area-every:1h}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void keepByArea() {
    keep(EnumSet.of(Extent.AREA));
  }

  private void keep(Set<Extent> extents) {
    for (Tally tally : tallies) {
      count(tally, extents)
          .ifPresentOrElse(
              count -> publishChanged(tally, count),
              () -> LOG.warn("too many events wait for their positions: no tally this time"));
    }
  }

  /**
   * Counts now, in all and by area in one snapshot; true if what is counted differs from the last
   * tally and was therefore published, in the current transaction.
   *
   * @throws Problem (503) when too many events wait for their positions
   */
  public boolean publishChanged() {
    boolean published = false;
    for (Tally tally : tallies) {
      Count count = count(tally, EnumSet.allOf(Extent.class)).orElseThrow(this::tooSoon);
      published |= publishChanged(tally, count);
    }
    return published;
  }

  private Problem tooSoon() {
    long seconds = Math.max(1, config.pause().toSeconds());
    return new Problem(TOO_SOON).header("Retry-After", String.valueOf(seconds));
  }

  private Optional<Count> count(Tally tally, Set<Extent> extents) {
    return QuarkusTransaction.suspendingExisting().call(() -> counting.of(tally, extents));
  }

  private boolean publishChanged(Tally tally, Count count) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () -> {
              boolean published = false;
              for (Map.Entry<Extent, Map<String, Long>> each : count.counts().entrySet()) {
                if (last.replace(each.getKey(), each.getValue(), count.cut())) {
                  outbox.append(
                      each.getKey().event(tally, each.getValue(), count.cut()), count.on());
                  published = true;
                }
              }
              return published;
            });
  }
}
