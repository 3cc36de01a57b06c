package org.jiceng.kit.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
final class Upload implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final long size;
  private final byte[] digest;
  private final byte[] beginning;

  private Upload(Path file, long size, byte[] digest, byte[] beginning) {
    this.file = file;
    this.size = size;
    this.digest = digest;
    this.beginning = beginning;
  }

  /** Receives the whole file; 413 beyond the limit, 400 when it is empty. */
  static Upload receive(InputStream body, long maxSize) {
    Path file = null;
    try {
      file = Files.createTempFile("jiceng-upload", ".tmp");
      return receive(body, maxSize, file);
    } catch (IOException e) {
      delete(file);
      throw new UncheckedIOException("the file could not be received", e);
    } catch (RuntimeException e) {
      delete(file);
      throw e;
    }
  }

  private static Upload receive(InputStream body, long maxSize, Path file) throws IOException {
    MessageDigest sha256 = sha256();
    long size = 0;
    byte[] beginning = new byte[0];
    byte[] buffer = new byte[BUFFER];
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), sha256)) {
      int read;
      while ((read = body.readNBytes(buffer, 0, BUFFER)) > 0) {
        if (size == 0) {
          beginning = java.util.Arrays.copyOf(buffer, Math.min(read, 8));
        }
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
    return new Upload(file, size, sha256.digest(), beginning);
  }

  /** Refuses with 400 a file that begins as one of another format than it was announced. */
  void requireBeginningOf(FileFormat format) {
    boolean zip = beginsWith("PK\u0003\u0004");
    if (format == FileFormat.XLSX && !zip) {
      throw Problem.malformed(
          "body", beginsWith("\u00D0\u00CF\u0011\u00E0") ? "file-old-excel" : "file-not-xlsx");
    }
    if (format == FileFormat.CSV && (zip || beginsWith("\u00D0\u00CF\u0011\u00E0"))) {
      throw Problem.malformed("body", "file-not-csv");
    }
  }

  InputStream content() throws IOException {
    return Files.newInputStream(file);
  }

  long size() {
    return size;
  }

  byte[] digest() {
    return digest;
  }

  @Override
  public void close() {
    delete(file);
  }

  private boolean beginsWith(String magic) {
    byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
    return beginning.length >= expected.length
        && java.util.Arrays.equals(beginning, 0, expected.length, expected, 0, expected.length);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
