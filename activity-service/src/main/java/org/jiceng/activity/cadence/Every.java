package org.jiceng.activity.cadence;

import java.time.Period;

/** The spans of the calendar in which something must be held. */
public enum Every {
  MONTH(1),
  QUARTER(3),
  YEAR(12);

  final int months;

  Every(int months) {
    this.months = months;
  }

  Period length() {
    return Period.ofMonths(months);
  }
}
