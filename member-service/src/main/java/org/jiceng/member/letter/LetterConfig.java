package org.jiceng.member.letter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How letters are printed and looked up. */
@ConfigMapping(prefix = "jiceng.letter")
public interface LetterConfig {
  /**
   * Where the public reaches this service, such as {@code https://members.example.org}: what the QR
   * code leads to. The address of the request that prints where it is not set.
   */
  Optional<String> publicUrl();

  /**
   * A font file with Chinese characters, such as {@code /usr/share/fonts/wqy-zenhei.ttc,0}: what a
   * letter needs of it is embedded. Where it is not set, letters name a font that readers of
   * Chinese bring along (STSong).
   */
  Optional<String> font();

  /** How often one address may ask in a minute whether a letter is genuine. */
  @WithDefault("60")
  int checksPerMinute();
}
