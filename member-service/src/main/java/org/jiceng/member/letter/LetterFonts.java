package org.jiceng.member.letter;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The Chinese font of letters: embedded where one is configured, else the reader's own. */
@ApplicationScoped
class LetterFonts {
  private static final String READERS_OWN = "STSong-Light";
  private static final String READERS_ENCODING = "UniGB-UCS2-H";

  private final LetterConfig config;
  private BaseFont base;

  LetterFonts(LetterConfig config) {
    this.config = config;
  }

  Font of(float size) {
    return new Font(base(), size);
  }

  private synchronized BaseFont base() {
    if (base == null) {
      try {
        base =
            config.font().isPresent()
                ? BaseFont.createFont(config.font().get(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED)
                : BaseFont.createFont(READERS_OWN, READERS_ENCODING, BaseFont.NOT_EMBEDDED);
      } catch (IOException e) {
        throw new UncheckedIOException("the font of letters cannot be read", e);
      }
    }
    return base;
  }
}
