package org.jiceng.kit.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;

/** The rows of a stored file. */
final class StoredFile {
  private StoredFile() {}

  /** Opens the rows of the job's file, which is read over the given connection. */
  static RowSource open(ClaimedJob job, Connection connection, long maxUnpacked)
      throws IOException {
    ChunkStream content = new ChunkStream(connection, job.id(), job.size());
    return job.format() == FileFormat.CSV
        ? new CsvRows(content, Charset.forName(job.charset()), content::percent)
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
