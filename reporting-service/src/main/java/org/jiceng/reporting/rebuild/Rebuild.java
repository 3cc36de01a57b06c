package org.jiceng.reporting.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.reporting.replay.PartitionProgress;

/**
 * One rebuild of the projection.
 *
 * @param repair whether it takes the live one's place though they differ
 * @param events how many events were folded so far
 * @param read how many records of the logs were read so far, redeliveries included
 * @param of how many there are to read, as far as is known
 * @param gatheredAt when everything will have been read, should it go on as fast as so far; null
 *     before the first event and once all was read
 * @param differences by table, how many rows stand in one projection and not in the other
 */
public record Rebuild(
    UUID id,
    State state,
    Phase phase,
    boolean repair,
    long events,
    long read,
    long of,
    Instant gatheredAt,
    List<PartitionProgress> partitions,
    Map<String, Long> differences,
    String failure,
    Instant startedAt,
    Instant finishedAt) {

  /** Where a rebuild stands. */
  public enum State {
    RUNNING,
    /** The new projection is the live one now: it was equal, or has repaired what differed. */
    COMPLETED,
    /** The new projection differed; the live one is as it was. */
    DIFFERENT,
    FAILED,
    /** Given up on request; the live one is as it was. */
    CANCELLED
  }

  /** What is being done, or was being done last. */
  public enum Phase {
    PREPARING,
    /** The logs are folded, by partition. */
    GATHERING,
    /** Where all organisations stood, and every sum, is worked out. */
    SUMMING,
    /** Both projections are compared while the live one goes on. */
    COMPARING,
    /** The fold is held for the last events, and the new projection takes the live one's place. */
    SWITCHING
  }

  /** The same with its partitions, of which sums and estimate are made. */
  Rebuild with(List<PartitionProgress> found, Instant now) {
    long folded = found.stream().mapToLong(PartitionProgress::events).sum();
    long done = found.stream().mapToLong(PartitionProgress::read).sum();
    long all = found.stream().mapToLong(PartitionProgress::of).sum();
    return new Rebuild(
        id,
        state,
        phase,
        repair,
        folded == 0 ? events : folded,
        done,
        all,
        estimate(done, all, now),
        found,
        differences,
        failure,
        startedAt,
        finishedAt);
  }

  private Instant estimate(long done, long all, Instant now) {
    if (state != State.RUNNING || phase != Phase.GATHERING || done == 0 || done >= all) {
      return null;
    }
    Duration took = Duration.between(startedAt, now);
    return now.plusMillis(took.toMillis() * (all - done) / done);
  }
}
