package org.jiceng.reporting.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jiceng.kit.paper.ChineseFont;
import org.junit.jupiter.api.Test;

/**
 * A report on paper says what was sealed, on every page what it belongs to, and how to prove it.
 */
class PdfReportTest {
  private final PrintedReport report = SampleReport.printed();

  @Test
  void whatWasSealedStandsOnPaperWithItsDigestAndRoomToSign() throws IOException {
    try (PDDocument pdf = printed()) {
      assertThat(text(pdf, 1, pdf.getNumberOfPages()))
          .contains("示范区", "基层党组织和党员年度统计公报", "2009年", "数据截至：2009年12月31日")
          .contains("97,356", "87.3%", "第43街道", "1,043")
          .contains(report.digest().substring(0, 32), report.digest().substring(32))
          .contains("负责人：", "填报人：", "日期：")
          .contains("＊", "—")
          .doesNotContain("null");
    }
  }

  @Test
  void aTableThatGoesOnOverPagesHasItsHeadOnEachAndEachPageItsNumber() throws IOException {
    try (PDDocument pdf = printed()) {
      int pages = pdf.getNumberOfPages();
      assertThat(pages).isGreaterThan(2);
      for (int page = 1; page <= pages; page++) {
        assertThat(text(pdf, page, page)).contains("第" + page + "页，共" + pages + "页");
      }
      long withHead = 0;
      for (int page = 1; page <= pages; page++) {
        String text = text(pdf, page, page);
        if (text.matches("(?s).*第[0-9]+街道.*")) {
          assertThat(text).contains("单位覆盖率");
          withHead++;
        }
      }
      assertThat(withHead).isGreaterThan(1);
    }
  }

  private PDDocument printed() throws IOException {
    return Loader.loadPDF(new PdfReport(new ChineseFont(Optional.empty())).print(report));
  }

  private static String text(PDDocument pdf, int first, int last) throws IOException {
    PDFTextStripper reader = new PDFTextStripper();
    reader.setStartPage(first);
    reader.setEndPage(last);
    return reader.getText(pdf).replaceAll("[\\s　]", "");
  }
}
