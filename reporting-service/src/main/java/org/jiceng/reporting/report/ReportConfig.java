package org.jiceng.reporting.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How reports are sealed and printed. */
@ConfigMapping(prefix = "jiceng.report")
public interface ReportConfig {
  /** How long a seal waits at most for the fold to have all that the logs hold. */
  @WithDefault("10s")
  Duration patience();

  /** How many reports one instance seals or corrects at the same time. */
  @WithDefault("2")
  int parallel();

  /**
   * Where others reach this service, such as {@code https://reports.example.org}: what the code on
   * a printed report leads to. The address of the request that prints where it is not set.
   */
  Optional<String> publicUrl();

  /**
   * A font file with Chinese characters, such as {@code /usr/share/fonts/wqy-zenhei.ttc,0}: what a
   * report needs of it is embedded. Where it is not set, reports name a font that readers of
   * Chinese bring along (STSong).
   */
  Optional<String> font();
}
