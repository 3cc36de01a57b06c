package org.jiceng.reporting.target;

import java.math.BigDecimal;
import org.jiceng.reporting.statistics.Values;

/**
 * How far a figure is from its target.
 *
 * @param value null where there is no data, and where it is suppressed
 * @param gap the value less the target's
 * @param met null where there is no value
 * @param suppressed whether the value would tell too much of few persons
 */
public record Gap(
    Target target, String unit, BigDecimal value, BigDecimal gap, Boolean met, boolean suppressed) {
  static Gap of(Target target, Values.Value figure) {
    BigDecimal value = figure.value();
    return new Gap(
        target,
        figure.unit(),
        value,
        value == null ? null : Values.plain(value.subtract(target.value())),
        value == null ? null : target.direction().isMet(value, target.value()),
        figure.suppressed());
  }
}
