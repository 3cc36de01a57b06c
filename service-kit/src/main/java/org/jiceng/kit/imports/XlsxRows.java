package org.jiceng.kit.imports;

import java.io.File;
import java.io.IOException;
import java.util.Iterator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The rows of the first sheet of an XLSX file, as they come off the disk. */
final class XlsxRows implements RowSource {
  private static final ReadingOptions OPTIONS = new ReadingOptions(false, true);

  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final long expected;
  private Row current;
  private long read;

  /** Opens an XLSX of the given number of rows, unless that is not what it is. */
  XlsxRows(File file, long expected) throws IOException {
    this.expected = expected;
    try {
      workbook = new ReadableWorkbook(file, OPTIONS);
      stream = workbook.getFirstSheet().openStream();
      rows = stream.iterator();
    } catch (ExcelReaderException e) {
      throw new FileFault(0, "file-not-xlsx", e);
    } catch (IOException | RuntimeException e) {
      throw new FileFault(0, "file-not-xlsx", e);
    }
  }

  @Override
  public boolean next() {
    try {
      do {
        if (!rows.hasNext()) {
          return false;
        }
        current = rows.next();
        read++;
      } while (isEmpty());
      return true;
    } catch (RuntimeException e) {
      throw new FileFault(current == null ? 0 : current.getRowNum() + 1L, "file-not-xlsx", e);
    }
  }

  @Override
  public long number() {
    return current.getRowNum();
  }

  @Override
  public Cells cells() {
    return new XlsxCells(current, workbook.isDate1904());
  }

  @Override
  public int percent() {
    return expected == 0 ? 0 : (int) Math.min(100, read * 100 / expected);
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }

  private boolean isEmpty() {
    Cells cells = cells();
    for (int i = 0; i < cells.size(); i++) {
      String text = cells.text(i);
      if ((text != null && !text.isBlank()) || cells.problem(i).isPresent()) {
        return false;
      }
    }
    return true;
  }
}
