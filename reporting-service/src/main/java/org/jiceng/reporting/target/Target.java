package org.jiceng.reporting.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.kit.problem.CommonProblems;
import org.jiceng.kit.problem.Problem;
import org.jiceng.reporting.statistics.Values;

/**
 * What a figure of a place is to come to, from a day until and with another. For a figure of a
 * place there is one at a time.
 */
public record Target(
    UUID id,
    String indicator,
    String area,
    UUID organization,
    Direction direction,
    BigDecimal value,
    LocalDate from,
    LocalDate until,
    boolean withdrawn,
    long version) {

  /** A first version of what is wanted. */
  static Target set(UUID id, NewTarget wanted) {
    if ((wanted.area() == null) == (wanted.organization() == null)) {
      throw Problem.violation("area", "area-or-organization");
    }
    return of(id, wanted, 1);
  }

  private static Target of(UUID id, NewTarget wanted, long version) {
    if (wanted.from().isAfter(wanted.until())) {
      throw Problem.violation("from", "from-after-to");
    }
    return new Target(
        id,
        wanted.indicator(),
        wanted.area(),
        wanted.organization(),
        wanted.direction(),
        Values.plain(wanted.value()),
        wanted.from(),
        wanted.until(),
        false,
        version);
  }

  /** Another value, direction or time; of what figure and place it is stays. */
  Target changed(NewTarget wanted) {
    requireInForce();
    boolean same =
        indicator.equals(wanted.indicator())
            && java.util.Objects.equals(area, wanted.area())
            && java.util.Objects.equals(organization, wanted.organization());
    if (!same) {
      throw Problem.violation("indicator", "target-is-of-another");
    }
    return of(id, wanted, version + 1);
  }

  Target withdraw() {
    requireInForce();
    return new Target(
        id, indicator, area, organization, direction, value, from, until, true, version + 1);
  }

  private void requireInForce() {
    if (withdrawn) {
      throw new Problem(CommonProblems.CONFLICT);
    }
  }
}
