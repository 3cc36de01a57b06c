package org.jiceng.activity.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Makes the store that is configured: S3 where a bucket is named, else the disk. */
@ApplicationScoped
class Stores {
  @Produces
  @ApplicationScoped
  AttachmentStore store(AttachmentsConfig config) {
    return config
        .s3()
        .<AttachmentStore>map(S3Store::new)
        .orElseGet(() -> new DiskStore(config.directory()));
  }
}
