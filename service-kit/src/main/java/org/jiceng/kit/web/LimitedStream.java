package org.jiceng.kit.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jiceng.kit.problem.BodyTooLarge;

/** Stops reading when a body outgrows what is allowed, whatever length was announced. */
final class LimitedStream extends FilterInputStream {
  private long left;

  LimitedStream(InputStream body, long limit) {
    super(body);
    this.left = limit;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int read) throws IOException {
    left -= read;
    if (left < 0) {
      throw new BodyTooLarge();
    }
  }
}
