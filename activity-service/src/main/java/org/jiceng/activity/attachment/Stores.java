package org.jiceng.activity.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Makes the store that is configured. */
final class Stores {
  private Stores() {}

  @Produces
  @ApplicationScoped
  static AttachmentStore store(AttachmentsConfig config) {
    return new DiskStore(config.directory());
  }
}
