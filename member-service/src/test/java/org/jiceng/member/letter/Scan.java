package org.jiceng.member.letter;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Reads the QR code on a page as a phone does: it looks more than once, from other distances, since
 * characters may look like a corner of a code.
 */
public final class Scan {
  private static final int[] DOTS_AN_INCH = {200, 300, 150, 250};

  private Scan() {}

  /** The text of the code; null if it cannot be read. */
  public static String read(PDFRenderer pages, int page) throws IOException {
    for (int dots : DOTS_AN_INCH) {
      String text = look(pages.renderImageWithDPI(page, dots));
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  private static String look(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    BinaryBitmap bits =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
    try {
      Result[] codes =
          new QRCodeMultiReader().decodeMultiple(bits, Map.of(DecodeHintType.TRY_HARDER, true));
      return codes.length == 1 ? codes[0].getText() : null;
    } catch (ReaderException e) {
      return null;
    }
  }
}
