package org.jiceng.reporting.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What one service counted in its own tables, beside what the ledger says of the same events.
 *
 * @param topic whose log
 * @param countedAt when the service counted (UTC)
 * @param position the tally's place in the log; the ledger is read up to it
 * @param lag how many events of the log still wait to be folded; while it is not 0 a difference may
 *     be passing; null when the broker does not answer
 * @param agrees whether no measure differs
 * @param uncounted measures of the ledger that the service does not count
 */
public record Comparison(
    String topic,
    Instant countedAt,
    long position,
    Long lag,
    boolean agrees,
    List<Line> measures,
    List<String> uncounted) {

  /**
   * One measure. Services count in whole numbers, so the ledger's sum is rounded before they are
   * compared.
   */
  public record Line(String measure, BigDecimal counted, BigDecimal folded, BigDecimal difference) {
    static Line of(String measure, BigDecimal counted, BigDecimal folded) {
      return new Line(measure, counted, folded, folded.subtract(counted));
    }

    boolean agrees() {
      return difference.signum() == 0;
    }
  }
}
