package org.jiceng.activity.attachment;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file that belongs to an activity.
 *
 * @param size in bytes
 * @param sha256 of its content, in hexadecimal
 */
@Schema(name = "Attachment")
record Attachment(
    UUID id,
    UUID activityId,
    String name,
    String mediaType,
    long size,
    String sha256,
    Instant addedAt) {
  /** Its name for whoever saves it. */
  String savedAs() {
    return AttachmentType.of(mediaType).map(type -> type.ending(name)).orElse(name);
  }

  @Override
  public String toString() {
    return "attachment " + id;
  }
}
