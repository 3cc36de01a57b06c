package org.jiceng.kit.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.util.UUID;
import org.jiceng.kit.personal.PersonalCipher;

/** The rows of a stored file. */
final class StoredFile {
  private StoredFile() {}

  /** Where a file is kept, and what it is. */
  record Place(UUID job, FileFormat format, Charset charset, long size) {}

  /** Opens the rows of the job's file, which is read over the given connection. */
  static RowSource open(
      ClaimedJob job, Connection connection, PersonalCipher cipher, long maxUnpacked)
      throws IOException {
    Charset charset = Charset.forName(job.charset());
    return open(
        new Place(job.id(), job.format(), charset, job.size()), connection, cipher, maxUnpacked);
  }

  /** Opens the rows of a file that is kept. */
  static RowSource open(Place file, Connection connection, PersonalCipher cipher, long maxUnpacked)
      throws IOException {
    ChunkStream content = new ChunkStream(connection, file.job(), file.size(), cipher);
    return file.format() == FileFormat.CSV
        ? new CsvRows(content, file.charset(), content::percent)
        : xlsx(content, maxUnpacked);
  }

  /** A zip is read from its end, so that it must lie on the disk as a whole. */
  private static RowSource xlsx(ChunkStream content, long maxUnpacked) throws IOException {
    Path file = Files.createTempFile("jiceng-import", ".xlsx");
    try {
      Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
      ZipWeight weight = ZipWeight.of(file.toFile(), maxUnpacked);
      return new Spooled(new ReadAhead(new XlsxRows(file.toFile(), weight.rows())), file);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private record Spooled(RowSource rows, Path file) implements RowSource {
    @Override
    public boolean next() {
      return rows.next();
    }

    @Override
    public long number() {
      return rows.number();
    }

    @Override
    public Cells cells() {
      return rows.cells();
    }

    @Override
    public int percent() {
      return rows.percent();
    }

    @Override
    public void close() throws IOException {
      try {
        rows.close();
      } finally {
        Files.deleteIfExists(file);
      }
    }
  }
}
