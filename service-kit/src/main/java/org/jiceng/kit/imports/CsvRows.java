package org.jiceng.kit.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.function.IntSupplier;

/** The rows of a CSV file (RFC 4180). A byte order mark is tolerated, wrong bytes are not. */
final class CsvRows implements RowSource {
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final IntSupplier percent;
  private CsvRecord current;
  private long number;

  CsvRows(InputStream content, Charset charset, IntSupplier percent) {
    this.percent = percent;
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    reader =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .maxBufferSize(1 << 20)
            .ofCsvRecord(new InputStreamReader(content, decoder));
    records = reader.iterator();
  }

  @Override
  public boolean next() {
    try {
      do {
        if (!records.hasNext()) {
          return false;
        }
        current = records.next();
        number = current.getStartingLineNumber();
      } while (isEmpty());
      return true;
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw new FileFault(number + 1, "file-charset", e);
      }
      throw e;
    } catch (CsvParseException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw new FileFault(number + 1, "file-charset", e);
      }
      throw new FileFault(number + 1, "file-not-csv", e);
    }
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public Cells cells() {
    return new Record(current);
  }

  @Override
  public int percent() {
    return percent.getAsInt();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private boolean isEmpty() {
    for (int i = 0; i < current.getFieldCount(); i++) {
      if (!current.getField(i).isBlank()) {
        return false;
      }
    }
    return true;
  }

  private record Record(CsvRecord record) implements Cells {
    @Override
    public String text(int index) {
      return index < 0 || index >= record.getFieldCount()
          ? null
          : Formulas.unguard(record.getField(index));
    }

    @Override
    public int size() {
      return record.getFieldCount();
    }
  }
}
