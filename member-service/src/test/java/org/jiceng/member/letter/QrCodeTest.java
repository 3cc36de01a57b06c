package org.jiceng.member.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.Document;
import com.lowagie.text.Image;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jiceng.kit.paper.QrCode;
import org.junit.jupiter.api.Test;

/** A code is read off paper, whatever its modules happen to be. */
class QrCodeTest {
  private static final float SIDE = LetterPaper.QR_SIDE;
  private static final int CODES = 100;

  @Test
  void everyCodeIsReadOffPaper() throws IOException {
    Random random = new Random(20091231);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < CODES; i++) {
      byte[] code = new byte[16];
      random.nextBytes(code);
      texts.add(
          "http://127.0.0.1:40123/api/v1/letters/"
              + Base64.getUrlEncoder().withoutPadding().encodeToString(code));
    }
    List<String> unread = new ArrayList<>();
    try (PDDocument pdf = Loader.loadPDF(printed(texts))) {
      PDFRenderer scanner = new PDFRenderer(pdf);
      for (int i = 0; i < CODES; i++) {
        if (!texts.get(i).equals(Scan.read(scanner, i))) {
          unread.add(texts.get(i));
        }
      }
    }
    assertThat(unread).isEmpty();
  }

  private static byte[] printed(List<String> texts) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    Document document = new Document(new Rectangle(2 * SIDE, 2 * SIDE));
    PdfWriter.getInstance(document, pdf);
    document.open();
    for (int i = 0; i < texts.size(); i++) {
      Image code = QrCode.of(texts.get(i), SIDE);
      code.setAbsolutePosition(40 + i * 0.13f, 50 + i * 0.07f);
      document.add(code);
      document.newPage();
    }
    document.close();
    return pdf.toByteArray();
  }
}
