package org.jiceng.reporting.report.format;

import com.lowagie.text.Document;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;

/** Below each page: what it belongs to, and which of how many it is. */
final class PaperFoot extends PdfPageEventHelper {
  private static final float SIZE = 8;
  private static final float DESCENT = 4;
  private static final float ABOVE_EDGE = 30;
  private static final float ROOM_FOR_TOTAL = 60;

  private final BaseFont font;
  private final String text;
  private PdfTemplate total;

  PaperFoot(BaseFont font, String text) {
    this.font = font;
    this.text = text;
  }

  @Override
  public void onOpenDocument(PdfWriter writer, Document document) {
    total = writer.getDirectContent().createTemplate(ROOM_FOR_TOTAL, SIZE * 2);
  }

  @Override
  public void onEndPage(PdfWriter writer, Document document) {
    PdfContentByte page = writer.getDirectContent();
    page.saveState();
    page.setLineWidth(0.5f);
    page.setColorStroke(PaperStyle.GREY);
    page.moveTo(document.left(), ABOVE_EDGE + 12);
    page.lineTo(document.right(), ABOVE_EDGE + 12);
    page.stroke();
    page.setColorFill(PaperStyle.GREY);
    write(page, text, document.left(), ABOVE_EDGE);
    String number = "第 " + writer.getPageNumber() + " 页，共 ";
    float left = document.right() - ROOM_FOR_TOTAL / 2 - font.getWidthPoint(number, SIZE);
    write(page, number, left, ABOVE_EDGE);
    page.addTemplate(total, document.right() - ROOM_FOR_TOTAL / 2, ABOVE_EDGE - DESCENT);
    page.restoreState();
  }

  @Override
  public void onCloseDocument(PdfWriter writer, Document document) {
    total.setColorFill(PaperStyle.GREY);
    write(total, (writer.getPageNumber() - 1) + " 页", 0, DESCENT);
  }

  private void write(PdfContentByte where, String words, float x, float y) {
    where.beginText();
    where.setFontAndSize(font, SIZE);
    where.setTextMatrix(x, y);
    where.showText(words);
    where.endText();
  }
}
