package org.jiceng.reporting.report.format;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import com.lowagie.text.pdf.draw.LineSeparator;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import org.jiceng.kit.paper.ChineseFont;
import org.jiceng.kit.paper.QrCode;
import org.jiceng.reporting.report.content.ReportContent;
import org.jiceng.reporting.report.content.ReportContent.Table;
import org.jiceng.reporting.report.template.ReportPeriod;

/** A report on A4, with its digest, the code by which it is found, and lines to sign. */
public final class PdfReport {
  private static final float MARGIN = 54;
  private static final float QR_SIDE = 84;
  private static final String BLANK = "　　　　　　　　";
  private static final String NUMERALS = "一二三四五六七八九十";

  private final ChineseFont font;
  private final PaperStyle style;

  public PdfReport(ChineseFont font) {
    this.font = font;
    this.style = new PaperStyle(font);
  }

  /** The report as a PDF. */
  public byte[] print(PrintedReport report) {
    ReportContent content = report.content();
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    Document page = new Document(PageSize.A4, MARGIN, MARGIN, 50, 58);
    PdfWriter writer = PdfWriter.getInstance(page, pdf);
    String foot =
        "%s　%s　%s　第 %d 版"
            .formatted(
                content.template().name(),
                content.area().name(),
                period(content),
                report.version());
    writer.setPageEvent(new PaperFoot(font.base(), foot));
    page.addTitle(foot);
    page.open();
    head(page, report);
    int number = 0;
    for (Table table : content.sections()) {
      page.add(section(++number, table));
    }
    page.add(end(report));
    page.close();
    return pdf.toByteArray();
  }

  private void head(Document page, PrintedReport report) {
    ReportContent content = report.content();
    page.add(style.centred(content.area().name(), style.font(14, PaperStyle.INK), 2));
    page.add(style.centred(content.template().name(), style.bold(22, PaperStyle.RED), 2));
    page.add(style.centred("（" + period(content) + "）", style.font(14, PaperStyle.INK), 2));
    String english = content.template().nameEn() + " · " + content.period();
    String place = content.area().nameEn() == null ? "" : content.area().nameEn() + " · ";
    page.add(style.centred(place + english, style.font(9, PaperStyle.GREY), 6));
    page.add(new LineSeparator(1.6f, 100, PaperStyle.RED, Element.ALIGN_CENTER, -4));
    page.add(facts(report));
  }

  private PdfPTable facts(PrintedReport report) {
    ReportContent content = report.content();
    PdfPTable facts = new PdfPTable(new float[] {1.5f, 1, 2.2f});
    facts.setWidthPercentage(100);
    facts.setSpacingBefore(12);
    facts.setSpacingAfter(8);
    for (String fact :
        new String[] {
          "数据截至：" + inWords(content.asOf()), "版本：第 " + report.version() + " 版", "编号：" + report.id()
        }) {
      facts.addCell(PaperStyle.bare(new Phrase(fact, style.font(9, PaperStyle.INK))));
    }
    return facts;
  }

  private PdfPTable section(int number, Table table) {
    Phrase heading = new Phrase();
    heading.add(new Chunk(numeral(number) + "、" + table.name(), style.bold(13, PaperStyle.INK)));
    heading.add(new Chunk("　" + table.nameEn(), style.font(8.5f, PaperStyle.GREY)));
    return new PaperTable(style).of(table, heading);
  }

  /** What the signs mean, who answers for it, and how anyone can tell that it is genuine. */
  private PdfPTable end(PrintedReport report) {
    PdfPTable end = new PdfPTable(new float[] {1, 4.4f});
    end.setWidthPercentage(100);
    end.setKeepTogether(true);
    PdfPCell signs =
        PaperStyle.bare(
            new Phrase(
                "注：“%s”表示为保护个人信息不予显示（not shown, to protect persons）；“%s”表示无数据（no data）。"
                    .formatted(Words.HIDDEN, Words.NO_DATA),
                style.font(8.5f, PaperStyle.GREY)));
    PdfPCell lines = PaperStyle.bare(signatures());
    for (PdfPCell wide : new PdfPCell[] {signs, lines}) {
      wide.setColspan(2);
      wide.setPaddingBottom(16);
      end.addCell(wide);
    }
    PdfPCell code = new PdfPCell(QrCode.of(report.url(), QR_SIDE), false);
    code.setBorder(PdfPCell.NO_BORDER);
    end.addCell(code);
    end.addCell(proof(report));
    return end;
  }

  private Phrase signatures() {
    return new Phrase(
        "负责人：" + BLANK + "　　填报人：" + BLANK + "　　日期：　　　　年　　月　　日", style.font(11, PaperStyle.INK));
  }

  private PdfPCell proof(PrintedReport report) {
    PdfPCell proof = PaperStyle.bare(new Phrase());
    for (String line :
        new String[] {
          "扫码核验：本报表由事件日志封存，任何时候均可由日志重新推导并逐字节比对。",
          "Sealed from the event logs; anyone may derive it again and compare it byte by byte.",
          "SHA-256　" + report.digest(),
          report.url()
        }) {
      proof.addElement(new Paragraph(12, line, style.font(8.5f, PaperStyle.GREY)));
    }
    return proof;
  }

  private static String numeral(int number) {
    return number <= 10
        ? NUMERALS.substring(number - 1, number)
        : number < 20 ? "十" + NUMERALS.charAt(number - 11) : String.valueOf(number);
  }

  private static String period(ReportContent content) {
    return ReportPeriod.parse(content.period()).orElseThrow().inChinese();
  }

  private static String inWords(LocalDate day) {
    return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }
}
