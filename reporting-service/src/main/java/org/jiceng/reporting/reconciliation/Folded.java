package org.jiceng.reporting.reconciliation;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What the ledger says of the events that a tally is the count of.
 *
 * @param sums under the keys of the tally
 * @param allNamed whether all that the tally names by their ids were folded
 */
record Folded(Map<String, BigDecimal> sums, boolean allNamed) {}
