package org.jiceng.kit.policy;

import java.time.Period;

/** A period by date, such as {@code 0001-01-01=P3Y,2030-01-01=P5Y}. */
public final class DatedPeriod extends Dated<Period> {
  public DatedPeriod(String text) {
    super(text, Period::parse);
  }
}
