package org.jiceng.activity.attachment;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jiceng.kit.time.BusinessClock;

/**
 * Clears away bytes that no attachment speaks of: left by a crash between bytes and row, or by a
 * removal. Only old ones, since a row may be on its way.
 */
@ApplicationScoped
class AttachmentSweep {
  private static final Logger LOG = Logger.getLogger(AttachmentSweep.class);

  private final Attachments attachments;
  private final AttachmentDesk desk;
  private final AttachmentStore store;
  private final AttachmentsConfig config;
  private final BusinessClock clock;

  AttachmentSweep(
      Attachments attachments,
      AttachmentDesk desk,
      AttachmentStore store,
      AttachmentsConfig config,
      BusinessClock clock) {
    this.attachments = attachments;
    this.desk = desk;
    this.store = store;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      every = "${jiceng.attachments.sweep-every:6h}",
      delayed = "${jiceng.attachments.sweep-after:1h}",
      identity = "sweep-attachments",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    try {
      store.eachOlderThan(clock.now().minus(config.orphanedAfter()), this::clear);
    } catch (IOException | RuntimeException e) {
      LOG.warnf("attachments could not be swept and will be again: %s", e.toString());
    }
  }

  private void clear(List<UUID> stored) {
    if (!stored.isEmpty()) {
      attachments.unspokenOf(stored).forEach(desk::forget);
    }
  }
}
