package org.jiceng.member.letter;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import com.lowagie.text.pdf.draw.DottedLineSeparator;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jiceng.kit.paper.ChineseFont;
import org.jiceng.kit.paper.QrCode;

/**
 * A letter as A4, in the three parts that are customary: the stub (存根) that the source keeps, the
 * letter (介绍信) that the member carries, the receipt (回执) that the destination sends back.
 */
@ApplicationScoped
public class LetterPaper {
  private static final String TITLE = "中国共产党党员组织关系介绍信";
  private static final String BLANK = "　　　　　　";
  private static final String DATE_BY_HAND = "　　　年　　月　　日";
  private static final float MARGIN = 56;
  static final float QR_SIDE = 96;

  private final ChineseFont fonts;

  LetterPaper(LetterConfig config) {
    this.fonts = new ChineseFont(config.font());
  }

  /** The letter as a PDF. */
  public byte[] print(LetterContent letter) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    Document page = new Document(PageSize.A4, MARGIN, MARGIN, 40, 36);
    PdfWriter.getInstance(page, pdf);
    page.addTitle(TITLE + " " + letter.number());
    page.open();
    stub(page, letter);
    cut(page);
    letter(page, letter);
    cut(page);
    receipt(page, letter);
    page.close();
    return pdf.toByteArray();
  }

  private void stub(Document page, LetterContent letter) {
    head(page, TITLE + "存根", letter);
    Paragraph text = text();
    introduce(text, letter);
    text.add(plain("，组织关系由"));
    text.add(value(letter.issuer()));
    text.add(plain("转到"));
    text.add(value(letter.destination()));
    text.add(plain("。"));
    page.add(text);
    page.add(right("经办人：" + BLANK + "　" + inWords(letter.issuedOn())));
  }

  private void letter(Document page, LetterContent letter) {
    head(page, TITLE, letter);
    page.add(to(letter.destination()));
    Paragraph text = text();
    introduce(text, letter);
    text.add(plain("，由"));
    text.add(value(letter.issuer()));
    text.add(plain("去"));
    text.add(value(letter.destination()));
    text.add(plain("，请转接组织关系。该同志党费已交到　　　年　　月。"));
    page.add(text);
    Paragraph validity = text();
    validity.add(plain("本介绍信有效期至"));
    validity.add(value(inWords(letter.validUntil())));
    validity.add(plain("（含当日），逾期无效。"));
    page.add(validity);
    page.add(proofAndSeal(letter));
    page.add(small("党员联系电话：" + BLANK + BLANK + "经办人：" + BLANK + "联系电话：" + BLANK));
  }

  private void receipt(Document page, LetterContent letter) {
    head(page, TITLE + "回执联", letter);
    page.add(to(letter.issuer()));
    Paragraph text = text();
    text.add(value(letter.bearer().name()));
    text.add(plain("同志的党员组织关系已转达我处，特此回复。"));
    page.add(text);
    page.add(right(orBlank(letter.destination()) + "（盖章）"));
    page.add(right(DATE_BY_HAND));
    page.add(small("经办人：" + BLANK + "联系电话：" + BLANK));
  }

  private void introduce(Paragraph text, LetterContent letter) {
    Bearer bearer = letter.bearer();
    text.add(value(bearer.name()));
    text.add(plain("同志（"));
    text.add(value(bearer.sex()));
    text.add(plain("，"));
    text.add(value(bearer.ethnicity()));
    text.add(plain("，"));
    text.add(value(inWords(bearer.born())));
    text.add(plain("出生），系中共" + (letter.probationary() ? "预备" : "正式") + "党员"));
  }

  private void head(Document page, String title, LetterContent letter) {
    Paragraph heading = new Paragraph(title, fonts.of(16));
    heading.setAlignment(Element.ALIGN_CENTER);
    page.add(heading);
    page.add(right("第 " + letter.number() + " 号"));
  }

  /** The code that proves the letter, and where the source puts its seal. */
  private PdfPTable proofAndSeal(LetterContent letter) {
    PdfPCell proof = new PdfPCell(QrCode.of(letter.checkUrl(), QR_SIDE), false);
    PdfPCell caption = new PdfPCell(new Phrase("扫码验真", fonts.of(9)));
    PdfPCell seal = new PdfPCell();
    seal.addElement(right(letter.issuer() + "（盖章）"));
    seal.addElement(right(inWords(letter.issuedOn())));
    seal.setRowspan(2);
    seal.setVerticalAlignment(Element.ALIGN_MIDDLE);
    PdfPTable table = new PdfPTable(new float[] {1, 3});
    table.setWidthPercentage(100);
    table.setSpacingBefore(14);
    for (PdfPCell cell : new PdfPCell[] {proof, seal, caption}) {
      cell.setBorder(PdfPCell.NO_BORDER);
      table.addCell(cell);
    }
    return table;
  }

  private void cut(Document page) {
    DottedLineSeparator dots = new DottedLineSeparator();
    dots.setPercentage(100);
    Chunk dotted = new Chunk(dots);
    dotted.setFont(fonts.of(9));
    Paragraph line = new Paragraph(dotted);
    line.setSpacingBefore(8);
    page.add(line);
    Paragraph seam = new Paragraph("（骑 缝 盖 章）", fonts.of(9));
    seam.setAlignment(Element.ALIGN_CENTER);
    seam.setSpacingAfter(8);
    page.add(seam);
  }

  private Paragraph to(String organization) {
    return new Paragraph(24, orBlank(organization) + "：", fonts.of(12));
  }

  private Paragraph text() {
    Paragraph text = new Paragraph(24, "", fonts.of(12));
    text.setFirstLineIndent(24);
    return text;
  }

  private Paragraph right(String text) {
    Paragraph line = new Paragraph(22, text, fonts.of(12));
    line.setAlignment(Element.ALIGN_RIGHT);
    return line;
  }

  private Paragraph small(String text) {
    return new Paragraph(20, text, fonts.of(10));
  }

  private Chunk plain(String text) {
    return new Chunk(text, fonts.of(12));
  }

  /** What is filled in, underlined; room to write where nothing is known. */
  private Chunk value(String text) {
    Chunk value = new Chunk(text == null ? BLANK : "　" + text + "　", fonts.of(12));
    value.setUnderline(0.6f, -3);
    return value;
  }

  private static String orBlank(String text) {
    return text == null ? BLANK : text;
  }

  private static String inWords(LocalDate day) {
    return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  private static String inWords(YearMonth month) {
    return month == null ? null : month.getYear() + "年" + month.getMonthValue() + "月";
  }
}
