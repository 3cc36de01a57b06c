package org.jiceng.activity.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jiceng.kit.problem.CommonProblems;
import org.jiceng.kit.problem.Problem;

/**
 * A file as it came, first on this machine's disk: a slow sender must not hold a transaction open.
 */
final class Received implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private long size;
  private byte[] digest;

  private Received(Path file) {
    this.file = file;
  }

  /** Receives the whole body; 413 beyond the limit, 400 when it is empty. */
  static Received from(InputStream body, long maxSize) {
    try {
      Received received = new Received(Files.createTempFile("jiceng-attachment", ".tmp"));
      try {
        received.take(body, maxSize);
        return received;
      } catch (IOException | RuntimeException e) {
        received.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the file could not be received", e);
    }
  }

  private void take(InputStream body, long maxSize) throws IOException {
    MessageDigest sha256 = sha256();
    byte[] buffer = new byte[BUFFER];
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), sha256)) {
      int read;
      while ((read = body.read(buffer)) >= 0) {
        size += read;
        if (size > maxSize) {
          throw new Problem(CommonProblems.BODY_TOO_LARGE);
        }
        out.write(buffer, 0, read);
      }
    }
    if (size == 0) {
      throw Problem.malformed("body", "file-empty");
    }
    digest = sha256.digest();
  }

  Path file() {
    return file;
  }

  long size() {
    return size;
  }

  /** SHA-256. */
  byte[] digest() {
    return digest.clone();
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
