package org.jiceng.member.letter;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.lowagie.text.Image;
import java.util.Map;

/** A text as a QR code (ISO/IEC 18004) that survives a stamp over a corner of it. */
final class QrCode {
  private static final int MARGIN = 2;
  private static final int GRAY = 1;
  private static final int BITS = 1;

  private QrCode() {}

  static Image of(String text, float side) {
    try {
      BitMatrix modules =
          new QRCodeWriter()
              .encode(
                  text,
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(
                      EncodeHintType.ERROR_CORRECTION,
                      ErrorCorrectionLevel.Q,
                      EncodeHintType.MARGIN,
                      MARGIN));
      Image image =
          Image.getInstance(modules.getWidth(), modules.getHeight(), GRAY, BITS, bits(modules));
      image.scaleAbsolute(side, side);
      return image;
    } catch (WriterException e) {
      throw new IllegalStateException("the text does not fit into a QR code", e);
    }
  }

  /** Each row in whole bytes, the leftmost module first; a set bit is white. */
  private static byte[] bits(BitMatrix modules) {
    int rowBytes = (modules.getWidth() + 7) / 8;
    byte[] bits = new byte[rowBytes * modules.getHeight()];
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (!modules.get(x, y)) {
          bits[y * rowBytes + x / 8] |= (byte) (0x80 >> (x % 8));
        }
      }
    }
    return bits;
  }
}
