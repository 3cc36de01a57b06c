package org.jiceng.member.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Letters, whatever stands on them and whatever font they are set in. */
class LetterPaperTest {
  private static final List<String> FONTS =
      List.of(
          "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc,0",
          "/usr/share/fonts/wqy-zenhei/wqy-zenhei.ttc,0",
          "/usr/share/fonts/truetype/arphic/uming.ttc,0");

  /** The defaults, and a font perhaps. */
  private record Setting(Optional<String> font) implements LetterConfig {
    @Override
    public Optional<String> publicUrl() {
      return Optional.empty();
    }

    @Override
    public int checksPerMinute() {
      return 60;
    }
  }

  @Test
  void aConfiguredFontIsEmbeddedAsFarAsTheLetterNeedsIt() throws IOException {
    Optional<String> here = FONTS.stream().filter(LetterPaperTest::isThere).findFirst();
    assumeTrue(here.isPresent(), "no Chinese font on this machine");
    byte[] printed = paper(here).print(letter("中共甲支部委员会", bearer()));
    assertThat(printed.length).isLessThan(1_000_000);
    try (PDDocument pdf = Loader.loadPDF(printed)) {
      PDResources resources = pdf.getPage(0).getResources();
      List<PDFont> fonts = new ArrayList<>();
      for (COSName name : resources.getFontNames()) {
        fonts.add(resources.getFont(name));
      }
      assertThat(fonts)
          .anyMatch(PDFont::isEmbedded)
          .noneMatch(font -> font.getName().contains("STSong"));
      assertThat(text(pdf)).contains("欧阳试验同志（男，汉族，1980年5月出生），系中共预备党员");
    }
  }

  @Test
  void aLetterWithoutABearerLeavesRoomToWrite() throws IOException {
    try (PDDocument pdf =
        Loader.loadPDF(paper(Optional.empty()).print(letter(null, Bearer.HIDDEN)))) {
      assertThat(text(pdf)).contains("同志（，，出生），系中共预备党员").doesNotContain("null");
    }
  }

  @Test
  void theLongestNamesFit() throws IOException {
    try (PDDocument pdf =
        Loader.loadPDF(paper(Optional.empty()).print(letter("甲".repeat(200), bearer())))) {
      assertThat(text(pdf)).contains("甲".repeat(200) + "：");
    }
  }

  private static LetterPaper paper(Optional<String> font) {
    return new LetterPaper(new Setting(font));
  }

  private static Bearer bearer() {
    return new Bearer("欧阳试验", "男", "汉族", YearMonth.of(1980, 5));
  }

  private static LetterContent letter(String name, Bearer bearer) {
    return new LetterContent(
        "JC2010-0000001",
        "中共乙支部委员会",
        name,
        bearer,
        true,
        LocalDate.parse("2010-03-02"),
        LocalDate.parse("2010-06-02"),
        "https://members.example.org/api/v1/letters/AAAAAAAAAAAAAAAAAAAAAA");
  }

  private static boolean isThere(String font) {
    return Files.exists(Path.of(font.substring(0, font.indexOf(','))));
  }

  private static String text(PDDocument pdf) throws IOException {
    return new PDFTextStripper().getText(pdf).replaceAll("[\\s　]", "");
  }
}
