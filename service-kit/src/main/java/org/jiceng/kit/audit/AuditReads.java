package org.jiceng.kit.audit;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Group commit for the records of reads: while one batch is on its way to disk the next gathers, so
 * that many readers share a commit, and none leaves before its own is durable.
 */
@ApplicationScoped
class AuditReads {
  private static final int BATCH = 1000;

  private record Waiting(List<AuditRecord> records, CompletableFuture<Void> durable) {}

  private final AuditTable table;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final AtomicBoolean writing = new AtomicBoolean();
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "audit-reads");
            thread.setDaemon(true);
            return thread;
          });

  AuditReads(AuditTable table) {
    this.table = table;
  }

  /** Returns when the records are durable. */
  void append(List<AuditRecord> records) {
    Waiting mine = new Waiting(records, new CompletableFuture<>());
    queue.add(mine);
    wake();
    try {
      mine.durable.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the read could not be audited", e.getCause());
    }
  }

  private void wake() {
    if (writing.compareAndSet(false, true)) {
      writer.execute(this::writeAll);
    }
  }

  private void writeAll() {
    try {
      List<Waiting> batch = new ArrayList<>();
      while (queue.drainTo(batch, BATCH) > 0) {
        write(batch);
        batch.clear();
      }
    } finally {
      writing.set(false);
    }
    if (!queue.isEmpty()) {
      wake(); // someone queued between the last look and the flag
    }
  }

  private void write(List<Waiting> batch) {
    try {
      table.append(batch.stream().flatMap(w -> w.records.stream()).toList());
      batch.forEach(w -> w.durable.complete(null));
    } catch (RuntimeException | Error e) {
      batch.forEach(w -> w.durable.completeExceptionally(e));
    }
  }

  void onStop(@Observes ShutdownEvent stopping) {
    writer.shutdown();
  }
}
