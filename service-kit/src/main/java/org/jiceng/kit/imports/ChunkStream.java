package org.jiceng.kit.imports;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jiceng.kit.personal.PersonalCipher;

/** The file of a job, read and opened chunk by chunk. */
final class ChunkStream extends InputStream {
  private final Connection connection;
  private final UUID jobId;
  private final long size;
  private final PersonalCipher cipher;
  private byte[] chunk = new byte[0];
  private int next;
  private int at;
  private long passed;

  ChunkStream(Connection connection, UUID jobId, long size, PersonalCipher cipher) {
    this.connection = connection;
    this.jobId = jobId;
    this.size = size;
    this.cipher = cipher;
  }

  @Override
  public int read() throws IOException {
    return fill() ? chunk[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, chunk.length - at);
    System.arraycopy(chunk, at, target, offset, count);
    at += count;
    return count;
  }

  /** How much is read, in percent. */
  int percent() {
    return size == 0 ? 100 : (int) ((passed + at) * 100 / size);
  }

  private boolean fill() throws IOException {
    if (at < chunk.length) {
      return true;
    }
    passed += chunk.length;
    at = 0;
    chunk = load(next++);
    return chunk.length > 0;
  }

  private byte[] load(int no) throws IOException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select content from import_chunk where job_id = ? and no = ?")) {
      select.setObject(1, jobId);
      select.setInt(2, no);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? cipher.decryptBytes(row.getBytes(1)) : new byte[0];
      }
    } catch (SQLException e) {
      throw new IOException("a chunk could not be read", e);
    }
  }
}
