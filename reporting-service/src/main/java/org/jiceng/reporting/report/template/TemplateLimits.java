package org.jiceng.reporting.report.template;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much a template may ask for, so that whatever is sealed by it stays a report. */
@ConfigMapping(prefix = "jiceng.report-template")
public interface TemplateLimits {
  /** How many sections it has at most. */
  @WithDefault("40")
  int sections();

  /** How many figures a section has at most. */
  @WithDefault("40")
  int figures();

  /** How many characters a name in Chinese or English has at most. */
  @WithDefault("120")
  int name();

  /** How many periods a series has at most. */
  @WithDefault("60")
  int steps();

  /** How many cells all sections come to at most, by the values that each dimension can have. */
  @WithDefault("20000")
  long cells();

  /** How many areas are reckoned with where areas stand side by side. */
  @WithDefault("150")
  int areas();
}
