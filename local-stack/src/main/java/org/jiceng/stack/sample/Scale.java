package org.jiceng.stack.sample;

import java.util.Locale;

/** How large the sample district is. */
public enum Scale {
  /** About a hundredth of the survey, a whole small district that loads in seconds; for tests. */
  SMALL(SamplePlan.small()),
  /** The district of the survey. */
  SURVEY(SamplePlan.survey()),
  /** The same territory with ten times the units, organisations, members and sites. */
  X10(SamplePlan.survey().times(10)),
  /** The same territory with a hundred times the units, organisations, members and sites. */
  X100(SamplePlan.survey().times(100));

  private final SamplePlan plan;

  Scale(SamplePlan plan) {
    this.plan = plan;
  }

  /** How many there are of everything at this scale. */
  public SamplePlan plan() {
    return plan;
  }

  /**
   * The scale of that name, as written on the command line: {@code small}, {@code survey}, {@code
   * x10}, {@code x100}.
   *
   * @throws IllegalArgumentException for another name
   */
  public static Scale named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
