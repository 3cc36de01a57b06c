package org.jiceng.reporting.reconciliation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One count. Services count in whole numbers, so the ledger's sum is rounded before they are
 * compared.
 *
 * @param area the township, by the first nine digits of areas' codes; null for the whole district
 */
@Schema(name = "ReconciledCount")
public record Line(
    String measure, String area, BigDecimal counted, BigDecimal folded, BigDecimal difference) {
  private static final char AT = '@';

  /** A count under its key: the measure, or the measure and the township, joined by an @. */
  static Line of(String key, BigDecimal counted, BigDecimal folded) {
    int at = key.indexOf(AT);
    return new Line(
        at < 0 ? key : key.substring(0, at),
        at < 0 ? null : key.substring(at + 1),
        counted,
        folded,
        folded.subtract(counted));
  }

  /** The measure of a key. */
  static String measure(String key) {
    int at = key.indexOf(AT);
    return at < 0 ? key : key.substring(0, at);
  }

  @JsonIgnore
  boolean agrees() {
    return difference.signum() == 0;
  }
}
