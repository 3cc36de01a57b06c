package org.jiceng.kit.imports;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * How heavy a zip is once unpacked. It is really unpacked, to nowhere, for what an entry says about
 * its size need not be true; the rows are counted on the way, so that progress can be told.
 */
record ZipWeight(long bytes, long rows) {
  private static final int BUFFER = 1 << 16;
  private static final byte[] ROW = {'<', 'r', 'o', 'w'};

  /** Weighs the file; a fault when it is no zip or heavier than allowed. */
  static ZipWeight of(File file, long limit) throws IOException {
    long bytes = 0;
    long rows = 0;
    try (ZipFile zip = new ZipFile(file)) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        ZipWeight weight = of(zip, entry, limit - bytes);
        bytes += weight.bytes();
        rows += entry.getName().startsWith("xl/worksheets/") ? weight.rows() : 0;
      }
    } catch (ZipException e) {
      throw new FileFault(0, "file-not-xlsx", e);
    }
    return new ZipWeight(bytes, rows);
  }

  private static ZipWeight of(ZipFile zip, ZipEntry entry, long limit) throws IOException {
    long bytes = 0;
    long rows = 0;
    int matched = 0;
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = zip.getInputStream(entry)) {
      int read;
      while ((read = in.read(buffer)) > 0) {
        bytes += read;
        if (bytes > limit) {
          throw new FileFault(0, "file-too-large-unpacked", null);
        }
        for (int i = 0; i < read; i++) {
          matched = buffer[i] == ROW[matched] ? matched + 1 : buffer[i] == '<' ? 1 : 0;
          if (matched == ROW.length) {
            rows++;
            matched = 0;
          }
        }
      }
    }
    return new ZipWeight(bytes, rows);
  }
}
