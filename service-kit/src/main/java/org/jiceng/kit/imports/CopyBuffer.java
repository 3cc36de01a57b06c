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
    } else {
      append(value.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  void text(String value) {
    if (value == null) {
      none();
      return;
    }
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    if (isPlain(utf8)) {
      append(utf8);
      return;
    }
    room(utf8.length * 2);
    for (byte b : utf8) {
      escaped(b);
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

  /** Whether nothing in it means something to COPY; bytes beyond ASCII are negative. */
  private static boolean isPlain(byte[] utf8) {
    for (byte b : utf8) {
      if (b == '\\' || (b >= 0 && b < ' ')) {
        return false;
      }
    }
    return true;
  }

  private void append(byte[] plain) {
    room(plain.length);
    System.arraycopy(plain, 0, bytes, size, plain.length);
    size += plain.length;
  }

  private void escaped(byte b) {
    switch (b) {
      case '\\' -> pair('\\');
      case '\t' -> pair('t');
      case '\n' -> pair('n');
      case '\r' -> pair('r');
      default -> bytes[size++] = b;
    }
  }

  private void pair(char second) {
    bytes[size++] = '\\';
    bytes[size++] = (byte) second;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
