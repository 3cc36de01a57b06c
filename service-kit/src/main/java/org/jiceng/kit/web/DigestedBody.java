package org.jiceng.kit.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/** A body that is digested to its end while it is read, also where its reader stops early. */
final class DigestedBody extends DigestInputStream {
  private boolean closed;

  DigestedBody(InputStream body, MessageDigest digest) {
    super(body, digest);
  }

  /** The digest of the whole body; what has not been read yet is read here. */
  byte[] digestOfAll() throws IOException {
    if (!closed) {
      transferTo(OutputStream.nullOutputStream());
    }
    return digest.digest();
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      transferTo(OutputStream.nullOutputStream());
      closed = true;
      super.close();
    }
  }
}
