package org.jiceng.activity.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Where the bytes of attachments lie, by the attachment's id. */
interface AttachmentStore {
  /** The id by which one of ours lies there; empty of whatever else has come there. */
  static Optional<UUID> idOf(String name) {
    try {
      return Optional.of(UUID.fromString(name)).filter(id -> id.toString().equals(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Keeps a file, wholly or not at all. */
  void put(UUID id, Path file) throws IOException;

  /** The bytes from their beginning; the caller closes them. */
  InputStream open(UUID id) throws IOException;

  /** The bytes are there no more; nor need they have been. */
  void delete(UUID id) throws IOException;

  /** Tells, some at a time, of all that have lain there since before that moment. */
  void eachOlderThan(Instant moment, Consumer<List<UUID>> some) throws IOException;
}
