package org.jiceng.stack.data;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A block of ports held by one live stack of this user. A second stack moves on to the next block
 * by itself; a stranger's program on a port is a matter for a person.
 */
public final class PortBlock implements AutoCloseable {
  private static final int STEP = 100;
  private static final int BLOCKS = 20;

  private final Ports ports;
  private final FileLock lock;

  private PortBlock(Ports ports, FileLock lock) {
    this.ports = ports;
    this.lock = lock;
  }

  public Ports ports() {
    return ports;
  }

  /** Exactly this block, or a sentence why not. */
  public static PortBlock at(int offset) {
    PortBlock block =
        tryAt(offset)
            .orElseThrow(
                () ->
                    new StackFailure(
                        "Another Jiceng stack of yours has the ports with offset %d; choose another --port-offset."
                            .formatted(offset)));
    return block.requireFree();
  }

  /** The remembered block, or the first that no live stack of this user holds. */
  public static PortBlock free(int remembered) {
    for (int i = 0; i < BLOCKS; i++) {
      int offset = i == 0 ? remembered : (i - 1) * STEP;
      Optional<PortBlock> block = tryAt(offset);
      if (block.isPresent()) {
        return block.get().requireFree();
      }
    }
    throw new StackFailure("%d Jiceng stacks run already; stop one of them.".formatted(BLOCKS));
  }

  private static Optional<PortBlock> tryAt(int offset) {
    try {
      return FileLocks.take(folder().resolve("ports-" + offset))
          .map(lock -> new PortBlock(new Ports(offset), lock));
    } catch (IOException e) {
      throw new StackFailure(
          "Cannot write to the temporary folder %s: %s."
              .formatted(System.getProperty("java.io.tmpdir"), Reasons.of(e)),
          e);
    }
  }

  private static Path folder() throws IOException {
    String user = System.getProperty("user.name").replaceAll("[^A-Za-z0-9._-]", "_");
    return Files.createDirectories(
        Path.of(System.getProperty("java.io.tmpdir"), "jiceng-stacks-" + user));
  }

  private PortBlock requireFree() {
    try {
      ports.requireFree();
      return this;
    } catch (StackFailure taken) {
      close();
      throw taken;
    }
  }

  @Override
  public void close() {
    try {
      lock.acquiredBy().close();
    } catch (IOException e) {
      throw new StackFailure("Cannot give the ports back: %s.".formatted(Reasons.of(e)), e);
    }
  }
}
