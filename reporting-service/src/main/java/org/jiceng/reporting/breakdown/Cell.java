package org.jiceng.reporting.breakdown;

import java.math.BigDecimal;
import java.util.Map;

/**
 * One cell of a breakdown.
 *
 * @param keys the codes by which it is told apart; a dimension that is left out is summed over
 * @param value null where there is no data, and where it is suppressed
 * @param suppressed whether it would tell too much of few persons
 */
public record Cell(Map<String, String> keys, BigDecimal value, boolean suppressed) {}
