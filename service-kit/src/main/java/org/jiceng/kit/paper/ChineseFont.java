package org.jiceng.kit.paper;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The Chinese font of what is printed: embedded where one is configured, else the reader's own. */
public final class ChineseFont {
  private static final String READERS_OWN = "STSong-Light";
  private static final String READERS_ENCODING = "UniGB-UCS2-H";

  private final Optional<String> file;
  private BaseFont base;

  /**
   * A font file with Chinese characters, such as {@code /usr/share/fonts/wqy-zenhei.ttc,0}; if
   * empty, the font that readers of Chinese bring along.
   */
  public ChineseFont(Optional<String> file) {
    this.file = file;
  }

  /** The font in a size, in points. */
  public Font of(float size) {
    return new Font(base(), size);
  }

  /** What measures and draws it. */
  public synchronized BaseFont base() {
    if (base == null) {
      try {
        base =
            file.isPresent()
                ? BaseFont.createFont(file.get(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED)
                : BaseFont.createFont(READERS_OWN, READERS_ENCODING, BaseFont.NOT_EMBEDDED);
      } catch (IOException e) {
        throw new UncheckedIOException("the font of what is printed cannot be read", e);
      }
    }
    return base;
  }
}
