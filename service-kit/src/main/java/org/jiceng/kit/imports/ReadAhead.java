package org.jiceng.kit.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;

/**
 * Unpacks rows on a thread of its own, a bounded number ahead of the one that checks and writes
 * them: half the work of a spreadsheet is its reading. The rows must not share the import's
 * connection, and their cells must stay as they are after the next step.
 */
final class ReadAhead implements RowSource {
  private static final int BATCH = 256;
  private static final int BATCHES = 8;

  /** A row with all that is asked of it. */
  private record Line(long number, Cells cells, int percent) {}

  /** Some rows; a short batch is the last, and then the failure, if any, comes after its rows. */
  private record Batch(List<Line> lines, RuntimeException failure) {}

  private final RowSource rows;
  private final BlockingQueue<Batch> read = new ArrayBlockingQueue<>(BATCHES);
  private final Thread reader;
  private Batch batch = new Batch(List.of(), null);
  private int at = -1;
  private boolean begun;

  ReadAhead(RowSource rows) {
    this.rows = rows;
    reader = new Thread(this::readAll, "import-reader");
    reader.setDaemon(true);
    reader.start();
  }

  @Override
  public boolean next() {
    at++;
    while (at == batch.lines().size()) {
      if (batch.failure() != null) {
        throw batch.failure();
      }
      if (begun && batch.lines().size() < BATCH) {
        return false;
      }
      batch = take();
      begun = true;
      at = 0;
    }
    return true;
  }

  @Override
  public long number() {
    return batch.lines().get(at).number();
  }

  @Override
  public Cells cells() {
    return batch.lines().get(at).cells();
  }

  @Override
  public int percent() {
    return batch.lines().get(at).percent();
  }

  @Override
  public void close() throws IOException {
    reader.interrupt();
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    rows.close();
  }

  private Batch take() {
    try {
      return read.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while reading");
    }
  }

  private void readAll() {
    try {
      Batch next;
      do {
        next = readSome();
        read.put(next);
      } while (next.failure() == null && next.lines().size() == BATCH);
    } catch (InterruptedException e) {
      // Closed before the end; nobody waits for more.
      Thread.currentThread().interrupt();
    }
  }

  private Batch readSome() {
    List<Line> lines = new ArrayList<>(BATCH);
    try {
      while (lines.size() < BATCH && rows.next()) {
        lines.add(new Line(rows.number(), rows.cells(), rows.percent()));
      }
      return new Batch(lines, null);
    } catch (RuntimeException e) {
      return new Batch(lines, e);
    }
  }
}
