package org.jiceng.kit.imports;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Refused files are kept for a while, so that their senders can put them right, and no longer. */
@ApplicationScoped
class RefusedFiles {
  private final JobRecord record;
  private final ImportsConfig config;

  RefusedFiles(JobRecord record, ImportsConfig config) {
    this.record = record;
    this.config = config;
  }

  @Scheduled(
      every = "10m",
      delayed = "1m",
      identity = "forget-refused-files",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void forget() throws SQLException {
    record.forgetRefused(config.keepRefused());
  }
}
