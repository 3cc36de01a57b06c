package org.jiceng.reporting.report.format;

import com.lowagie.text.Chunk;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import java.awt.Color;
import org.jiceng.kit.paper.ChineseFont;

/** How a report looks on paper: type, colours and cells. */
final class PaperStyle {
  static final Color RED = new Color(0xB0, 0x1C, 0x1C);
  static final Color INK = new Color(0x22, 0x22, 0x22);
  static final Color GREY = new Color(0x6B, 0x6B, 0x6B);
  private static final Color HEAD = new Color(0xF3, 0xEC, 0xEA);
  private static final Color LINE = new Color(0xC9, 0xC2, 0xC0);
  private static final Color TOTAL = new Color(0xFA, 0xF7, 0xF6);
  private static final float TEXT = 10;
  private static final float SMALL = 7.5f;

  private final ChineseFont fonts;

  PaperStyle(ChineseFont fonts) {
    this.fonts = fonts;
  }

  Font font(float size, Color colour) {
    return coloured(size, Font.NORMAL, colour);
  }

  Font bold(float size, Color colour) {
    return coloured(size, Font.BOLD, colour);
  }

  private Font coloured(float size, int style, Color colour) {
    Font font = fonts.of(size);
    font.setStyle(style);
    font.setColor(colour);
    return font;
  }

  /** Chinese, and below it, smaller, English. */
  Phrase bilingual(String chinese, String english, boolean strong) {
    Phrase both = new Phrase();
    both.add(new Chunk(chinese, strong ? bold(TEXT, INK) : font(TEXT, INK)));
    if (english != null && !english.isBlank() && !english.equals(chinese)) {
      both.add(Chunk.NEWLINE);
      both.add(new Chunk(english, font(SMALL, GREY)));
    }
    return both;
  }

  Paragraph centred(String text, Font font, float spaceAfter) {
    Paragraph line = new Paragraph(font.getSize() * 1.35f, text, font);
    line.setAlignment(Element.ALIGN_CENTER);
    line.setSpacingAfter(spaceAfter);
    return line;
  }

  PdfPCell head(Phrase text, boolean number) {
    PdfPCell cell = cell(text, number ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
    cell.setBackgroundColor(HEAD);
    cell.setVerticalAlignment(Element.ALIGN_BOTTOM);
    return cell;
  }

  PdfPCell label(Phrase text, boolean total) {
    return tinted(cell(text, Element.ALIGN_LEFT), total);
  }

  PdfPCell number(String text, boolean total) {
    Font font = total ? bold(TEXT, INK) : font(TEXT, INK);
    return tinted(cell(new Phrase(text, font), Element.ALIGN_RIGHT), total);
  }

  private static PdfPCell tinted(PdfPCell cell, boolean total) {
    if (total) {
      cell.setBackgroundColor(TOTAL);
    }
    return cell;
  }

  private static PdfPCell cell(Phrase text, int alignment) {
    PdfPCell cell = new PdfPCell(text);
    cell.setHorizontalAlignment(alignment);
    cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
    cell.setBorder(PdfPCell.BOTTOM);
    cell.setBorderColor(LINE);
    cell.setBorderWidth(0.5f);
    cell.setPadding(4);
    cell.setPaddingBottom(5);
    cell.setLeading(2.2f, 1);
    cell.setUseAscender(true);
    cell.setUseDescender(true);
    return cell;
  }

  static PdfPCell bare(Phrase text) {
    PdfPCell cell = new PdfPCell(text);
    cell.setBorder(PdfPCell.NO_BORDER);
    cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
    return cell;
  }
}
