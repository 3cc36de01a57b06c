package org.jiceng.stack.data;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.util.Optional;

/** Held by the one supervisor of a data folder for as long as it lives. */
public final class StackLock implements AutoCloseable {
  private final FileLock lock;

  private StackLock(FileLock lock) {
    this.lock = lock;
  }

  /** Empty if another supervisor has it. */
  public static Optional<StackLock> take(DataFolder data) {
    try {
      return FileLocks.take(data.resolve("stack.lock")).map(StackLock::new);
    } catch (IOException e) {
      throw data.unwritable(e);
    }
  }

  @Override
  public void close() throws IOException {
    lock.acquiredBy().close();
  }
}
