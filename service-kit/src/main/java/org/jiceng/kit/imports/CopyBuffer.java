package org.jiceng.kit.imports;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Rows in PostgreSQL's text format of COPY, in UTF-8, in one growing array. */
final class CopyBuffer {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes;
  private int size;

  CopyBuffer(int capacity) {
    bytes = new byte[capacity];
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  void tab() {
    room(1);
    bytes[size++] = '\t';
  }

  void newline() {
    room(1);
    bytes[size++] = '\n';
  }

  /** A text that needs no escape, such as a number, a date, a UUID. */
  void ascii(String value) {
    if (value == null) {
      none();
      return;
    }
    int length = value.length();
    room(length);
    for (int i = 0; i < length; i++) {
      bytes[size++] = (byte) value.charAt(i);
    }
  }

  void text(String value) {
    if (value == null) {
      none();
      return;
    }
    int length = value.length();
    room(length * 3);
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (c >= 0x80) {
        i = beyondAscii(value, i);
      } else if (c == '\\' || c < ' ') {
        escaped(c);
      } else {
        bytes[size++] = (byte) c;
      }
    }
  }

  void hex(byte[] value) {
    if (value == null) {
      none();
      return;
    }
    room(3 + value.length * 2);
    bytes[size++] = '\\';
    bytes[size++] = '\\';
    bytes[size++] = 'x';
    for (byte b : value) {
      bytes[size++] = HEX[(b >> 4) & 15];
      bytes[size++] = HEX[b & 15];
    }
  }

  private void none() {
    room(2);
    bytes[size++] = '\\';
    bytes[size++] = 'N';
  }

  private void escaped(char c) {
    room(2);
    switch (c) {
      case '\\' -> pair('\\');
      case '\t' -> pair('t');
      case '\n' -> pair('n');
      case '\r' -> pair('r');
      default -> bytes[size++] = (byte) c;
    }
  }

  private void pair(char second) {
    bytes[size++] = '\\';
    bytes[size++] = (byte) second;
  }

  private int beyondAscii(String value, int at) {
    int codePoint = value.codePointAt(at);
    byte[] utf8 = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
    room(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
    return at + Character.charCount(codePoint) - 1;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
