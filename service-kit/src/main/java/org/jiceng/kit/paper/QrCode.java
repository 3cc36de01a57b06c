package org.jiceng.kit.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.lowagie.text.Image;
import java.util.Map;

/** A text as a QR code (ISO/IEC 18004) that survives a stamp over a corner of it. */
public final class QrCode {
  private static final int MARGIN = 4; // the quiet zone of the standard
  private static final int DOTS = 8; // along each side of a module, so that no printer blurs it
  private static final int GRAY = 1;
  private static final int BITS = 1;

  private QrCode() {}

  /** The code as a square picture, its side in points. */
  public static Image of(String text, float side) {
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
          Image.getInstance(
              modules.getWidth() * DOTS, modules.getHeight() * DOTS, GRAY, BITS, dots(modules));
      image.scaleAbsolute(side, side);
      return image;
    } catch (WriterException e) {
      throw new IllegalStateException("the text does not fit into a QR code", e);
    }
  }

  /** Row by row; a module is as wide as a byte, and a set bit is white. */
  private static byte[] dots(BitMatrix modules) {
    byte[] dots = new byte[modules.getWidth() * modules.getHeight() * DOTS];
    for (int row = 0; row < modules.getHeight() * DOTS; row++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        dots[row * modules.getWidth() + x] = (byte) (modules.get(x, row / DOTS) ? 0 : 0xFF);
      }
    }
    return dots;
  }
}
